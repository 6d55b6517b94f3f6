package io.watchdeck.architecture.planted.portskeeptheircontract.fleet;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public interface LonelySource {}
