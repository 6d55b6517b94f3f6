package io.watchdeck.operations.gate;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.proof.AutoCancel;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.operations.proof.Prover;
import io.watchdeck.operations.proof.Prover.Looking;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.refresh.Pace;
import io.watchdeck.refresh.Parallel;
import io.watchdeck.refresh.Poller;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Looks at the operations that have no verdict yet, round by round. Each is looked at on a thread of its own: one whose
/// look takes long, or makes a mistake, keeps no other from being followed, and is left out of the rounds until that look
/// has ended.
final class Following implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(15);
    private static final Duration PATIENT_AFTER = Duration.ofMinutes(10);
    private static final int SAMPLE = 100;

    private final Asking asking;
    private final Followed followed;
    private final Telling telling;
    private final Hidden hidden;
    private final Duration patience;
    private final Prover prover;
    private final Poller poller;
    private final Set<UUID> sending = ConcurrentHashMap.newKeySet();
    private final Set<UUID> looking = ConcurrentHashMap.newKeySet();
    private final Memories memories = new Memories();
    private volatile boolean closed;

    /// What people's looks hide.
    interface Hidden {

        /// Until when the messages of a queue that somebody looked at last are hidden by it, at the latest; long ago where
        /// nobody has looked.
        Instant until(StackId stack, String queue);
    }

    /// @param patience a round waits so long for its looks; what takes longer goes on beside the next rounds
    Following(Asking asking, Followed followed, Telling telling, Hidden hidden, Pace pace, Duration patience) {
        this.asking = asking;
        this.followed = followed;
        this.telling = telling;
        this.hidden = hidden;
        this.patience = patience;
        prover = new Prover(asking.clock(), followed::since);
        poller = new Poller("operations", this::round, this::rhythm, Asking::report, pace);
    }

    void start() {
        poller.start();
    }

    /// Does the sending of an operation, while nobody looks at it. Looks at once when it is over.
    ///
    /// @param full the entry with all that is known of how things stood before, of which the journal keeps a part
    void around(JournalEntry full, Runnable work) {
        sending.add(full.id());
        memories.keep(full);
        try {
            work.run();
        } finally {
            sending.remove(full.id());
            release(full.id());
        }
    }

    void soon() {
        poller.again();
    }

    /// Gives it its verdict, unless it has one.
    void end(UUID id, Verdict verdict) {
        followed.end(id, verdict);
        memories.release(id);
    }

    private void round() {
        followed.resume();
        List<UUID> due = followed.running().stream().map(one -> one.entry().id())
                .filter(id -> !sending.contains(id) && looking.add(id)).toList();
        Parallel.apart(due.stream().<Runnable>map(id -> () -> look(id)).toList(), patience, this::report);
    }

    /// What a look needs may be gone when it outlives the following.
    private void report(Throwable mistake) {
        if (!closed) {
            Asking.report(mistake);
        }
    }

    private void look(UUID id) {
        try {
            // Asked for anew: it may have been taken up, sent or ended since the round began.
            followed.find(id).filter(_ -> !sending.contains(id))
                    .ifPresent(entry -> Behalf.operations(entry.operation().stack()).run(() -> look(entry)));
        } finally {
            looking.remove(id);
            release(id);
            telling.changed();
        }
    }

    /// Nothing is remembered of what is over.
    private void release(UUID id) {
        if (followed.find(id).isEmpty()) {
            memories.release(id);
        }
    }

    /// Of how many operations something is remembered.
    int remembered() {
        return memories.size();
    }

    private void look(JournalEntry entry) {
        Optional<StackSnapshot> stack = asking.find(entry.operation().stack());
        if (stack.isEmpty()) {
            return;
        }
        Instant now = asking.clock().instant();
        Optional<Verdict> left = Execution.left(entry, now).or(() -> elsewhere(entry, stack.get(), now));
        if (left.isPresent()) {
            end(entry.id(), left.get());
            return;
        }
        Access access = stack.get().file().access();
        Memories.Memory memory = memories.of(entry);
        JournalEntry full = entry.with(memory.before());
        Finding finding = prover.look(full,
                asking.watch().changes().shown(entry.operation().stack(), asking.reach().cloud(access)),
                asking.reach().controls(access), looking(full, access), memory.tally());
        switch (finding) {
            case Finding.Going going -> followed.found(entry.id(), going);
            case Finding.Ended(Verdict verdict) -> {
                end(entry.id(), verdict);
                asking.readAgain(entry.operation());
            }
            case Finding.Stop stop -> cancel(entry, stop, access);
        }
    }

    /// What became of an operation cannot be seen in another account than the one it was sent to.
    private Optional<Verdict> elsewhere(JournalEntry entry, StackSnapshot stack, Instant now) {
        Optional<String> account = stack.identity().state().latest().map(Identity::account);
        Optional<Phrase> why = asking.reach().anew().filter(entry.begun()::isBefore)
                .map(at -> Phrase.of("proof.anew", new When(at, now)))
                .or(() -> entry.place().account().filter(then -> account.filter(one -> !one.equals(then)).isPresent())
                        .map(then -> Phrase.of("proof.otherAccount", then, account.orElseThrow())));
        return why.map(sentence -> new Verdict(Verdict.Result.NOT_KNOWN, sentence, now));
    }

    private Looking looking(JournalEntry full, Access access) {
        return new Looking() {
            @Override
            public Marks look(String queue, Optional<Enough> until) {
                return marks(queue, access, full, until);
            }

            @Override
            public boolean hides(String queue) {
                return asking.clock().instant().isBefore(hidden.until(full.operation().stack(), queue));
            }
        };
    }

    /// Until enough is known a look receives [#SAMPLE] messages at the most, whatever the queue holds: with an empty answer
    /// or two that is a dozen requests, $0.000005 at SQS's price. All that were seen so far count.
    private Looking.Marks marks(String queue, Access access, JournalEntry entry, Optional<Looking.Enough> until) {
        if (until.isPresent()) {
            LetterShelf sample = memories.of(entry).sample(() -> marks(queue, access));
            sample.more(SAMPLE, marks -> marks.stream().filter(until.get().wanted()).limit(until.get().count())
                    .count() >= until.get().count());
            return new Looking.Marks(sample.marks(), sample.isComplete());
        }
        LetterShelf all = marks(queue, access);
        all.more((int) Math.min(Integer.MAX_VALUE / 2, entry.before().messages().orElse(0) * 2 + 100));
        return new Looking.Marks(all.marks(), all.isComplete());
    }

    private LetterShelf marks(String queue, Access access) {
        return LetterShelf.ofMarks(asking.reach().controls(access).queues(), queue, asking.clock());
    }

    /// First the journal says that it is to be cancelled, then it has the request and its answer; what came of that is
    /// told at once.
    private void cancel(JournalEntry entry, Finding.Stop stop, Access access) {
        if (!new AutoCancel(entry).isIntended()) {
            followed.remark(entry.id(), stop.why());
        }
        stop.handle().ifPresent(handle -> new Execution(followed, new Sender(asking.reach().controls(access)),
                asking.clock()).add(entry.id(), new Step.CancelRedrive(handle)));
        followed.find(entry.id()).ifPresent(now -> followed.found(now.id(), new AutoCancel(now).told(stop.going())));
    }

    private Duration rhythm() {
        boolean young = followed.running().stream().anyMatch(
                one -> one.entry().begun().plus(PATIENT_AFTER).isAfter(asking.clock().instant()));
        return young ? SOON : LATER;
    }

    /// What is still looked at ends by itself.
    @Override
    public void close() {
        closed = true;
        poller.close();
    }
}
