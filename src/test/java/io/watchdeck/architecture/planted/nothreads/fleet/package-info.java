@NullMarked
package io.watchdeck.architecture.planted.nothreads.fleet;

import org.jspecify.annotations.NullMarked;
