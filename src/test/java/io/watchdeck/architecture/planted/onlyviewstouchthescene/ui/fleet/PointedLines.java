package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public record PointedLines(PointingPane.Pointed where) {}
