@NullMarked
package io.watchdeck.architecture.planted.sdkonlyinaws;

import org.jspecify.annotations.NullMarked;
