@NullMarked
package io.watchdeck.architecture.planted.portskeeptheircontract.queues;

import org.jspecify.annotations.NullMarked;
