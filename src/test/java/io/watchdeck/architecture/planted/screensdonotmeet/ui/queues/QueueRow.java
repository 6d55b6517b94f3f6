package io.watchdeck.architecture.planted.screensdonotmeet.ui.queues;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.screensdonotmeet.ui.kit.Badge;
import io.watchdeck.architecture.planted.screensdonotmeet.ui.shell.Navigator;

@Right
public record QueueRow(Badge badge, Navigator navigator) {}
