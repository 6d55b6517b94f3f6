@NullMarked
package io.watchdeck.architecture.planted.toolkitonlyinui.model;

import org.jspecify.annotations.NullMarked;
