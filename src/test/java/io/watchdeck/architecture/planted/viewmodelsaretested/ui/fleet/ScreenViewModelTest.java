package io.watchdeck.architecture.planted.viewmodelsaretested.ui.fleet;

import org.testfx.api.FxRobot;

record ScreenViewModelTest(FxRobot robot) {}
