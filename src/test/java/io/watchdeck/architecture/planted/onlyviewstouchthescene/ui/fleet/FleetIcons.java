package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.fleet;

import atlantafx.base.controls.Spacer;
import io.watchdeck.architecture.planted.Wrong;
import java.util.function.Supplier;

@Wrong
public final class FleetIcons {
    Supplier<Object> icons() {
        return () -> new Spacer();
    }
}
