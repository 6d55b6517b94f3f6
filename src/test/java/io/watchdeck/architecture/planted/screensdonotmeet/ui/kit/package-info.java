@NullMarked
package io.watchdeck.architecture.planted.screensdonotmeet.ui.kit;

import org.jspecify.annotations.NullMarked;
