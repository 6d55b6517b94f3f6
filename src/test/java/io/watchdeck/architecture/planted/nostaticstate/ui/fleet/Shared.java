package io.watchdeck.architecture.planted.nostaticstate.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

@Wrong
public final class Shared {
    static final StringProperty NAME = new SimpleStringProperty("");
}
