package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.kit;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.drawer.Drawer;

@Wrong
public record Chip(Drawer drawer) {}
