/// What a person needs when the console itself is in trouble: the program's log, the support bundle, and what must never
/// stand in any.
///
/// Read first: [Redaction]; [LogLine], [SupportBundle] and [Details] write nothing that has not gone through it. May
/// import `model` only.
@NullMarked
package io.watchdeck.support;

import org.jspecify.annotations.NullMarked;
