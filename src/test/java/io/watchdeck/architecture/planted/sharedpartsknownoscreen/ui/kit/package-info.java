@NullMarked
package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.kit;

import org.jspecify.annotations.NullMarked;
