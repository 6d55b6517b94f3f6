package io.watchdeck.architecture.planted.portskeeptheircontract.metrics;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public interface UnheldStore {}
