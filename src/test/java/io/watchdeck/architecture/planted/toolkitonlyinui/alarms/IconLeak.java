package io.watchdeck.architecture.planted.toolkitonlyinui.alarms;

import io.watchdeck.architecture.planted.Wrong;
import org.kordamp.ikonli.Ikon;

@Wrong
public record IconLeak(Ikon icon) {}
