package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.kit;

import io.watchdeck.architecture.planted.Right;
import javafx.scene.Node;

@Right
public record Badge(Node node) {}
