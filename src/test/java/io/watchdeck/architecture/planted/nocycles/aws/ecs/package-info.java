@NullMarked
package io.watchdeck.architecture.planted.nocycles.aws.ecs;

import org.jspecify.annotations.NullMarked;
