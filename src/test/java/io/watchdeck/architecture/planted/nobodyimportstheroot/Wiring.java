package io.watchdeck.architecture.planted.nobodyimportstheroot;

import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.nobodyimportstheroot.fleet.Service;

@Right
public record Wiring(Service service) {}
