@NullMarked
package io.watchdeck.architecture.planted.noownstopwatch.refresh;

import org.jspecify.annotations.NullMarked;
