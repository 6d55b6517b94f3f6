package io.watchdeck.architecture.planted.portskeeptheircontract.store;

import io.watchdeck.architecture.planted.portskeeptheircontract.metrics.UnheldStore;

final class H2UnheldStore implements UnheldStore {}
