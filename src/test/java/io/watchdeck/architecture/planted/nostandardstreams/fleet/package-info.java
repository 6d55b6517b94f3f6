@NullMarked
package io.watchdeck.architecture.planted.nostandardstreams.fleet;

import org.jspecify.annotations.NullMarked;
