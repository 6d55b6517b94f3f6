@NullMarked
package io.watchdeck.architecture.planted.databaseonlyinstore.timeline;

import org.jspecify.annotations.NullMarked;
