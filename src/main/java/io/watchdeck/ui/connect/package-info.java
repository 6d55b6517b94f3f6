/// The dialog in which a person connects an account: from a profile to a stack file in the folder that is watched.
///
/// Read first: [ConnectViewModel], which knows the steps; [StackDraft] is what becomes one file. Reads through
/// [io.watchdeck.watch.discovery.ConnectDesk] alone. Imports no screen: how a person signs in it is told by the shell.
@NullMarked
package io.watchdeck.ui.connect;

import org.jspecify.annotations.NullMarked;
