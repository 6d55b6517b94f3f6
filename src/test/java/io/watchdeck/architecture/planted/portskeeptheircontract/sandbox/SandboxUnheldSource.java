package io.watchdeck.architecture.planted.portskeeptheircontract.sandbox;

import io.watchdeck.architecture.planted.portskeeptheircontract.fleet.UnheldSource;

final class SandboxUnheldSource implements UnheldSource {}
