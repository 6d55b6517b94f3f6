package io.watchdeck.architecture.planted.portskeeptheircontract.aws;

import io.watchdeck.architecture.planted.portskeeptheircontract.identity.WholeSource;

final class StsWholeSource implements WholeSource {}
