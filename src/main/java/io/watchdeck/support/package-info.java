/// What a person needs when the console itself is in trouble: the program's log, the support bundle, and what must never
/// stand in either.
///
/// Read first: [Redaction]; [ProgramLog] and [SupportBundle] write nothing that has not gone through it. May import `model`
/// only.
@NullMarked
package io.watchdeck.support;

import org.jspecify.annotations.NullMarked;
