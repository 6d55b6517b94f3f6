@NullMarked
package io.watchdeck.architecture.planted.nostaticstate.model;

import org.jspecify.annotations.NullMarked;
