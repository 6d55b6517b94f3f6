@NullMarked
package io.watchdeck.architecture.planted.importsgodown.model;

import org.jspecify.annotations.NullMarked;
