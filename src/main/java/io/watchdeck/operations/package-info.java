/// The one gate for everything that changes the cloud: what is wanted ([Operation]), what follows from it (`preflight`),
/// whether it may run (`gate`), what came of it (`proof`), and the journal of all of it ([JournalEntry]).
///
/// The ports that change something ([Controls]) are used by `gate` alone. Read first: [Operation], then [Step] and
/// [JournalEntry]. Nothing of the window may be imported.
@NullMarked
package io.watchdeck.operations;

import org.jspecify.annotations.NullMarked;
