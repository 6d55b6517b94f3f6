@NullMarked
package io.watchdeck.architecture.planted.toolkitonlyinui.watch;

import org.jspecify.annotations.NullMarked;
