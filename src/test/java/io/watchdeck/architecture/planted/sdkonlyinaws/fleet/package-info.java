@NullMarked
package io.watchdeck.architecture.planted.sdkonlyinaws.fleet;

import org.jspecify.annotations.NullMarked;
