@NullMarked
package io.watchdeck.architecture.planted.importsgodown.timeline;

import org.jspecify.annotations.NullMarked;
