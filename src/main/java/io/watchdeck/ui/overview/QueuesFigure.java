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

/// Dead letters, and the jobs that failed beside them.
///
/// @param dead how many dead letters, for sorting
record QueuesFigure(Optional<Absence> absence, String first, Tone firstTone, String second, Tone secondTone,
        Optional<Age> late, long dead) {

    private static final Duration DAY = Duration.ofHours(24);

    static QueuesFigure of(StackSnapshot stack, Instant now, Words words) {
        if (stack.queues().isEmpty() && stack.batchQueues().isEmpty()) {
            return plain(words.say("ui.queues.none"), "");
        }
        Optional<Absence> absence = stack.queues().stream()
                .flatMap(queue -> Absence.of(queue.state().state(), words).stream()).findFirst();
        if (absence.isPresent()) {
            return new QueuesFigure(absence, "", Tone.PLAIN, "", Tone.PLAIN, Optional.empty(), -1);
        }
        List<DeadLetters> letters = stack.queues().stream().flatMap(queue -> queue.deadLetters().stream()).toList();
        long dead = letters.stream().flatMap(one -> one.state().state().latest().stream())
                .mapToLong(state -> state.visible()).sum();
        boolean known = letters.stream().allMatch(one -> one.state().state().latest().isPresent());
        String first = stack.queues().isEmpty() ? words.say("ui.queues.noQueue")
                : letters.isEmpty() ? words.say("ui.queues.noDlq")
                : !known ? words.say("ui.queues.unknownDlq")
                : dead == 0 ? words.say("ui.queues.empty") : words.say("ui.queues.dead", dead);
        Tone open = StackFigures.tone(stack, condition -> condition.on().kind() == ComponentKind.QUEUE);
        Tone tone = dead == 0 ? Tone.MUTED : open == Tone.PLAIN ? Tone.WARNING : open;
        Age age = Age.oldest(stack.queues().stream().map(StackSnapshot.Queue::state).toList(), now, words);
        return withBatch(stack, new QueuesFigure(Optional.empty(), first, tone,
                words.say("ui.queues.count", stack.queues().size()), Tone.MUTED,
                Optional.of(age).filter(Age::worthSaying), dead), now, words);
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
            return new QueuesFigure(base.absence, base.first, base.firstTone, words.say("ui.queues.batchUnknown", why),
                    Tone.MUTED, base.late, base.dead);
        }
        int running = known.stream().mapToInt(state -> state.count("RUNNING")).sum();
        int failed = known.stream().mapToInt(state -> state.failedSince(now.minus(DAY))).sum();
        return new QueuesFigure(base.absence, base.first, base.firstTone,
                words.say(failed == 0 ? "ui.queues.batch" : "ui.queues.batchFailed", running, failed),
                failed == 0 ? Tone.MUTED : Tone.PLAIN, base.late, base.dead);
    }

    private static QueuesFigure plain(String first, String second) {
        return new QueuesFigure(Optional.empty(), first, Tone.MUTED, second, Tone.MUTED, Optional.empty(), -1);
    }
}
