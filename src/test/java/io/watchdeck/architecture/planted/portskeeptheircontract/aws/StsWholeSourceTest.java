package io.watchdeck.architecture.planted.portskeeptheircontract.aws;

import io.watchdeck.architecture.planted.portskeeptheircontract.identity.WholeSourceContract;

final class StsWholeSourceTest extends WholeSourceContract {}
