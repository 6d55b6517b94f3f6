package io.watchdeck.architecture.planted.portskeeptheircontract.metrics;

import io.watchdeck.architecture.planted.Right;

@Right
public interface HeldStore {}
