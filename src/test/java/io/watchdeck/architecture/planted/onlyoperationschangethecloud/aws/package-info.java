@NullMarked
package io.watchdeck.architecture.planted.onlyoperationschangethecloud.aws;

import org.jspecify.annotations.NullMarked;
