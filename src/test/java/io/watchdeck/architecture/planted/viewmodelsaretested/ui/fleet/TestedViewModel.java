package io.watchdeck.architecture.planted.viewmodelsaretested.ui.fleet;

import io.watchdeck.architecture.planted.Right;

@Right
public final class TestedViewModel {}
