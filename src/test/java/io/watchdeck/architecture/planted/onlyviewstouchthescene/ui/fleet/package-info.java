@NullMarked
package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.fleet;

import org.jspecify.annotations.NullMarked;
