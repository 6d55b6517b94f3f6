package io.watchdeck.ui.timeline;

import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.ui.kit.Tone;
import java.time.Instant;

/// What a row of the events says.
///
/// @param offset  from the cursor
/// @param details more of it, for the tooltip; may be empty
/// @param leads   to which screen it leads, for the tooltip; empty where it is no further
/// @param spoken  all of it for those who hear it
record EventLine(String id, Instant at, String time, String offset, TimelineEvent.Kind kind, Tone tone, String sentence,
        String source, String details, String leads, String spoken) {}
