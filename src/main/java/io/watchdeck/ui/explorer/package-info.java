/// The metric explorer: figures of any stacks over each other on one axis of time. Begin with
/// [io.watchdeck.ui.explorer.ExplorerViewModel].
@NullMarked
package io.watchdeck.ui.explorer;

import org.jspecify.annotations.NullMarked;
