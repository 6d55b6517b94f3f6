package io.watchdeck.architecture.planted.nobodyimportstheroot.ui.shell;

import io.watchdeck.architecture.planted.Wrong;
import io.watchdeck.architecture.planted.nobodyimportstheroot.Wiring;

@Wrong
public record Window(Wiring wiring) {}
