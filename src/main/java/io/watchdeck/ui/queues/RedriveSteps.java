package io.watchdeck.ui.queues;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.ui.queues.RedriveFacts.Step;
import io.watchdeck.ui.queues.RedriveFacts.Step.Progress;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The steps of a redrive that this console began. Only what has happened is ticked: what was cut short, did not happen or
/// is not known has a sign and words of its own.
///
/// @param to the queue that its messages are moved to
record RedriveSteps(Words words, Instant now, JournalEntry entry, String to) {

    /// Verdicts that count have at least so many figures.
    private static final int COUNTS = 5;

    /// While it is followed.
    ///
    /// @param until when its watching ends at the latest; empty while messages are moved
    List<Step> running(Optional<Finding.Going> going, Optional<When> until) {
        if (until.isEmpty()) {
            return List.of(snapshot(), new Step(Progress.NOW, words.say("ui.queues.redrive.step.moving", to), since()),
                    later("ui.queues.redrive.step.watching"), later("ui.queues.redrive.step.verdict"));
        }
        boolean stopped = stopped(going);
        OptionalLong done = going.map(Finding.Going::done).orElse(OptionalLong.empty());
        OptionalLong total = going.map(Finding.Going::total).orElse(OptionalLong.empty());
        Step move = ended(going, "vanished") && !done.equals(total) ? unknownMove(since())
                : move(done, total, !stopped, since());
        boolean none = stopped && done.equals(OptionalLong.of(0));
        return List.of(snapshot(), move, none
                ? new Step(Progress.NOW, words.say("ui.queues.redrive.step.checkingNone"), "")
                : new Step(Progress.NOW, words.say("ui.queues.redrive.step.watching"),
                        words.say("ui.queues.redrive.until", until.get())),
                new Step(Progress.LATER, words.say("ui.queues.redrive.step.verdict"),
                        none ? "" : words.when(until.get().at(), now)));
    }

    /// While it is not known whether it began.
    List<Step> unsure() {
        return List.of(snapshot(), unknownMove(since()), later("ui.queues.redrive.step.watching"),
                later("ui.queues.redrive.step.verdict"));
    }

    /// Whether its move was seen to end before all was moved; earlier versions had another word for it.
    static boolean stopped(Optional<Finding.Going> going) {
        return ended(going, "endedEarly") || ended(going, "stopped");
    }

    private static boolean ended(Optional<Finding.Going> going, String how) {
        return going.filter(one -> key(one.sentence()).equals(how)).isPresent();
    }

    /// With its verdict.
    List<Step> ended(Verdict verdict) {
        return List.of(snapshot(), moved(verdict), watched(verdict),
                new Step(switch (verdict.result()) {
                    case WORKED -> Progress.DONE;
                    case FAILED -> Progress.FAILED;
                    case PARTLY, CANCELLED -> Progress.PARTLY;
                    case NOT_DONE -> Progress.NONE;
                    case NOT_KNOWN -> Progress.UNKNOWN;
                }, words.say("ui.queues.redrive.step.verdict"), words.whenSeconds(verdict.at(), now)));
    }

    private Step moved(Verdict verdict) {
        OptionalLong moved = movedBy(verdict);
        if (verdict.result() == Result.NOT_DONE) {
            return noneMoved("");
        }
        if (moved.isEmpty()) {
            return unknownMove("");
        }
        return move(moved, counts(verdict.sentence()) ? number(verdict.sentence(), 1) : OptionalLong.empty(),
                verdict.result() == Result.WORKED || key(verdict).equals("uncounted"), "");
    }

    /// @param all whether SQS ended it by itself, so that what is left is no sign of an early end where nobody counted
    private Step move(OptionalLong moved, OptionalLong total, boolean all, String when) {
        if (moved.equals(OptionalLong.of(0)) && !(all && total.equals(moved))) {
            return noneMoved(when);
        }
        boolean less = moved.isPresent() && total.isPresent() && moved.getAsLong() < total.getAsLong();
        if (less) {
            return new Step(all ? Progress.DONE : Progress.PARTLY, words.say("ui.queues.redrive.step.movedOf", to,
                    moved.getAsLong(), total.getAsLong()), when);
        }
        return all || total.isPresent() ? new Step(Progress.DONE, words.say("ui.queues.redrive.step.moved", to), when)
                : new Step(Progress.PARTLY, words.say("ui.queues.redrive.step.movedSome", to, moved.orElse(0)), when);
    }

    private Step noneMoved(String when) {
        return new Step(Progress.NONE, words.say("ui.queues.redrive.step.noneMoved", to), when);
    }

    private Step unknownMove(String when) {
        return new Step(Progress.UNKNOWN, words.say("ui.queues.redrive.step.movedUnknown", to), when);
    }

    private Step watched(Verdict verdict) {
        if (verdict.result() == Result.NOT_DONE || movesNothing(verdict)) {
            return new Step(Progress.NONE, words.say("ui.queues.redrive.step.nothingToWatch"), "");
        }
        if (key(verdict).startsWith("soFar")) {
            return new Step(Progress.PARTLY, words.say("ui.queues.redrive.step.watchedSoFar"), "");
        }
        return counts(verdict.sentence()) ? new Step(Progress.DONE, words.say("ui.queues.redrive.step.watched"), "")
                : new Step(Progress.NONE, words.say("ui.queues.redrive.step.notWatched"), "");
    }

    private Step snapshot() {
        int bodies = entry.before().hashes().values().stream().mapToInt(Integer::intValue).sum();
        long counted = entry.before().messages().orElse(0);
        return new Step(Progress.DONE, bodies > 0 ? words.say("ui.queues.redrive.step.bodies", bodies)
                : words.say("ui.queues.redrive.step.counted", counted), words.whenSeconds(entry.begun(), now));
    }

    private String since() {
        return words.say("ui.queues.redrive.since", words.whenSeconds(entry.begun(), now));
    }

    private Step later(String key) {
        return new Step(Progress.LATER, words.say(key), "");
    }

    /// Whether it is known that it has moved no message, and moves none any more.
    static boolean movesNothing(Verdict verdict) {
        return verdict.result() != Result.WORKED && movedBy(verdict).equals(OptionalLong.of(0));
    }

    /// Whether it is known that it has moved every message that was there before it.
    static boolean movesAll(Verdict verdict) {
        OptionalLong moved = movedBy(verdict);
        OptionalLong total = counts(verdict.sentence()) ? number(verdict.sentence(), 1) : OptionalLong.empty();
        return moved.isPresent() && total.isPresent() && moved.getAsLong() >= total.getAsLong();
    }

    /// Empty where its verdict does not tell it, or SQS told nothing of it.
    private static OptionalLong movedBy(Verdict verdict) {
        boolean told = switch (key(verdict)) {
            case "uncounted", "cancelledUncounted", "failedUncounted" -> true;
            case "untold" -> false;
            default -> counts(verdict.sentence());
        };
        return told ? number(verdict.sentence(), 0) : OptionalLong.empty();
    }

    /// Verdicts that count begin with what was moved, of how many, and what came back.
    static boolean counts(Phrase sentence) {
        return sentence.arguments().size() >= COUNTS
                && sentence.arguments().stream().limit(3).allMatch(Number.class::isInstance);
    }

    private static String key(Verdict verdict) {
        return key(verdict.sentence());
    }

    /// The last part of the key.
    private static String key(Phrase sentence) {
        return sentence.key().substring(sentence.key().lastIndexOf('.') + 1);
    }

    private static OptionalLong number(Phrase sentence, int index) {
        return sentence.arguments().size() > index && sentence.arguments().get(index) instanceof Number count
                ? OptionalLong.of(count.longValue()) : OptionalLong.empty();
    }
}
