@NullMarked
package io.watchdeck.architecture.planted.nobodyimportstheroot.ui.shell;

import org.jspecify.annotations.NullMarked;
