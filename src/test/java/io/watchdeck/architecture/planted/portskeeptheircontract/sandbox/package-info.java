@NullMarked
package io.watchdeck.architecture.planted.portskeeptheircontract.sandbox;

import org.jspecify.annotations.NullMarked;
