@NullMarked
package io.watchdeck.architecture.planted.nothreads.ui.shell;

import org.jspecify.annotations.NullMarked;
