package io.watchdeck.architecture.planted.viewmodelsaretested.ui.fleet;

record TestedViewModelTest(TestedViewModel model) {}
