/// What happened, of all stacks in one order: what AWS tells, what alarms found, what persons said and changed.
///
/// Read first: [Timeline], the port, then [TimelineEvent]. Everything is read from what is kept; nothing is asked of AWS.
/// The past as the screens showed it is composed in `watch`. Imports no technology.
@NullMarked
package io.watchdeck.timeline;

import org.jspecify.annotations.NullMarked;
