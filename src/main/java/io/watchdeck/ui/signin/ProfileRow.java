package io.watchdeck.ui.signin;

import io.watchdeck.identity.Door;
import java.util.Optional;

/// A profile as the page shows it.
///
/// @param account as AWS answered, for the stacks that are watched through it; empty where none is
/// @param as      the ARN of the user or assumed role
/// @param until   how long somebody is signed in, or that nobody is; empty where nobody has to
/// @param enter   where a person signs in
/// @param forget  what is kept in memory and can be forgotten
record ProfileRow(String name, String kind, String account, String as, String until, Optional<Door> enter,
        Optional<Door.Mfa> forget) {}
