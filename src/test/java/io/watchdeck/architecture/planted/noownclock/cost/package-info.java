@NullMarked
package io.watchdeck.architecture.planted.noownclock.cost;

import org.jspecify.annotations.NullMarked;
