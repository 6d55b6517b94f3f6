@NullMarked
package io.watchdeck.architecture.planted.nowaitingforanswers.ui.shell;

import org.jspecify.annotations.NullMarked;
