@NullMarked
package io.watchdeck.architecture.planted.nobodycatcheseverything.aws;

import org.jspecify.annotations.NullMarked;
