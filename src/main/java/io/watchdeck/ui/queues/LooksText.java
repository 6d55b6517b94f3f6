package io.watchdeck.ui.queues;

import io.watchdeck.model.Failure;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.queues.QueueState;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Says what was looked at, what looking does, and why it may not be done.
record LooksText(Words words, Instant now) {

    /// @param refused  why nobody may look; empty where one may
    /// @param since    how the queue was changed since the look
    LooksHead head(Optional<QueuePair> pair, boolean looking, Optional<String> refused, Optional<Look> look,
            QueueChanges since) {
        long depth = pair.flatMap(QueuePair::depth).orElse(0L);
        int looked = look.map(Look::looked).orElse(0);
        boolean complete = look.filter(one -> one.letters().complete()).isPresent();
        long left = complete ? 0 : Math.max(0, depth - looked);
        Optional<String> why = refused.or(() -> impossible(pair, depth, looked));
        boolean more = !complete && left > 0;
        return new LooksHead(title(pair, look, depth, since), asOf(look),
                since.destroyed().map(this::destroyed).or(() -> since.moved().map(at -> outdated(at, refused)))
                        .or(() -> since.nothing().map(this::untouched)).orElseGet(() -> note(pair, look, left)),
                since.moved().isPresent() || warns(pair),
                more ? words.say(looked == 0 ? "ui.queues.look" : "ui.queues.lookMore",
                        Math.min(left, LettersViewModel.PAGE)) : "",
                more && left > LettersViewModel.PAGE
                        ? Optional.of(words.say("ui.queues.lookAll", left, OperationDesk.hidden(all(left))))
                        : Optional.empty(),
                why, looking, look.isPresent() ? words.say("ui.queues.lookAgain") : "", exports(look),
                look.filter(one -> !one.groups().isEmpty()).isPresent() ? "" : empty(pair, look, looking, why, depth));
    }

    /// Counts are approximate: a few more are looked for.
    static int all(long left) {
        return (int) Math.min(Integer.MAX_VALUE / 2, left + LettersViewModel.PAGE);
    }

    private String title(Optional<QueuePair> pair, Optional<Look> look, long depth, QueueChanges since) {
        if (look.isPresent() && look.get().looked() > 0) {
            Look one = look.get();
            if (since.destroyed().isPresent()) {
                return words.say("ui.queues.lettersDestroyed", one.looked(), one.groups().size());
            }
            if (one.letters().others() > 0) {
                return words.say("ui.queues.lettersHeld", one.known(), one.looked(), one.groups().size());
            }
            return one.letters().complete() ? words.say("ui.queues.lettersIn", one.looked(), one.groups().size())
                    : words.say("ui.queues.lettersPartly", one.looked(), depth, one.groups().size());
        }
        return pair.flatMap(QueuePair::depth).map(count -> words.say("ui.queues.letters", count))
                .orElseGet(() -> words.say("ui.queues.lettersTitle"));
    }

    private String asOf(Optional<Look> look) {
        return look.map(one -> words.say("ui.queues.lookedAt", words.whenSeconds(one.letters().asOf(), now)))
                .orElse("");
    }

    private Optional<String> impossible(Optional<QueuePair> pair, long depth, int looked) {
        if (pair.isEmpty() || pair.get().deadLetterQueue().isEmpty()) {
            return Optional.of(words.say("ui.queues.refused.none"));
        }
        if (pair.get().deadLetters().isEmpty()) {
            return Optional.of(words.say("ui.queues.refused.unknown"));
        }
        return depth == 0 && looked == 0 ? Optional.of(words.say("ui.queues.refused.empty")) : Optional.empty();
    }

    private static boolean warns(Optional<QueuePair> pair) {
        return pair.flatMap(QueuePair::deadLetters).filter(dead -> dead.redrive().isPresent() || dead.fifo())
                .isPresent();
    }

    /// What is held of them can still be saved.
    private String destroyed(Instant purge) {
        return words.say("ui.queues.destroyed", words.whenSeconds(purge, now));
    }

    /// @param since   when the messages were begun to be moved or destroyed
    /// @param refused why nobody may look yet
    private String outdated(Instant since, Optional<String> refused) {
        return words.say(refused.isPresent() ? "ui.queues.outdatedWait" : "ui.queues.outdated",
                words.whenSeconds(since, now));
    }

    /// A look is not handed on beyond a redrive that was begun: the next is checked by what is looked at anew.
    private String untouched(Instant since) {
        return words.say("ui.queues.untouched", words.whenSeconds(since, now));
    }

    /// What looking does, or has done; and what of it failed or is not held.
    private String note(Optional<QueuePair> pair, Optional<Look> look, long left) {
        Optional<QueueState> dead = pair.flatMap(QueuePair::deadLetters);
        if (dead.isEmpty()) {
            return "";
        }
        boolean done = look.isPresent();
        Duration hidden = OperationDesk.hidden(done ? look.get().looked()
                : (int) Math.min(left, LettersViewModel.PAGE));
        String harm = dead.get().redrive().map(policy -> words.say("ui.queues.harmful", policy.maxReceiveCount(),
                policy.deadLetterName())).orElseGet(() -> words.say("ui.queues.harmless"));
        String fifo = dead.get().fifo() ? " " + words.say("ui.queues.fifoWaits") : "";
        String effect = words.say(done ? "ui.queues.lookHid" : "ui.queues.lookHides", hidden);
        return effect + " " + harm + fifo + look.map(this::lacking).orElse("");
    }

    private String lacking(Look look) {
        String failed = look.letters().failure().map(this::failed).map(said -> " " + said).orElse("");
        int others = look.letters().others();
        return failed + (others > 0 ? " " + words.say("ui.queues.notHeld", others) : "");
    }

    private String failed(Failure failure) {
        Absence why = Absence.of(failure, words);
        return words.say("ui.queues.lookFailed", why.sentence());
    }

    private String exports(Optional<Look> look) {
        return look.filter(one -> one.known() > 0).map(one -> one.letters().others() > 0
                ? words.say("ui.queues.exportPartly", one.known(), one.letters().others())
                : words.say("ui.queues.exportAll", one.known())).orElse("");
    }

    private String empty(Optional<QueuePair> pair, Optional<Look> look, boolean looking, Optional<String> why,
            long depth) {
        if (looking) {
            return words.say("ui.queues.looking");
        }
        if (why.isPresent()) {
            return why.get();
        }
        return look.isEmpty() ? words.say("ui.queues.notLooked", depth)
                : look.get().letters().failure().map(this::failed).orElseGet(() -> words.say("ui.queues.noneSeen"));
    }
}
