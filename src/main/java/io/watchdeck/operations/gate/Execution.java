package io.watchdeck.operations.gate;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Sending;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sends the requests of one operation, each of them once and after it stands in the journal. What AWS refuses ends it,
/// and so does an answer that never came: what has become of it is read back before anything else is done.
final class Execution {

    static final Phrase TAKEN_BACK = Phrase.of("gate.takenBack");

    private final Followed followed;
    private final Sender sender;
    private final Clock clock;

    Execution(Followed followed, Sender sender, Clock clock) {
        this.followed = followed;
        this.sender = sender;
        this.clock = clock;
    }

    /// @param attempt may be taken back until the first request leaves
    /// @return its verdict where it has one already; empty where what was sent is to be proven
    Optional<Verdict> run(UUID id, List<Step> steps, Attempt attempt) {
        for (int number = 0; number < steps.size(); number++) {
            Optional<Phrase> unwritten = followed.about(id, steps.get(number).request());
            if (unwritten.isPresent()) {
                return Optional.of(unwritten(unwritten.get(), number, steps.size(), clock.instant()));
            }
            if (!attempt.leave()) {
                return Optional.of(takenBack(id));
            }
            Sent answer = send(id, steps.get(number));
            switch (answer) {
                case Sent.Taken _ -> {}
                case Sent.Refused refused -> {
                    return Optional.of(refused(refused, number, steps.size(), clock.instant()));
                }
                case Sent.Lost _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// The first request was about to leave, and did not.
    private Verdict takenBack(UUID id) {
        followed.change(id, JournalEntry::unsent);
        return new Verdict(Result.NOT_DONE, TAKEN_BACK, clock.instant());
    }

    private Sent send(UUID id, Step step) {
        Sent answer = sender.send(step);
        followed.change(id, entry -> entry.answered(entry.sendings().size() - 1, answer));
        return answer;
    }

    private static Verdict unwritten(Phrase why, int number, int all, Instant now) {
        return number == 0 ? new Verdict(Result.NOT_DONE, Phrase.of("proof.unwritten", why), now)
                : new Verdict(Result.PARTLY, Phrase.of("proof.unwrittenPartly", number, all, why), now);
    }

    private static Verdict refused(Sent.Refused refused, int number, int all, Instant now) {
        return number == 0
                ? new Verdict(Result.NOT_DONE, Phrase.of("proof.refused", refused.failure().sentence()), now)
                : new Verdict(Result.PARTLY,
                        Phrase.of("proof.refusedPartly", number, all, refused.failure().sentence()), now);
    }

    /// What the answers alone tell of an entry that an earlier run of the program left: that AWS refused the newest
    /// request, or that the rest was never sent. Empty where what was sent is to be proven.
    static Optional<Verdict> left(JournalEntry entry, Instant now) {
        List<Sending> own = entry.sendings().stream().limit(entry.planned()).toList();
        if (!own.isEmpty() && own.getLast().answer().orElse(null) instanceof Sent.Refused refused) {
            return Optional.of(refused(refused, own.size() - 1, entry.planned(), now));
        }
        if (!entry.isUnfinished() || entry.isUnsure()) {
            return Optional.empty();
        }
        return Optional.of(own.isEmpty() ? new Verdict(Result.NOT_DONE, Phrase.of("proof.neverSent"), now)
                : new Verdict(Result.PARTLY, Phrase.of("proof.unfinished", own.size(), entry.planned()), now));
    }

    /// Sends one request more, for what the operation ends by itself; not before it stands in the journal. What became of
    /// it stands there too.
    void add(UUID id, Step step) {
        if (followed.about(id, step.request()).isEmpty()) {
            send(id, step);
        }
    }
}
