@NullMarked
package io.watchdeck.ui.spot;

import org.jspecify.annotations.NullMarked;
