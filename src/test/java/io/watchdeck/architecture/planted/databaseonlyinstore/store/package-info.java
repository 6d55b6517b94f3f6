@NullMarked
package io.watchdeck.architecture.planted.databaseonlyinstore.store;

import org.jspecify.annotations.NullMarked;
