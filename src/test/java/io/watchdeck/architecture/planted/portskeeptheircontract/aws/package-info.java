@NullMarked
package io.watchdeck.architecture.planted.portskeeptheircontract.aws;

import org.jspecify.annotations.NullMarked;
