package io.watchdeck.watch;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything known at one instant: all stacks, worst first.
///
/// @param headline     "Everything is fine" or what needs someone now
/// @param second       who else needs someone; may be empty
/// @param completeness how many stacks answered, the oldest figure, what is denied
/// @param counts       stacks by severity, those whose file cannot be used among the ones that are not known
/// @param problems     stack files that could not be read
/// @param refreshing   a reading is under way
/// @param lastRead     when AWS last answered as far as the rounds of reading have got; empty before the first time
/// @param nextRead     when the next begins; empty while paused
/// @param every        the rhythm of reading
/// @param sandbox      all of it is simulated
/// @param inspected    more of the service whose details are open; empty while none are
/// @param notices      what is to be told of the console's own files
/// @param resolved     the alarms of watched stacks that were over in the last 24 hours, the last to end first
public record WatchSnapshot(Instant asOf, List<StackSnapshot> stacks, Severity severity, Phrase headline,
        Optional<Phrase> second, Phrase completeness, Map<Severity, Integer> counts, MeterReading meter,
        List<FileProblem> problems, boolean refreshing, Optional<Instant> lastRead, Optional<Instant> nextRead,
        Duration every, boolean sandbox, Optional<Inspected> inspected, List<Phrase> notices,
        List<Occurrence> resolved) {

    public WatchSnapshot {
        stacks = List.copyOf(stacks);
        counts = Map.copyOf(counts);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
        resolved = List.copyOf(resolved);
    }

    /// The stacks whose files cannot be used.
    public List<UnreadStack> unread() {
        return new BadFiles(problems).unread(stacks);
    }

    /// The same with something to be told.
    public WatchSnapshot with(Phrase notice) {
        return new WatchSnapshot(asOf, stacks, severity, headline, second, completeness, counts, meter, problems,
                refreshing, lastRead, nextRead, every, sandbox, inspected, List.of(notice), resolved);
    }

    /// The same with more known of a service whose details are open.
    public WatchSnapshot with(Inspected more) {
        return new WatchSnapshot(asOf, stacks, severity, headline, second, completeness, counts, meter, problems,
                refreshing, lastRead, nextRead, every, sandbox, Optional.of(more), notices, resolved);
    }
}
