package io.watchdeck.architecture.planted.viewmodelsknowonlyproperties.ui.fleet;

final class QuietViewModelTest {}
