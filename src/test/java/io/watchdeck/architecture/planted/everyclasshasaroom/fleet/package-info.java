@NullMarked
package io.watchdeck.architecture.planted.everyclasshasaroom.fleet;

import org.jspecify.annotations.NullMarked;
