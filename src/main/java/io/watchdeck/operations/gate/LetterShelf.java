package io.watchdeck.operations.gate;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.operations.preflight.OwnFacts;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.LetterMark;
import io.watchdeck.queues.letters.QueueControl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// What was looked at of one dead-letter queue: the bodies of the first messages, and marks of all. Nothing of it is kept
/// beyond the program. One looks at a time; what is known is told at once, also while somebody looks.
final class LetterShelf {

    /// Of messages no more than this is held, in characters of their bodies and attributes.
    private static final long ROOM = 16_000_000;
    /// What holding a message takes beside its texts.
    private static final long OVERHEAD = 500;
    /// A receive may give nothing although there is something: so many in a row mean that nothing more is there.
    private static final int NOTHING = 5;
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);
    /// What is looked at in one round is hidden until its end: so many a second at least.
    private static final int A_SECOND = 200;

    private final QueueControl queues;
    private final String queue;
    private final Clock clock;
    /// Held while somebody looks, which takes as long as SQS does; never by who only asks what is known.
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<String, LetterMark> marks = new LinkedHashMap<>();
    private final Map<String, DeadLetter> letters = new LinkedHashMap<>();
    private long room;
    private boolean complete;
    private Optional<Failure> failure = Optional.empty();
    private final Instant since;
    private Instant asOf;
    /// Until when what was received last is hidden.
    private Instant hiddenUntil;
    /// When this console last began to move the messages.
    private Optional<Instant> moving = Optional.empty();

    LetterShelf(QueueControl queues, String queue, Clock clock) {
        this(queues, queue, clock, ROOM);
    }

    private LetterShelf(QueueControl queues, String queue, Clock clock, long room) {
        this.queues = queues;
        this.queue = queue;
        this.clock = clock;
        this.room = room;
        since = clock.instant();
        asOf = since;
        hiddenUntil = since;
    }

    /// One that keeps no body.
    static LetterShelf ofMarks(QueueControl queues, String queue, Clock clock) {
        return new LetterShelf(queues, queue, clock, 0);
    }

    /// How long a message is hidden by a round of so many.
    static Duration hidden(int most) {
        Duration needed = Duration.ofSeconds(most / A_SECOND);
        return needed.compareTo(SHORT) < 0 ? SHORT : needed.compareTo(LONG) > 0 ? LONG : needed;
    }

    /// Looks at so many more messages, or as many as there are.
    void more(int most) {
        more(most, _ -> false);
    }

    /// The same, but no further than until enough is known.
    void more(int most, Predicate<Collection<LetterMark>> enough) {
        looking.lock();
        try {
            look(most, enough);
        } finally {
            looking.unlock();
        }
    }

    private void look(int most, Predicate<Collection<LetterMark>> enough) {
        int wanted = begin(most);
        Duration hidden = hidden(most);
        int nothing = 0;
        Optional<Failure> failed = Optional.empty();
        while (goesOn(wanted, enough) && nothing < NOTHING && failed.isEmpty()) {
            switch (queues.receive(queue, hidden)) {
                case Reading.Known<List<DeadLetter>>(var found, var _) ->
                    nothing = add(found, hidden) ? 0 : nothing + 1;
                case Reading.Unknown<List<DeadLetter>>(var why, var _) -> failed = Optional.of(why);
            }
        }
        end(nothing >= NOTHING, failed);
    }

    /// @return how many are to be known at the end
    private synchronized int begin(int most) {
        failure = Optional.empty();
        complete = false;
        return most > Integer.MAX_VALUE - marks.size() ? Integer.MAX_VALUE : marks.size() + most;
    }

    private synchronized boolean goesOn(int wanted, Predicate<Collection<LetterMark>> enough) {
        return marks.size() < wanted && !enough.test(marks.values());
    }

    private synchronized void end(boolean all, Optional<Failure> failed) {
        complete = all;
        failure = failed;
        asOf = clock.instant();
    }

    /// @return whether one of them is new
    private synchronized boolean add(List<DeadLetter> found, Duration hidden) {
        boolean more = false;
        if (!found.isEmpty()) {
            hiddenUntil = clock.instant().plus(hidden);
        }
        for (DeadLetter one : found) {
            more |= marks.put(one.id(), LetterMark.of(one)) == null;
            DeadLetter before = letters.get(one.id());
            long needed = size(one) - (before == null ? 0 : size(before));
            if (room >= needed) {
                room -= needed;
                letters.put(one.id(), one);
            }
        }
        return more;
    }

    /// What a message takes, in characters: attributes may be as large as a body.
    private static long size(DeadLetter letter) {
        return OVERHEAD + letter.body().length() + letter.attributes().entrySet().stream()
                .mapToLong(one -> one.getKey().length() + one.getValue().type().length()
                        + one.getValue().value().length())
                .sum()
                + letter.system().entrySet().stream().mapToLong(one -> one.getKey().length() + one.getValue().length())
                        .sum();
    }

    /// From now on what was seen may be moved away.
    synchronized void isMoving() {
        moving = Optional.of(clock.instant());
    }

    synchronized Letters known() {
        return new Letters(letters.values().stream().sorted(Comparator.comparing(DeadLetter::sentAt)
                .thenComparing(DeadLetter::id)).toList(), marks.size() - letters.size(), complete, asOf, failure);
    }

    synchronized List<LetterMark> marks() {
        return List.copyOf(marks.values());
    }

    synchronized boolean isComplete() {
        return complete;
    }

    /// What has been looked at since when; empty before the first message.
    synchronized Optional<OwnFacts.Look> look() {
        return marks.isEmpty() ? Optional.empty()
                : Optional.of(new OwnFacts.Look(hashes(), since, hiddenUntil, moving));
    }

    /// Body hashes, each with how many messages have it.
    synchronized Map<String, Integer> hashes() {
        var counts = new HashMap<String, Integer>();
        marks.values().forEach(mark -> counts.merge(mark.hash(), 1, Integer::sum));
        return counts;
    }
}
