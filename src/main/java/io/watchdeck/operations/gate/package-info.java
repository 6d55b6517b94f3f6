/// The gate: whether an operation may run, and running it. Nothing else in the program uses the ports that change the
/// cloud. Read first: [OperationDesk], then [LiveOperations].
@NullMarked
package io.watchdeck.operations.gate;

import org.jspecify.annotations.NullMarked;
