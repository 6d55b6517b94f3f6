/// What the simulated stack writes into its log groups.
@NullMarked
package io.watchdeck.sandbox.logbook;

import org.jspecify.annotations.NullMarked;
