package io.watchdeck.ui.shell;

import io.watchdeck.words.Words;
import java.util.function.Supplier;

/// What the dialog in which a person connects an account is given.
///
/// @param words in the language of the moment
public record ConnectContext(Supplier<Words> words, Dialogs dialogs, Connecting connecting) {}
