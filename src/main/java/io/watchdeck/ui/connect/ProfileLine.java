package io.watchdeck.ui.connect;

import io.watchdeck.identity.Door;
import java.util.Optional;

/// Credentials that a person can choose.
///
/// @param profile empty for the default credentials
/// @param state   until when somebody is signed in, or that nobody is; empty where nobody has to
/// @param missing where nobody is signed in
record ProfileLine(Optional<String> profile, String name, String kind, String state, Optional<Door> missing) {}
