@NullMarked
package io.watchdeck.architecture.planted.sdkonlyinaws.aws;

import org.jspecify.annotations.NullMarked;
