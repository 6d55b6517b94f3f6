@NullMarked
package io.watchdeck.architecture.planted.portskeeptheircontract.metrics;

import org.jspecify.annotations.NullMarked;
