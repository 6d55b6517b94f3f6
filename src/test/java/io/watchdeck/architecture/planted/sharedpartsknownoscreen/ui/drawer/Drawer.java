package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.drawer;

public record Drawer(String name) {}
