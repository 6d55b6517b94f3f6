/// Tests of the whole program: the command line, the window, and both against a real AWS API.
@NullMarked
package io.watchdeck;

import org.jspecify.annotations.NullMarked;
