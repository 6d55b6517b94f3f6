package io.watchdeck.architecture.planted.portskeeptheircontract.fleet;

abstract class UnheldSourceContract {}
