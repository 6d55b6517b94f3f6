@NullMarked
package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.shell;

import org.jspecify.annotations.NullMarked;
