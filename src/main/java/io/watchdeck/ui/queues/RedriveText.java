package io.watchdeck.ui.queues;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.OperationDesk.Running;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.queues.RedriveFacts.Bar;
import io.watchdeck.ui.queues.RedriveFacts.State;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Puts a redrive into words, whoever began it.
record RedriveText(Words words, Instant now) {

    /// Of what is looked at so often, an age is on time within two of them, and late within five.
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(15);

    RedriveFacts none() {
        return bare(State.NONE, words.say("ui.queues.redrive.none"), words.say("ui.queues.redrive.about"));
    }

    RedriveFacts unknown(Failure failure) {
        return bare(State.UNKNOWN, words.say("ui.queues.redrive.unknown"), words.say(failure.sentence()));
    }

    private static RedriveFacts bare(State state, String title, String about) {
        return new RedriveFacts(state, title, "", List.of(), Optional.empty(), "", "", Optional.empty(), "", "",
                Tone.PLAIN, about, Optional.empty());
    }

    /// One that this console follows.
    ///
    /// @param cancelling whether a request that cancels it is on its way
    /// @param task       what SQS tells of it; empty where that is not known
    /// @param heard      when it was last heard of
    /// @param to         the queue that its messages are moved to
    RedriveFacts running(Running running, Operation.Redrive redrive, boolean cancelling, Optional<RedriveTask> task,
            Instant heard, String to) {
        JournalEntry entry = running.entry();
        Optional<Finding.Going> going = running.last();
        if (isUnsure(entry, going, task)) {
            return unsure(running, redrive, heard, to);
        }
        Optional<When> until = going.flatMap(RedriveText::until);
        boolean ending = until.isEmpty() && (cancelling || isCancelling(going));
        String so = going.map(Finding.Going::sentence).map(words::say).orElse("");
        Tone tone = going.filter(one -> one.back().orElse(0) > 0).isPresent() ? Tone.WARNING : Tone.NOTICE;
        return new RedriveFacts(until.isPresent() ? State.WATCHING : State.RUNNING,
                until.isPresent() ? over(going, task) : words.say(ending ? "ui.queues.redrive.cancellingTitle"
                        : "ui.queues.redrive.running"),
                by(entry), new RedriveSteps(words, now, entry, to).running(going, until),
                going.flatMap(this::bar), rate(redrive.perSecond()),
                until.isPresent() || ending ? "" : ends(redrive.bounces(), going),
                task.filter(RedriveTask::isRunning).flatMap(RedriveTask::handle)
                        .filter(_ -> until.isEmpty() && !ending),
                words.say("ui.queues.redrive.soFar"), so, tone, "", Optional.of(age(heard)));
    }

    /// Whether nobody has seen that it began: its request may have left without an answer, and no look has found a move.
    /// The program looks at none before its sending is over.
    private static boolean isUnsure(JournalEntry entry, Optional<Finding.Going> going, Optional<RedriveTask> task) {
        boolean lost = entry.sendings().stream().limit(entry.planned()).flatMap(one -> one.answer().stream())
                .anyMatch(Sent.Lost.class::isInstance);
        return (lost || going.isPresent() && entry.isUnsure()) && task.isEmpty()
                && going.filter(one -> one.done().isPresent() || until(one).isPresent()).isEmpty();
    }

    private RedriveFacts unsure(Running running, Operation.Redrive redrive, Instant heard, String to) {
        JournalEntry entry = running.entry();
        String found = running.last().map(Finding.Going::sentence).map(words::say).map(one -> one + ". ").orElse("");
        return new RedriveFacts(State.UNSURE, words.say("ui.queues.redrive.unsure"), by(entry),
                new RedriveSteps(words, now, entry, to).unsure(), Optional.empty(), rate(redrive.perSecond()), "",
                Optional.empty(), words.say("ui.queues.redrive.unsure.title"),
                found + words.say("ui.queues.redrive.unsure.deed"), Tone.WARNING, "", Optional.of(age(heard)));
    }

    /// SQS is asked to cancel, and has not done so yet.
    private static boolean isCancelling(Optional<Finding.Going> going) {
        return going.map(Finding.Going::sentence).filter(one -> one.key().equals("proof.redrive.status")
                || one.key().equals("proof.redrive.goingUncounted"))
                .filter(one -> one.arguments().contains("CANCELLING"))
                .isPresent();
    }

    /// The title of one that moves nothing any more: how it ended, and whether what comes back is counted.
    private String over(Optional<Finding.Going> going, Optional<RedriveTask> task) {
        if (!RedriveSteps.stopped(going)) {
            return words.say("ui.queues.redrive.watching");
        }
        String how = words.say("ui.queues.redrive.over." + task.map(RedriveText::word)
                .filter(word -> word.equals("cancelled") || word.equals("failed")).orElse("early"));
        return going.filter(one -> one.done().orElse(1) > 0).isPresent()
                ? words.say("ui.queues.redrive.overWatched", how) : how;
    }

    private Age age(Instant heard) {
        Duration old = Duration.between(heard, now);
        Freshness freshness = old.compareTo(LOOKED_EVERY.multipliedBy(2)) <= 0 ? Freshness.ON_TIME
                : old.compareTo(LOOKED_EVERY.multipliedBy(5)) <= 0 ? Freshness.LATE : Freshness.STALE;
        return new Age(freshness, words.span(old),
                words.say("ui.age.read", words.whenSeconds(heard, now), LOOKED_EVERY));
    }

    private static Optional<When> until(Finding.Going going) {
        return going.sentence().arguments().stream().filter(When.class::isInstance).map(When.class::cast).findFirst();
    }

    private String by(JournalEntry entry) {
        return words.say("ui.queues.redrive.by", Duration.between(entry.begun(), now), entry.person());
    }

    private String rate(OptionalInt perSecond) {
        return perSecond.isPresent() ? words.say("ui.queues.redrive.rate", perSecond.getAsInt())
                : words.say("ui.queues.redrive.rateChosen");
    }

    private String ends(OptionalInt bounces, Optional<Finding.Going> going) {
        long back = going.map(one -> one.back().orElse(0)).orElse(0L);
        return bounces.isPresent() ? words.say("ui.queues.redrive.ends", bounces.getAsInt(), back)
                : words.say("ui.queues.redrive.neverEnds");
    }

    private Optional<Bar> bar(Finding.Going going) {
        return going.total().isEmpty() || going.done().isEmpty() ? Optional.empty()
                : Optional.of(bar(going.done().getAsLong(), Optional.of(going.back().orElse(0)),
                        going.total().getAsLong()));
    }

    private Optional<Bar> bar(Phrase verdict) {
        List<Object> counts = verdict.arguments();
        return RedriveSteps.counts(verdict) && !verdict.key().equals("proof.redrive.untold")
                ? Optional.of(bar(((Number) counts.get(0)).longValue(),
                        Optional.of(((Number) counts.get(2)).longValue()), ((Number) counts.get(1)).longValue()))
                : Optional.empty();
    }

    private Bar bar(long moved, Optional<Long> back, long total) {
        long left = Math.max(0, total - moved);
        String movedText = words.say("ui.queues.redrive.moved", moved, total);
        String backText = back.map(count -> words.say("ui.queues.redrive.back", count)).orElse("");
        return new Bar(moved, back, total, movedText, backText,
                back.isPresent() ? words.say("ui.queues.redrive.accepted", Math.max(0, moved - back.get()))
                        : words.say("ui.queues.redrive.movedLegend", moved),
                back.map(count -> words.say("ui.queues.redrive.backLegend", count)).orElse(""),
                words.say("ui.queues.redrive.left", left), movedText + (backText.isEmpty() ? "" : ", " + backText));
    }

    /// One that came to its verdict.
    ///
    /// @param to the queue that its messages were moved to
    RedriveFacts ended(JournalEntry entry, Operation.Redrive redrive, Verdict verdict, String to) {
        Tone tone = switch (verdict.result()) {
            case WORKED -> Tone.FINE;
            case FAILED -> Tone.CRITICAL;
            case PARTLY, CANCELLED, NOT_DONE, NOT_KNOWN -> Tone.WARNING;
        };
        String title = switch (verdict.result()) {
            case CANCELLED -> "ui.queues.redrive.over.cancelled";
            case NOT_DONE -> "ui.queues.redrive.over.notDone";
            case WORKED, FAILED, PARTLY, NOT_KNOWN -> "ui.queues.redrive.ended";
        };
        return new RedriveFacts(State.ENDED, words.say(title),
                words.say("ui.queues.redrive.byAt", words.when(entry.begun(), now), entry.person()),
                new RedriveSteps(words, now, entry, to).ended(verdict),
                bar(verdict.sentence()), rate(redrive.perSecond()), "", Optional.empty(),
                words.say("ui.queues.redrive.result." + verdict.result().word()), words.say(verdict.sentence()), tone,
                "", Optional.empty());
    }

    /// One that this console knows only from SQS: nobody has counted what was there before, so that what comes back is
    /// not known.
    ///
    /// @param cancelling whether a request that cancels it is on its way
    /// @param heard      when SQS told of it
    RedriveFacts foreign(RedriveTask task, boolean cancelling, Instant heard) {
        boolean running = task.isUnderWay();
        Phrase sentence = Phrase.of("ui.queues.redrive.task." + word(task), task.moved(), task.status());
        long total = task.toMove().orElse(task.moved());
        Tone tone = task.status().equals("FAILED") ? Tone.CRITICAL : running ? Tone.NOTICE : Tone.PLAIN;
        String reason = task.reason().isEmpty() ? "" : " " + BodyText.harmless(task.reason());
        return new RedriveFacts(running ? State.FOREIGN : State.ENDED,
                words.say(running ? cancelling || task.status().equals("CANCELLING")
                        ? "ui.queues.redrive.foreignCancelling" : "ui.queues.redrive.foreign"
                        : "ui.queues.redrive.foreignEnded"),
                words.say("ui.queues.redrive.begun", words.when(task.startedAt(), now)), List.of(),
                Optional.of(bar(task.moved(), Optional.empty(), total)), rate(task.perSecond()), "",
                running && !cancelling ? task.handle() : Optional.empty(), task.status(),
                words.say(sentence) + reason + " "
                        + words.say(running ? "ui.queues.redrive.foreignWhy" : "ui.queues.redrive.toldWhy"),
                tone, "", running ? Optional.of(age(heard)) : Optional.empty());
    }

    private static String word(RedriveTask task) {
        return switch (task.status()) {
            case "RUNNING" -> "running";
            case "CANCELLING" -> "cancelling";
            case "CANCELLED" -> "cancelled";
            case "COMPLETED" -> "completed";
            case "FAILED" -> "failed";
            default -> "other";
        };
    }
}
