@NullMarked
package io.watchdeck.architecture.planted.importsgodown.watch;

import org.jspecify.annotations.NullMarked;
