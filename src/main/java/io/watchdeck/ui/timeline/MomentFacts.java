package io.watchdeck.ui.timeline;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.Optional;

/// What is told of the moment at the cursor.
///
/// @param title    the moment
/// @param severity of the stack then; empty while that is not known
/// @param ago      how long ago that is
/// @param asking   whether it is still being looked up
/// @param unseen   why nothing is recorded; empty where something is
/// @param verdict  of the stack then
/// @param open     what was open then, and who had it
/// @param notes    that persons wrote near it
/// @param unknown  what nobody can tell of the time that is shown
record MomentFacts(String title, Optional<Severity> severity, StackId stack, String name, Environment environment,
        String ago, boolean asking, String unseen, String verdict, List<StateLine> state, Spot spot,
        List<Said> open, List<Said> notes, List<Said> unknown) {

    /// @param counted how many interruptions are known, or why none are counted
    record Spot(String title, String counted, List<SpotLine> lines) {}

    /// @param beside what it is to be held against
    record SpotLine(String name, String value, Tone tone, String beside) {}

    /// @param owned whether somebody had it
    record Said(Kind kind, Severity severity, boolean owned, String text) {}

    enum Kind {
        ALARM, NOTHING, NOTE, NOT_KNOWN, REFUSED
    }
}
