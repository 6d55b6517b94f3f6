@NullMarked
package io.watchdeck.architecture.planted.noownclock.alarms;

import org.jspecify.annotations.NullMarked;
