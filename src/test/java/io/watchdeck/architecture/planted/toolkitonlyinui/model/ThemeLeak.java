package io.watchdeck.architecture.planted.toolkitonlyinui.model;

import atlantafx.base.theme.Theme;
import io.watchdeck.architecture.planted.Wrong;

@Wrong
public record ThemeLeak(Theme theme) {}
