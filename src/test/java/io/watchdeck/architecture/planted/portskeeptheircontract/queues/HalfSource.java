package io.watchdeck.architecture.planted.portskeeptheircontract.queues;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public interface HalfSource {}
