/// Who we are in which account, which profiles there are, and how a person signs in.
///
/// Read first: [IdentitySource], then [Profile] and its [Door], then [SignInDesk]. Knows no secret: tokens, keys and
/// codes stay with whoever implements [SignIn].
@NullMarked
package io.watchdeck.identity;

import org.jspecify.annotations.NullMarked;
