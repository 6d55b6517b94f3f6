package io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.fleet;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.sharedpartsknownoscreen.ui.shell.Navigator;

@Right
public record FleetRow(Navigator navigator) {}
