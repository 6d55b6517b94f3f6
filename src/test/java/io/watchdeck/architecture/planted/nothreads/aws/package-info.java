@NullMarked
package io.watchdeck.architecture.planted.nothreads.aws;

import org.jspecify.annotations.NullMarked;
