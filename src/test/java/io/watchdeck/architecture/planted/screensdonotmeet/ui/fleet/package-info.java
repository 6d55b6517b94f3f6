@NullMarked
package io.watchdeck.architecture.planted.screensdonotmeet.ui.fleet;

import org.jspecify.annotations.NullMarked;
