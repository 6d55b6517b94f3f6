@NullMarked
package io.watchdeck.architecture.planted.nobodycatcheseverything.refresh;

import org.jspecify.annotations.NullMarked;
