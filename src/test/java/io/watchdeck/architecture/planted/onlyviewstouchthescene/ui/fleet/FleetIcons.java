package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import java.util.function.Supplier;
import org.kordamp.ikonli.javafx.FontIcon;

@Wrong
public final class FleetIcons {
    Supplier<Object> icons() {
        return () -> new FontIcon();
    }
}
