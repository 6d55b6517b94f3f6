@NullMarked
package io.watchdeck.architecture.planted.nothreads.queues;

import org.jspecify.annotations.NullMarked;
