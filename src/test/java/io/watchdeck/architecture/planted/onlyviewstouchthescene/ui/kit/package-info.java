@NullMarked
package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.kit;

import org.jspecify.annotations.NullMarked;
