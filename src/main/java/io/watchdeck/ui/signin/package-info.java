/// Signing in: the dialog of a door, and the page of all profiles.
///
/// Read first: [SignInDialogs], [SignInViewModel].
@NullMarked
package io.watchdeck.ui.signin;

import org.jspecify.annotations.NullMarked;
