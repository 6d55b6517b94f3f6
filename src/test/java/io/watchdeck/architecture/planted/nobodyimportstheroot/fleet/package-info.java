@NullMarked
package io.watchdeck.architecture.planted.nobodyimportstheroot.fleet;

import org.jspecify.annotations.NullMarked;
