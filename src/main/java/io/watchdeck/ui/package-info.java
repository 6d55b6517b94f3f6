/// The window: the shell, the kit, and one package a screen.
@NullMarked
package io.watchdeck.ui;

import org.jspecify.annotations.NullMarked;
