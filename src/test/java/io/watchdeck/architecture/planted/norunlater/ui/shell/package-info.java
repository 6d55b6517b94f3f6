@NullMarked
package io.watchdeck.architecture.planted.norunlater.ui.shell;

import org.jspecify.annotations.NullMarked;
