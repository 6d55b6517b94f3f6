@NullMarked
package io.watchdeck.architecture.planted.onlycontrolssendchanges.aws;

import org.jspecify.annotations.NullMarked;
