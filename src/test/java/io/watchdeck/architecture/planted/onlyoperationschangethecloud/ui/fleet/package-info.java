@NullMarked
package io.watchdeck.architecture.planted.onlyoperationschangethecloud.ui.fleet;

import org.jspecify.annotations.NullMarked;
