package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The minutes around the line that is looked at: asked for once, and again each minute while they are young.
final class Surroundings {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final SpotText text;
    private final ChartViewModel.Asking history;
    private final Runnable onAnswer;
    private Optional<Asked> asked = Optional.empty();

    private record Asked(String line, Instant at, Optional<Past> past) {}

    Surroundings(SpotText text, ChartViewModel.Asking history, Runnable onAnswer) {
        this.text = text;
        this.history = history;
        this.onAnswer = onAnswer;
    }

    /// What is kept of them; empty while that is asked for.
    Optional<Past> of(Line line, StackSnapshot stack, Instant now) {
        String id = line.entry().id();
        if (isDue(line, now)) {
            asked = Optional.of(new Asked(id, now, about(id)));
            new Coincidence(text, stack, line.entry().at()).query(now)
                    .ifPresent(query -> history.ask(query, past -> answered(id, past)));
        }
        return about(id);
    }

    private Optional<Past> about(String line) {
        return asked.filter(one -> one.line().equals(line)).flatMap(Asked::past);
    }

    private boolean isDue(Line line, Instant now) {
        Instant settled = line.entry().at().plus(Coincidence.BESIDE.multipliedBy(3));
        return asked.filter(one -> one.line().equals(line.entry().id())
                && (one.at().isAfter(settled) || now.isBefore(one.at().plus(AGAIN)))).isEmpty();
    }

    private void answered(String id, Past past) {
        Optional<Asked> last = asked.filter(one -> one.line().equals(id));
        if (last.isPresent()) {
            asked = Optional.of(new Asked(id, last.get().at(), Optional.of(past)));
            onAnswer.run();
        }
    }
}
