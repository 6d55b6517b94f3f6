package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.LedgerStore.Mark;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.watch.LedgerDesk;
import io.watchdeck.watch.LedgerQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was asked of the ledger, and what it answered. An answer to another question than the last one is dropped.
final class AskedLedger {

    /// Lines of a page.
    static final int PAGE = 100;
    private static final Duration AGAIN = Duration.ofSeconds(20);
    /// In the first moments of a console, while the first look goes on.
    private static final Duration SOON = Duration.ofSeconds(2);
    /// After so many answers nobody will have looked soon.
    private static final int FIRST = 30;

    private final LedgerDesk desk;
    private final Runnable onAnswer;
    private final KnownLines known = new KnownLines();
    private Optional<Asked> asked = Optional.empty();
    private Optional<Answered> answered = Optional.empty();
    /// How many have come of this span.
    private int answers;

    private record Asked(LedgerQuestion question, SpotSpan span, Instant at) {}

    /// The newest answer, with the time that it is of.
    record Answered(SpotSpan span, LedgerAnswer answer) {}

    AskedLedger(LedgerDesk desk, Runnable onAnswer) {
        this.desk = desk;
        this.onAnswer = onAnswer;
    }

    void goOn(AskedLedger before) {
        known.goOn(before.known);
        answered = before.answered;
        answers = before.answers;
    }

    /// Another time: nothing is known of it yet.
    void begin(SpotSpan span, Instant now) {
        known.forget();
        answers = 0;
        ask(span, now);
    }

    void askWhenDue(SpotSpan span, Instant now) {
        Duration pause = nobodyLookedYet() ? SOON : AGAIN;
        if (asked.filter(one -> one.span() == span && now.isBefore(one.at().plus(pause))).isEmpty()) {
            ask(span, now);
        }
    }

    private boolean nobodyLookedYet() {
        return answers < FIRST
                && answered.map(one -> one.answer().services()).filter(all -> !all.isEmpty() && all.stream()
                        .noneMatch(one -> one.rate().attendance().isAny())).isPresent();
    }

    void ask(SpotSpan span, Instant now) {
        LedgerQuestion question = LedgerQuestion.newest(span.until(now), PAGE);
        asked = Optional.of(new Asked(question, span, now));
        desk.ask(question, answer -> {
            if (asked.filter(last -> last.question().equals(answer.question())).isPresent()) {
                answered = Optional.of(new Answered(span, answer));
                answers++;
                known.newest(answer);
                onAnswer.run();
            }
        });
    }

    /// Reads the next page of older lines.
    void more() {
        List<Line> read = known.newestFirst();
        if (!known.more() || read.isEmpty() || asked.isEmpty()) {
            return;
        }
        SpotSpan of = asked.get().span();
        desk.ask(new LedgerQuestion(Set.of(), asked.get().question().range(),
                Optional.of(Mark.of(read.getLast().entry())), PAGE), answer -> {
                    if (asked.filter(last -> last.span() == of).isPresent()) {
                        known.older(answer);
                        onAnswer.run();
                    }
                });
    }

    Optional<Answered> answered() {
        return answered;
    }

    KnownLines lines() {
        return known;
    }
}
