@NullMarked
package io.watchdeck.architecture.planted.viewmodelsknowonlyproperties.ui.fleet;

import org.jspecify.annotations.NullMarked;
