package io.watchdeck.architecture.planted.screensdonotmeet.ui.shell;

import io.watchdeck.architecture.planted.screensdonotmeet.ui.kit.Badge;

public record Navigator(Badge badge) {}
