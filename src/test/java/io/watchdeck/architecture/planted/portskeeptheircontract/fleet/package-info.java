@NullMarked
package io.watchdeck.architecture.planted.portskeeptheircontract.fleet;

import org.jspecify.annotations.NullMarked;
