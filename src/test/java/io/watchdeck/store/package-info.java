@NullMarked
package io.watchdeck.store;

import org.jspecify.annotations.NullMarked;
