package io.watchdeck.architecture.planted.portskeeptheircontract.sandbox;

import io.watchdeck.architecture.planted.portskeeptheircontract.queues.HalfSourceContract;

final class SandboxHalfSourceTest extends HalfSourceContract {}
