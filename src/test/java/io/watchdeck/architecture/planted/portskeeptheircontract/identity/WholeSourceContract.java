package io.watchdeck.architecture.planted.portskeeptheircontract.identity;

public abstract class WholeSourceContract {}
