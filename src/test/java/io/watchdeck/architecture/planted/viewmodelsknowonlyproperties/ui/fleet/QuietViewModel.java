package io.watchdeck.architecture.planted.viewmodelsknowonlyproperties.ui.fleet;

import io.watchdeck.architecture.planted.Right;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;

@Right
public record QuietViewModel(ReadOnlyStringWrapper name, Duration age) {}
