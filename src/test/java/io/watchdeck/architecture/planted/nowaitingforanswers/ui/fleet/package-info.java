@NullMarked
package io.watchdeck.architecture.planted.nowaitingforanswers.ui.fleet;

import org.jspecify.annotations.NullMarked;
