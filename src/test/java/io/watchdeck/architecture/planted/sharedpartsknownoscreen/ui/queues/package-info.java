@NullMarked
package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.queues;

import org.jspecify.annotations.NullMarked;
