/// Reads files that a person wrote: keys that are known, values of their type, and every mistake with its line, column
/// and remedy.
///
/// Read first: [Fields], the cursor that all parsers read with; [Problems] is where they report. May import nothing of
/// the program.
@NullMarked
package io.watchdeck.yaml;

import org.jspecify.annotations.NullMarked;
