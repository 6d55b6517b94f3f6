@NullMarked
package io.watchdeck.architecture.planted.toolkitonlyinui;

import org.jspecify.annotations.NullMarked;
