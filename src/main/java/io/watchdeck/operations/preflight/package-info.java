/// What follows from an operation, before it is sent. [Facts] are read once when its dialog opens; [Preview] makes of them
/// what the dialog says, anew with every change in it and without another request.
@NullMarked
package io.watchdeck.operations.preflight;

import org.jspecify.annotations.NullMarked;
