@NullMarked
package io.watchdeck.architecture.planted.importsgodown.fleet;

import org.jspecify.annotations.NullMarked;
