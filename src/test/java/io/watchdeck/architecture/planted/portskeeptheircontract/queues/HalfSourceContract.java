package io.watchdeck.architecture.planted.portskeeptheircontract.queues;

public abstract class HalfSourceContract {}
