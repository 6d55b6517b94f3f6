@NullMarked
package io.watchdeck.architecture.planted.nothreads.refresh;

import org.jspecify.annotations.NullMarked;
