package io.watchdeck.architecture.planted.portskeeptheircontract.fleet;

import io.watchdeck.architecture.planted.Right;

@Right
public interface PlannedSource {}
