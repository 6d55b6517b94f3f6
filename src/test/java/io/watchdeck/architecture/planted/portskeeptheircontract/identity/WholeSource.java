package io.watchdeck.architecture.planted.portskeeptheircontract.identity;

import io.watchdeck.architecture.planted.Right;

@Right
public interface WholeSource {}
