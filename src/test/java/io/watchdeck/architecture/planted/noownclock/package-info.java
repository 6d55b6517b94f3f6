@NullMarked
package io.watchdeck.architecture.planted.noownclock;

import org.jspecify.annotations.NullMarked;
