package io.watchdeck.architecture.planted.toolkitonlyinui.watch;

import io.watchdeck.architecture.planted.Wrong;
import javafx.beans.property.StringProperty;

@Wrong
public record PropertyLeak(StringProperty verdict) {}
