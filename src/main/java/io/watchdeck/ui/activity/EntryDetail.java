package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.Tone;
import java.util.List;

/// Everything about one operation, in words, for somebody who was not there.
///
/// @param line      what its row says
/// @param component the service or the queue
/// @param standing  the verdict's word with how long it took
/// @param facts     when, who, why, where, what was warned of
/// @param missing   that a part of it was never sent; empty where all was
/// @param reminder  to go back; may be empty
/// @param goesTo    where its button leads, to the service or to the stack
/// @param watched   whether its stack is among those that are watched now
record EntryDetail(ActivityLine line, String component, String standing, List<FactLine> facts,
        List<ChangeLine> changes, List<RequestLine> requests, String missing, List<RemarkLine> remarks,
        String reminder, String goesTo, boolean watched) {

    EntryDetail {
        facts = List.copyOf(facts);
        changes = List.copyOf(changes);
        requests = List.copyOf(requests);
        remarks = List.copyOf(remarks);
    }

    /// @param beside explains it on hover; may be empty
    record FactLine(String name, String value, Tone tone, String beside) {}

    /// @param before empty where it was not known
    record ChangeLine(String what, String before, String after) {}

    /// @param name    `ecs:UpdateService`
    /// @param answer  what became of it
    /// @param command of AWS's command line
    record RequestLine(String name, List<FactLine> fields, Answer answered, String answer, String command) {
        RequestLine {
            fields = List.copyOf(fields);
        }
    }

    /// How a request was answered.
    enum Answer {
        TAKEN, REFUSED, LOST,
        /// Nobody has seen an answer.
        NONE;

        Tone tone() {
            return switch (this) {
                case TAKEN -> Tone.FINE;
                case REFUSED -> Tone.CRITICAL;
                case LOST, NONE -> Tone.WARNING;
            };
        }
    }

    /// @param moments in the local zone and in UTC
    record RemarkLine(String time, String moments, String said) {}
}
