@NullMarked
package io.watchdeck.architecture.planted.portskeeptheircontract.identity;

import org.jspecify.annotations.NullMarked;
