package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.Optional;

/// What the details of an alarm say, in words.
///
/// @param key      what makes it the same alarm, however often it comes
/// @param state    the word of its group, as a badge
/// @param standing since when, and for how long nobody has had it or who has it
/// @param sources  who tells of it, and how
/// @param deadline until when it can be mended; may be empty
/// @param held     whose word holds, and that a new one takes its place; may be empty
/// @param age      of what was read to find it; empty where it is over
/// @param live     whether a word can be given
/// @param plotted  whether there is a metric to draw
record DetailFacts(AlarmKey key, Severity severity, boolean owned, String title, String sentence, String stackName,
        Environment environment, String component, String state, Tone stateTone, String standing,
        List<SourceLine> sources, String deadline, String held, Optional<Age> age, boolean live, boolean plotted,
        AwsReference reference) {

    DetailFacts {
        sources = List.copyOf(sources);
    }

    /// @param cloud  whether CloudWatch evaluates it, rather than this console
    /// @param name   as it is found there; empty for a rule that the title names already
    /// @param says   when it is in alarm
    /// @param beside how often it is read and whom AWS tells; AWS's own sentence
    record SourceLine(boolean cloud, String name, String says, String beside) {}
}
