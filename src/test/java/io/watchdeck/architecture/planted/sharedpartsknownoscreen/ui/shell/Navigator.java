package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.shell;

public record Navigator(String screen) {}
