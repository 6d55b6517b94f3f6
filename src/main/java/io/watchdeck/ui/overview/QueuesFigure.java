package io.watchdeck.ui.overview;

import io.watchdeck.model.ComponentKind;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Dead letters, and the jobs that failed beside them.
///
/// @param firstShort the same in the fewest words
/// @param second     the next line, from its fullest form to its shortest; empty where there is nothing to say
/// @param dead       how many dead letters, for sorting; -1 where there is no such queue or it is not known
record QueuesFigure(Optional<Absence> absence, String first, String firstShort, Tone firstTone, List<String> second,
        Tone secondTone, Optional<Age> late, long dead) {

    private static final Duration DAY = Duration.ofHours(24);

    static QueuesFigure of(StackSnapshot stack, Instant now, Words words) {
        if (stack.queues().isEmpty() && stack.batchQueues().isEmpty()) {
            return none(words.say("ui.queues.none"));
        }
        Optional<Absence> absence = stack.queues().stream()
                .flatMap(queue -> Absence.of(queue.state().state(), words).stream()).findFirst();
        if (absence.isPresent()) {
            return new QueuesFigure(absence, "", "", Tone.PLAIN, List.of(), Tone.PLAIN, Optional.empty(), -1);
        }
        List<DeadLetters> letters = stack.queues().stream().flatMap(queue -> queue.deadLetters().stream()).toList();
        long dead = letters.stream().flatMap(one -> one.state().state().latest().stream())
                .mapToLong(state -> state.present()).sum();
        long hidden = letters.stream().flatMap(one -> one.state().state().latest().stream())
                .mapToLong(state -> state.inFlight()).sum();
        boolean known = letters.stream().allMatch(one -> one.state().state().latest().isPresent());
        String first = stack.queues().isEmpty() ? words.say("ui.queues.noQueue")
                : letters.isEmpty() ? words.say("ui.queues.noDlq")
                : !known ? words.say("ui.queues.unknownDlq")
                : dead == 0 ? words.say("ui.queues.empty")
                : hidden == 0 ? words.say("ui.queues.dead", dead)
                : hidden == dead ? words.say("ui.queues.deadHidden", dead)
                : words.say("ui.queues.deadSomeHidden", dead, hidden);
        Tone open = StackFigures.tone(stack, condition -> condition.on().kind() == ComponentKind.QUEUE);
        Tone tone = dead == 0 ? Tone.MUTED : open == Tone.PLAIN ? Tone.WARNING : open;
        Age age = Age.oldest(stack.queues().stream().map(StackSnapshot.Queue::state).toList(), now, words);
        String brief = dead > 0 && known ? words.say("ui.queues.deadBrief", dead) : first;
        return withBatch(stack, new QueuesFigure(Optional.empty(), first, brief, tone,
                stack.queues().isEmpty() ? List.of() : List.of(words.say("ui.queues.count", stack.queues().size())),
                Tone.MUTED, Optional.of(age).filter(Age::worthSaying), known && !letters.isEmpty() ? dead : -1), now,
                words);
    }

    private static QueuesFigure withBatch(StackSnapshot stack, QueuesFigure base, Instant now, Words words) {
        if (stack.batchQueues().isEmpty()) {
            return base;
        }
        List<BatchQueueState> known = stack.batchQueues().stream()
                .flatMap(one -> one.state().state().latest().stream()).toList();
        if (known.isEmpty()) {
            String why = Absence.of(stack.batchQueues().getFirst().state().state(), words).map(Absence::word)
                    .orElse("");
            return base.withSecond(List.of(words.say("ui.queues.batchUnknown", why)), Tone.MUTED);
        }
        int running = known.stream().mapToInt(state -> state.count("RUNNING")).sum();
        int failed = known.stream().mapToInt(state -> state.failedSince(now.minus(DAY))).sum();
        if (failed == 0) {
            return base.withSecond(List.of(words.say("ui.queues.batch", running),
                    words.say("ui.queues.batchBrief", running)), Tone.MUTED);
        }
        return base.withSecond(Stream.of("ui.queues.batchFailed", "ui.queues.batchFailedBrief", "ui.queues.failed")
                .map(key -> words.say(key, running, failed)).toList(), Tone.PLAIN);
    }

    private QueuesFigure withSecond(List<String> said, Tone tone) {
        return new QueuesFigure(absence, first, firstShort, firstTone, said, tone, late, dead);
    }

    /// The next line in full.
    String secondInFull() {
        return second.isEmpty() ? "" : second.getFirst();
    }

    private static QueuesFigure none(String said) {
        return new QueuesFigure(Optional.empty(), said, said, Tone.MUTED, List.of(), Tone.MUTED, Optional.empty(), -1);
    }
}
