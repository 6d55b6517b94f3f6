@NullMarked
package io.watchdeck.architecture.planted.nostaticstate.fleet;

import org.jspecify.annotations.NullMarked;
