package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import javafx.scene.Node;

@Wrong
public record FleetRow(Node node) {}
