@NullMarked
package io.watchdeck.architecture.planted.neighboursdonotmeet.queues;

import org.jspecify.annotations.NullMarked;
