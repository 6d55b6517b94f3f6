/// The one gate for everything that changes the cloud.
@NullMarked
package io.watchdeck.operations;

import org.jspecify.annotations.NullMarked;
