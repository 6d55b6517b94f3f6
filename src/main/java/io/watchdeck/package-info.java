/// The command line and the wiring: every object of the console is built here, by hand, with its plain constructor.
///
/// Read first: [Main]. May import everything; imported by nobody.
@NullMarked
package io.watchdeck;

import org.jspecify.annotations.NullMarked;
