package io.watchdeck.architecture.planted.viewmodelsaretested.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class ScreenViewModel {}
