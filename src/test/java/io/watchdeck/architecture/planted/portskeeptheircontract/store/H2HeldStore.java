package io.watchdeck.architecture.planted.portskeeptheircontract.store;

import io.watchdeck.architecture.planted.portskeeptheircontract.metrics.HeldStore;

final class H2HeldStore implements HeldStore {}
