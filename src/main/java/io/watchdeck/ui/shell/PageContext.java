package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.watch.Watch;
import io.watchdeck.words.Words;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// What a screen is given.
///
/// @param feed   the newest snapshot and the time, on the FX thread
/// @param scope  which stacks are to be listed
/// @param narrow the window is too narrow for a drawer beside the content
/// @param dialogs what is shown over the window
/// @param operating how something is changed
/// @param choices what a person has chosen in the settings, and chooses
/// @param connecting how a person connects an account
public record PageContext(Watch watch, Feed feed, Words words, Desktop desktop, Navigator navigator,
        ObservableValue<Scope> scope, ObservableBooleanValue narrow, Dialogs dialogs,
        Operating operating, Choices choices, Connecting connecting) {}
