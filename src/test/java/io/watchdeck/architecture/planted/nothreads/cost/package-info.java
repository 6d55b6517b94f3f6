@NullMarked
package io.watchdeck.architecture.planted.nothreads.cost;

import org.jspecify.annotations.NullMarked;
