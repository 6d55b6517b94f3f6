package io.watchdeck.ui.queues;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot.BatchQueue;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import io.watchdeck.watch.StackSnapshot.Pipe;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts one queue with its dead-letter queue into the words of a row.
///
/// @param flights messages in flight in the last hour
/// @param ages    age of the oldest waiting message, as far as somebody has it read
/// @param oldest  when the oldest dead letter was sent, where all were looked at
record QueueText(QueuePair pair, Series flights, Series ages, Optional<Instant> oldest, Instant now, Words words) {

    static final Duration SHOWN = Duration.ofHours(1);
    private static final String LEFT = "queue.deadLetterHoursLeft";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AGE_HOLDS = Duration.ofMinutes(15);
    /// Longer than this minutes say no more of a bound.
    private static final Duration IN_HOURS = Duration.ofHours(2);

    QueueLine line() {
        Severity severity = severity();
        var cells = new QueueLine.Cells(number(QueueState::visible), number(QueueState::inFlight), oldestWaiting(),
                letters(), depth(), deadOldest(), destroyed(), behind());
        String name = pair.stack().file().name();
        String sentence = words.say("ui.queues.row", pair.name(), name, severity, said(cells.waiting()),
                said(cells.letters()), said(cells.depth()), said(cells.destroyed()), said(cells.behind()));
        return new QueueLine(pair.key(), name, pair.stack().file().environment(), severity, owned(severity),
                pair.queue().deadLetters().isPresent(), cells, flights, now.minus(SHOWN), age(),
                pair.depth().orElse(0L), sentence);
    }

    private String said(Says cell) {
        String whole = cell.whole();
        return whole.isEmpty() ? words.say("ui.queues.none") : whole;
    }

    private Says number(java.util.function.ToLongFunction<QueueState> count) {
        return pair.state().map(state -> Says.of(words.number(count.applyAsLong(state)), Tone.PLAIN))
                .orElseGet(() -> absent(pair.queue().state()));
    }

    private Says absent(Panel<?> panel) {
        return Says.absent(Absence.of(panel.state(), words).orElseGet(() -> Absence.asking(words)));
    }

    /// CloudWatch is asked for the age of waiting messages only where a rule judges it, since each metric costs.
    private Says oldestWaiting() {
        if (pair.state().isEmpty()) {
            return absent(pair.queue().state());
        }
        Optional<Sample> age = ages.last().filter(one -> one.at().isAfter(now.minus(AGE_HOLDS)));
        if (age.isPresent()) {
            return Says.of(words.span(Duration.ofSeconds(Math.round(age.get().value()))), Tone.PLAIN);
        }
        if (pair.state().filter(state -> state.visible() + state.inFlight() + state.delayed() == 0).isPresent()) {
            return Says.of(words.say("ui.queues.nothing"), Tone.MUTED);
        }
        return Says.of(words.say("ui.absence.notKept"), Tone.MUTED).explained(words.say("ui.queues.oldestNotRead"));
    }

    private Says letters() {
        Optional<DeadLetters> dead = pair.queue().deadLetters();
        Optional<QueueState> state = pair.state();
        if (dead.isPresent()) {
            Says named = Says.of(dead.get().name(), Tone.PLAIN);
            String after = state.flatMap(QueueState::redrive).map(QueueState.RedrivePolicy::maxReceiveCount)
                    .map(most -> words.say("ui.queues.after", most)).orElse("");
            String kept = pair.deadLetters().map(letters -> words.say("ui.queues.kept", letters.retention()))
                    .orElse("");
            return named.below(joined(after, kept), Tone.MUTED).explained(dead.get().name());
        }
        if (state.isEmpty()) {
            return absent(pair.queue().state());
        }
        return Says.of(words.say("ui.queues.noLetters"), Tone.WARNING)
                .below(words.say("ui.queues.repeats", state.get().retention()), Tone.MUTED)
                .explained(words.say("ui.queues.noLetters") + "\n"
                        + words.say("ui.queues.repeats", state.get().retention()));
    }

    private static String joined(String one, String other) {
        return Stream.of(one, other).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private Says depth() {
        Optional<DeadLetters> dead = pair.queue().deadLetters();
        if (dead.isEmpty()) {
            return Says.NOTHING;
        }
        if (pair.deadLetters().isEmpty()) {
            return absent(dead.get().state());
        }
        long all = pair.depth().orElse(0L);
        long hidden = all - pair.deadLetters().get().visible();
        Tone open = tone(condition -> pair.parts().subList(0, 2).contains(condition.on()));
        Says says = Says.of(words.number(all), all == 0 ? Tone.PLAIN : open == Tone.PLAIN ? Tone.WARNING : open);
        return hidden == 0 ? says : says.below(words.say("ui.queues.hidden", hidden), Tone.MUTED)
                .explained(words.say("ui.queues.hiddenWhy"));
    }

    private boolean isEmptyOrUnknown() {
        return pair.depth().filter(all -> all > 0).isEmpty();
    }

    private Says deadOldest() {
        Optional<DeadLetters> dead = pair.queue().deadLetters();
        if (dead.isEmpty() || pair.depth().isEmpty()) {
            return Says.NOTHING;
        }
        if (isEmptyOrUnknown()) {
            return Says.of(words.say("ui.queues.nothing"), Tone.MUTED);
        }
        if (oldest.isPresent()) {
            return Says.of(words.span(Duration.between(oldest.get(), now)), Tone.PLAIN)
                    .explained(words.say("ui.queues.exactAge", words.moments(oldest.get())));
        }
        return dead.get().oldestAge().latest().state().latest()
                .map(seconds -> Says.of(words.span(Duration.ofSeconds(Math.round(seconds))), Tone.PLAIN)
                        .explained(words.say("ui.queues.metricAge")))
                .orElseGet(() -> absent(dead.get().oldestAge().latest()));
    }

    private Says destroyed() {
        Optional<DeadLetters> dead = pair.queue().deadLetters();
        if (dead.isEmpty() || pair.depth().isEmpty()) {
            return Says.NOTHING;
        }
        if (isEmptyOrUnknown()) {
            return Says.of(words.say("ui.queues.nothing"), Tone.MUTED);
        }
        Optional<Duration> exact = oldest.flatMap(at -> pair.deadLetters().filter(letters -> !letters.fifo())
                .map(letters -> Duration.between(now, at.plus(letters.retention()))));
        Optional<Duration> left = exact.or(dead.get()::expiresIn);
        if (left.isEmpty()) {
            return absent(dead.get().oldestAge().latest());
        }
        boolean most = exact.isEmpty() && dead.get().upperBound();
        return Says
                .of(words.say(most ? "ui.queues.atMost" : "ui.queues.in", most ? atMost(left.get()) : left.get()),
                        leftTone(left.get()))
                .explained(words.say(exact.isPresent() ? "ui.queues.exactLeft" : most ? "ui.queues.atMostWhy"
                        : "ui.queues.countedLeft"));
    }

    /// What is only a bound is told in whole hours, while it is hours.
    private static Duration atMost(Duration left) {
        return left.compareTo(IN_HOURS) < 0 ? left : Duration.ofHours(left.plusHours(1).minusNanos(1).toHours());
    }

    /// As the rules on the time left judge it, also where a look has found less time than they know of.
    private Tone leftTone(Duration left) {
        double hours = left.toMinutes() / 60.0;
        return pair.stack().conditions().stream()
                .filter(one -> one.on().name().equals(pair.name()) && one.metric().filter(LEFT::equals).isPresent())
                .filter(one -> one.threshold().isPresent() && hours < one.threshold().getAsDouble())
                .map(Condition::severity).max(Severity::compareTo).map(Tone::of).orElse(Tone.PLAIN);
    }

    private Says behind() {
        List<Pipe> pipes = pair.pipes();
        List<BatchQueue> batch = pair.batchQueues();
        Says first = pipes.isEmpty() ? Says.of(words.say("ui.queues.noPipe"), Tone.MUTED) : pipe(pipes);
        return batch.isEmpty() ? first : withBatch(first, batch);
    }

    private Says pipe(List<Pipe> pipes) {
        Optional<Pipe> stopped = pipes.stream().filter(one -> one.state().state().latest()
                .filter(PipeState::isRunning).isEmpty()).findFirst();
        Pipe told = stopped.orElse(pipes.getFirst());
        Optional<PipeState> state = told.state().state().latest();
        if (state.isEmpty()) {
            Absence why = Absence.of(told.state().state(), words).orElseGet(() -> Absence.asking(words));
            return Says.of(words.say("ui.queues.pipe", why.word()), Tone.MUTED)
                    .explained(told.name() + "\n" + why.sentence());
        }
        boolean runs = state.get().isRunning();
        String full = told.name() + (state.get().reason().isEmpty() ? "" : "\n" + state.get().reason());
        return Says.of(words.say(runs ? "ui.queues.pipeRunning" : "ui.queues.pipe", state.get().state()),
                runs ? Tone.PLAIN : Tone.WARNING).explained(full);
    }

    private Says withBatch(Says first, List<BatchQueue> queues) {
        List<BatchQueueState> known = queues.stream().flatMap(one -> one.state().state().latest().stream()).toList();
        if (known.isEmpty()) {
            String why = Absence.of(queues.getFirst().state().state(), words).map(Absence::word).orElse("");
            return first.below(words.say("ui.queues.batchUnknown", why), Tone.MUTED);
        }
        int failed = known.stream().mapToInt(one -> one.failedSince(now.minus(DAY))).sum();
        int running = known.stream().mapToInt(one -> one.count("RUNNING")).sum();
        return failed == 0 ? first.below(words.say("ui.queues.batchRunning", running), Tone.MUTED)
                : first.below(words.say("ui.queues.batchFails", failed, running), Tone.CRITICAL);
    }

    private Tone tone(java.util.function.Predicate<Condition> of) {
        return StackFigures.tone(pair.stack(), of);
    }

    private List<Condition> open() {
        return pair.stack().verdict().open().stream().filter(one -> pair.parts().contains(one.on())).toList();
    }

    private Severity severity() {
        Severity open = open().stream().map(Condition::severity).reduce(Severity.FINE, Severity::worse);
        boolean unread = unread(pair.queue().state())
                || pair.queue().deadLetters().filter(dead -> unread(dead.state())).isPresent();
        Severity here = pair.state().isPresent() && pair.queue().deadLetters().isEmpty()
                || pair.depth().filter(all -> all > 0).isPresent()
                || pair.pipes().stream().flatMap(one -> one.state().state().latest().stream())
                        .anyMatch(pipe -> !pipe.isRunning()) ? Severity.WARNING : Severity.FINE;
        return open.worse(here).worse(unread ? Severity.UNKNOWN : Severity.FINE);
    }

    private boolean unread(Panel<?> panel) {
        return switch (panel.freshness(now)) {
            case ASKING, STALE, MISSING -> panel.state().problem().map(Failure::kind)
                    .filter(kind -> kind == Failure.Kind.ABSENT).isEmpty();
            case ON_TIME, LATE -> false;
        };
    }

    private boolean owned(Severity severity) {
        List<Condition> worst = open().stream().filter(one -> one.severity() == severity).toList();
        return !worst.isEmpty() && worst.stream().allMatch(one -> pair.stack().occurrence(one)
                .map(Occurrence::status).filter(status -> !(status instanceof Status.Open)).isPresent());
    }

    private Age age() {
        var panels = new ArrayList<Panel<?>>();
        panels.add(pair.queue().state());
        pair.queue().deadLetters().ifPresent(dead -> panels.add(dead.state()));
        pair.pipes().forEach(pipe -> panels.add(pipe.state()));
        pair.batchQueues().forEach(batch -> panels.add(batch.state()));
        return Age.oldest(panels, now, words);
    }

}
