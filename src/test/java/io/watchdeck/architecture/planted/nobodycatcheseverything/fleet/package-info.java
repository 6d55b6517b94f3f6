@NullMarked
package io.watchdeck.architecture.planted.nobodycatcheseverything.fleet;

import org.jspecify.annotations.NullMarked;
