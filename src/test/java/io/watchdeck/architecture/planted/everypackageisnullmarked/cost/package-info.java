@NullMarked
package io.watchdeck.architecture.planted.everypackageisnullmarked.cost;

import org.jspecify.annotations.NullMarked;
