/// The mockups' moment as data, and fakes of the ports, for the tests of the screens.
@NullMarked
package io.watchdeck.ui;

import org.jspecify.annotations.NullMarked;
