@NullMarked
package io.watchdeck.architecture.planted.nostaticstate.cost;

import org.jspecify.annotations.NullMarked;
