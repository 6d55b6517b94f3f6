package io.watchdeck.architecture.planted.portskeeptheircontract.sandbox;

import io.watchdeck.architecture.planted.portskeeptheircontract.identity.WholeSource;

final class SandboxWholeSource implements WholeSource {}
