@NullMarked
package io.watchdeck.architecture.planted.noownclock.fleet;

import org.jspecify.annotations.NullMarked;
