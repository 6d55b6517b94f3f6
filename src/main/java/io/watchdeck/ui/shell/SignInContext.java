package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.words.Words;

/// What the dialogs in which a person signs in are given.
public record SignInContext(Words words, Desktop desktop, Dialogs dialogs, SigningIn signing) {}
