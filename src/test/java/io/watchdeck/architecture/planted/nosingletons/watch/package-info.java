@NullMarked
package io.watchdeck.architecture.planted.nosingletons.watch;

import org.jspecify.annotations.NullMarked;
