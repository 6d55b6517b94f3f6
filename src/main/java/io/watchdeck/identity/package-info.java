/// Who we are in which account.
///
/// Read first: [IdentitySource].
@NullMarked
package io.watchdeck.identity;

import org.jspecify.annotations.NullMarked;
