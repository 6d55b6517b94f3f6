package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.fleet;

import io.watchdeck.architecture.planted.Right;
import javafx.scene.layout.Region;

@Right
public final class PointingPane extends Region {

    public record Pointed(double at) {}
}
