@NullMarked
package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.fleet;

import org.jspecify.annotations.NullMarked;
