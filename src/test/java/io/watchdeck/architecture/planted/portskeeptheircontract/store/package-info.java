@NullMarked
package io.watchdeck.architecture.planted.portskeeptheircontract.store;

import org.jspecify.annotations.NullMarked;
