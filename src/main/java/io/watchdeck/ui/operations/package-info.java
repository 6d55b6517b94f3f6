/// The dialogs of operations, whichever screen asks for them. Read first: [OperationDialogs], then
/// [OperationViewModel].
@NullMarked
package io.watchdeck.ui.operations;

import org.jspecify.annotations.NullMarked;
