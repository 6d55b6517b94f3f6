package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.kit.Tone;
import java.util.List;

/// One dead letter as it is shown.
///
/// @param position such as `Group A, sample 1 of 16`
/// @param size     of the body, in words
/// @param hidden   whether something of it is not shown
/// @param personal whether it has something to hide
/// @param note     what of the body is not shown because it is too long; may be empty
record SampleFacts(String position, String size, BodyText.Look look, BodyText.Shown body, boolean hidden,
        boolean personal, String note, List<Fact> facts, List<Fact> attributes) {

    /// @param code whether it is written as code
    record Fact(String name, String value, Tone tone, boolean code, String explanation) {}
}
