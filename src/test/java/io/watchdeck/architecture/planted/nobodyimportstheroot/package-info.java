@NullMarked
package io.watchdeck.architecture.planted.nobodyimportstheroot;

import org.jspecify.annotations.NullMarked;
