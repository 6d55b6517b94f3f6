@NullMarked
package io.watchdeck.architecture.planted.databaseonlyinstore.metrics;

import org.jspecify.annotations.NullMarked;
