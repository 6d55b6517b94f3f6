@NullMarked
package io.watchdeck.architecture.planted.onlyoperationschangethecloud.operations;

import org.jspecify.annotations.NullMarked;
