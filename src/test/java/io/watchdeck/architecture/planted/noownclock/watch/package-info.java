@NullMarked
package io.watchdeck.architecture.planted.noownclock.watch;

import org.jspecify.annotations.NullMarked;
