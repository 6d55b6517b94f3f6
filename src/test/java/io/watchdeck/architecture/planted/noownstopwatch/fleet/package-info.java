@NullMarked
package io.watchdeck.architecture.planted.noownstopwatch.fleet;

import org.jspecify.annotations.NullMarked;
