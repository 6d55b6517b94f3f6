package io.watchdeck.operations.gate;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.operations.proof.RedriveWatch;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.StackSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Lets an operation through the gate: asks once more whether it may run, writes it into the journal, sends it, and hands
/// it to those who follow it.
record Starting(Asking asking, Kept kept, Locks locks, Shelves shelves, Followed followed, Following following,
        Telling telling) {

    /// On a thread of its own.
    ///
    /// @param person as whom it is written into the journal
    /// @param steps  of the operation with the person's note
    /// @return by which it can be taken back until its first request leaves
    Attempt run(Preview preview, Confirmed confirmed, String person, List<Step> steps, Consumer<Begun> answer) {
        var attempt = new Attempt();
        var told = new AtomicBoolean();
        Consumer<Begun> once = begun -> {
            if (told.compareAndSet(false, true)) {
                answer.accept(begun);
            }
        };
        StackId id = preview.operation().stack();
        Background.run("operation", () -> Behalf.operations(id).run(() -> {
            Optional<StackSnapshot> stack = asking.find(id);
            Optional<Phrase> declined = stack.map(found -> declined(preview, confirmed, found))
                    .orElseGet(() -> Optional.of(Asking.notWatched(id).sentence()));
            declined = declined.or(() -> attempt.isTakenBack() ? Optional.of(Execution.TAKEN_BACK) : Optional.empty());
            if (declined.isPresent()) {
                once.accept(new Begun.Declined(declined.get()));
            } else {
                execute(entry(preview, confirmed, person, steps, stack.orElseThrow()), stack.get().file().access(),
                        steps, attempt, once);
            }
        }), mistake -> {
            Asking.report(mistake);
            once.accept(new Begun.Declined(Phrase.of("gate.mistake", mistake.toString())));
        });
        return attempt;
    }

    private Optional<Phrase> declined(Preview preview, Confirmed confirmed, StackSnapshot stack) {
        return new Admittance(locks, asking.reader(stack.file())).declined(preview, confirmed, stack)
                .or(() -> Admittance.again(preview, resubmitted(preview.operation())));
    }

    /// What was submitted again of failed jobs, by this console's journal.
    Reading<Map<String, Resubmitted>> resubmitted(Operation operation) {
        Instant now = asking.clock().instant();
        return operation instanceof Operation.Resubmit jobs
                ? new Resubmissions(kept).of(jobs.stack(), jobs.queue(), now) : Reading.known(Map.of(), now);
    }

    private JournalEntry entry(Preview preview, Confirmed confirmed, String person, List<Step> steps,
            StackSnapshot stack) {
        Access access = stack.file().access();
        var place = new JournalEntry.Place(stack.file().environment(),
                stack.identity().state().latest().map(Identity::account).or(stack.file()::account), access.region(),
                access.profile(), asking.reach().where(access).endpoint());
        return new JournalEntry(UUID.randomUUID(), preview.operation(), place, person, confirmed.note().strip(),
                asking.clock().instant(), preview.warnings(), preview.facts().baseline(), steps.size(), List.of(),
                List.of(), Optional.empty(), confirmed.reminder(), preview.warned());
    }

    private void execute(JournalEntry full, Access access, List<Step> steps, Attempt attempt,
            Consumer<Begun> answer) {
        JournalEntry entry = full.with(grouped(full.operation(), full.before().bounded()));
        following.around(full, () -> {
            Optional<Phrase> unwritten = followed.begin(entry);
            if (unwritten.isPresent()) {
                answer.accept(new Begun.Declined(Phrase.of("gate.journal", unwritten.get())));
                return;
            }
            Map<UUID, Verdict> outlived = outlived(entry.operation());
            answer.accept(new Begun.Running(entry));
            telling.changed();
            Optional<Verdict> over = new Execution(followed, new Sender(asking.reach().controls(access)),
                    asking.clock()).run(entry.id(), steps, attempt);
            if (hasLeft(entry.id())) {
                outlived.forEach(following::end);
                touched(entry.operation());
            }
            over.ifPresent(verdict -> following.end(entry.id(), verdict));
        });
        asking.readAgain(full.operation());
        telling.changed();
        following.soon();
    }

    /// With how many of its messages are in each group, so that a later look tells how the redrive went for each.
    private Baseline grouped(Operation operation, Baseline before) {
        return operation instanceof Operation.Redrive redrive && !before.hashes().isEmpty()
                ? before.grouped(shelves.groups(redrive.stack(), redrive.queue(), before.hashes().keySet())) : before;
    }

    /// The redrives whose watching this operation ends once it is taken, with their verdicts as things stand before it.
    private Map<UUID, Verdict> outlived(Operation next) {
        var verdicts = new HashMap<UUID, Verdict>();
        followed.running().forEach(one -> new RedriveWatch(one.entry(), one.last())
                .endedBy(next, asking.clock().instant()).ifPresent(end -> verdicts.put(one.entry().id(), end)));
        return verdicts;
    }

    /// Whether one of its requests was taken, or may have been: one that was refused has changed nothing.
    private boolean hasLeft(UUID id) {
        return followed.find(id).stream().flatMap(entry -> entry.sendings().stream())
                .anyMatch(one -> !(one.answer().orElse(null) instanceof Sent.Refused));
    }

    /// What was looked at of a queue may not be what is there from now on: after a purge it is not, after a redrive that
    /// depends on whether it moves anything.
    private void touched(Operation operation) {
        switch (operation) {
            case Operation.Purge purge -> shelves.forget(purge.stack(), purge.queue());
            case Operation.Redrive redrive -> shelves.moving(redrive.stack(), redrive.queue());
            default -> {}
        }
    }
}
