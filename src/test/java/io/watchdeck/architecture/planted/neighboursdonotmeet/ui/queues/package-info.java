@NullMarked
package io.watchdeck.architecture.planted.neighboursdonotmeet.ui.queues;

import org.jspecify.annotations.NullMarked;
