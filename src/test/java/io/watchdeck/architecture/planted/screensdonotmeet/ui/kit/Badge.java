package io.watchdeck.architecture.planted.screensdonotmeet.ui.kit;

public record Badge(String text) {}
