/// The program: command line, and [Wiring], which builds every object by hand. Imported by nobody.
@NullMarked
package io.watchdeck;

import org.jspecify.annotations.NullMarked;
