package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.words.Words;

/// What the dialogs of operations are given.
public record OperationContext(Feed feed, Words words, Desktop desktop, Dialogs dialogs, Operating operating) {}
