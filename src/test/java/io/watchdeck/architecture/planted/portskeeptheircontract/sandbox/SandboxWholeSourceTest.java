package io.watchdeck.architecture.planted.portskeeptheircontract.sandbox;

import io.watchdeck.architecture.planted.portskeeptheircontract.identity.WholeSourceContract;

final class SandboxWholeSourceTest extends WholeSourceContract {}
