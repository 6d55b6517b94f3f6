@NullMarked
package io.watchdeck.architecture.planted.nothreads.watch;

import org.jspecify.annotations.NullMarked;
