@NullMarked
package io.watchdeck.architecture.planted.onlyoperationschangethecloud.fleet;

import org.jspecify.annotations.NullMarked;
