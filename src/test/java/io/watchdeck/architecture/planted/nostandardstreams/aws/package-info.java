@NullMarked
package io.watchdeck.architecture.planted.nostandardstreams.aws;

import org.jspecify.annotations.NullMarked;
