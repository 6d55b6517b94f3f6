package io.watchdeck.architecture.planted.portskeeptheircontract.store;

import io.watchdeck.architecture.planted.portskeeptheircontract.metrics.HeldStoreContract;

final class H2HeldStoreTest extends HeldStoreContract {}
