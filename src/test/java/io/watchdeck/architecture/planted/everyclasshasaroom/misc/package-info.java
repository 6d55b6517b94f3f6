@NullMarked
package io.watchdeck.architecture.planted.everyclasshasaroom.misc;

import org.jspecify.annotations.NullMarked;
