@NullMarked
package io.watchdeck.architecture.planted.viewmodelsaretested.ui.fleet;

import org.jspecify.annotations.NullMarked;
