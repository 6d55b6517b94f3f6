@NullMarked
package io.watchdeck.architecture.planted.nostandardstreams;

import org.jspecify.annotations.NullMarked;
