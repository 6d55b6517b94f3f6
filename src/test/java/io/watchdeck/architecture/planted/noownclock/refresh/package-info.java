@NullMarked
package io.watchdeck.architecture.planted.noownclock.refresh;

import org.jspecify.annotations.NullMarked;
