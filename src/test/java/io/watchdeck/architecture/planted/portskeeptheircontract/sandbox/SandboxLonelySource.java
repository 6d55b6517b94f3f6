package io.watchdeck.architecture.planted.portskeeptheircontract.sandbox;

import io.watchdeck.architecture.planted.portskeeptheircontract.fleet.LonelySource;

final class SandboxLonelySource implements LonelySource {}
