@NullMarked
package io.watchdeck.architecture.planted.neighboursdonotmeet.store;

import org.jspecify.annotations.NullMarked;
