@NullMarked
package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.drawer;

import org.jspecify.annotations.NullMarked;
