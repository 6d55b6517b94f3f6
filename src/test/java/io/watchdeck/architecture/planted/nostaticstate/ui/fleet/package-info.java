@NullMarked
package io.watchdeck.architecture.planted.nostaticstate.ui.fleet;

import org.jspecify.annotations.NullMarked;
