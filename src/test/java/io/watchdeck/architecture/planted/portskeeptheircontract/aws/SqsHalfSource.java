package io.watchdeck.architecture.planted.portskeeptheircontract.aws;

import io.watchdeck.architecture.planted.portskeeptheircontract.queues.HalfSource;

final class SqsHalfSource implements HalfSource {}
