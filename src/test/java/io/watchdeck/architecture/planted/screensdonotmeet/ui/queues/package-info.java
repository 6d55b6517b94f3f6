@NullMarked
package io.watchdeck.architecture.planted.screensdonotmeet.ui.queues;

import org.jspecify.annotations.NullMarked;
