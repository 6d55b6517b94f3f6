@NullMarked
package io.watchdeck.architecture.planted.nothreads.ui.fleet;

import org.jspecify.annotations.NullMarked;
