@NullMarked
package io.watchdeck.instance;

import org.jspecify.annotations.NullMarked;
