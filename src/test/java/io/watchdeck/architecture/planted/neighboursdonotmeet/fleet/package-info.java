@NullMarked
package io.watchdeck.architecture.planted.neighboursdonotmeet.fleet;

import org.jspecify.annotations.NullMarked;
