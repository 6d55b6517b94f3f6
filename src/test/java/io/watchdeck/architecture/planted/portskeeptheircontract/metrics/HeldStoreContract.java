package io.watchdeck.architecture.planted.portskeeptheircontract.metrics;

public abstract class HeldStoreContract {}
