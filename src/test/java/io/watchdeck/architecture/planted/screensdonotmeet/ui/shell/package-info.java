@NullMarked
package io.watchdeck.architecture.planted.screensdonotmeet.ui.shell;

import org.jspecify.annotations.NullMarked;
