@NullMarked
package io.watchdeck.architecture.planted.norunlater.ui.fleet;

import org.jspecify.annotations.NullMarked;
