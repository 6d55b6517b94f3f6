@NullMarked
package io.watchdeck.architecture.planted.importsgodown.aws;

import org.jspecify.annotations.NullMarked;
