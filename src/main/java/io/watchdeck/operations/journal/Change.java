package io.watchdeck.operations.journal;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One thing that an operation was to change, as it was and as it was to be. Whether it came to be so, the verdict says.
///
/// @param before empty where it was not known
public record Change(What what, Optional<Phrase> before, Phrase after) {

    public enum What {
        TASKS, RANGE, REVISION, STRATEGY, DEPLOYMENT, TASK, JOBS, JOB, MESSAGES, REDRIVE;

        /// The word in keys of texts.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What an entry was to change, the most important first.
    public static List<Change> of(JournalEntry entry) {
        Baseline before = entry.before();
        Optional<Phrase> revision = before.taskDefinition().map(Change::name);
        Optional<Phrase> messages = messages(before);
        return switch (entry.operation()) {
            case Operation.Scale scale -> scale(scale, before);
            case Operation.ForceDeployment _ ->
                List.of(new Change(What.REVISION, revision, Phrase.of("journal.anew")));
            case Operation.RollBack back -> List.of(new Change(What.REVISION, revision, name(back.taskDefinition())));
            case Operation.StopDeployment stop ->
                List.of(new Change(What.DEPLOYMENT, Optional.of(name(stop.deployment())),
                        Phrase.of("journal.rolledBack")));
            case Operation.SpotWeight spot -> weights(spot, before);
            case Operation.StopTask stop ->
                List.of(new Change(What.TASK, Optional.of(name(stop.task())), Phrase.of("journal.stopped")));
            case Operation.Resubmit jobs -> jobs(entry, jobs);
            case Operation.Redrive _ -> List.of(new Change(What.MESSAGES, messages, Phrase.of("journal.moved")));
            case Operation.CancelRedrive _ ->
                List.of(new Change(What.REDRIVE, Optional.of(Phrase.of("journal.running")),
                        Phrase.of("journal.cancelled")));
            case Operation.Purge _ -> List.of(new Change(What.MESSAGES, messages, Phrase.of("journal.none")));
        };
    }

    /// Weights that stay are not changed by a deployment that is to move tasks by them.
    private static List<Change> weights(Operation.SpotWeight spot, Baseline before) {
        var changes = new ArrayList<Change>();
        if (!spot.force() || !spot.strategy().equals(before.strategy())) {
            changes.add(new Change(What.STRATEGY, strategy(before.strategy()),
                    strategy(spot.strategy()).orElseGet(() -> Phrase.of("journal.none"))));
        }
        if (spot.force()) {
            changes.add(new Change(What.REVISION, before.taskDefinition().map(Change::name),
                    Phrase.of("journal.anew")));
        }
        return changes;
    }

    private static Optional<Phrase> messages(Baseline before) {
        if (before.messages().isEmpty()) {
            return Optional.empty();
        }
        long count = before.messages().getAsLong();
        return Optional.of(before.unlisted() == 0 ? Phrase.of("journal.messages", count)
                : Phrase.of("journal.messagesBounded", count,
                        before.hashes().values().stream().mapToLong(Integer::longValue).sum(), before.unlisted()));
    }

    /// All together, then each by its name, as far as it was kept what they were.
    private static List<Change> jobs(JournalEntry entry, Operation.Resubmit jobs) {
        var changes = new ArrayList<Change>();
        changes.add(new Change(What.JOBS, Optional.of(Phrase.of("journal.failed", jobs.jobs().size())),
                Phrase.of("journal.again", jobs.jobs().size())));
        entry.before().jobs().forEach(job -> changes.add(new Change(What.JOB,
                Optional.of(Phrase.of("journal.job", job.name(), job.id(), job.stoppedAt(), job.reason())),
                newJob(entry, jobs.jobs().indexOf(job.id()), job.name()))));
        return changes;
    }

    private static Phrase newJob(JournalEntry entry, int number, String name) {
        return number >= 0 && number < entry.sendings().size() && entry.sendings().get(number).answer()
                .orElse(null) instanceof Sent.Taken(Optional<String> id, var _) && id.isPresent()
                        ? Phrase.of("journal.newJob", name, id.get()) : Phrase.of("journal.noJob", name);
    }

    private static List<Change> scale(Operation.Scale scale, Baseline before) {
        var changes = new ArrayList<Change>();
        number(scale.desired())
                .ifPresent(after -> changes.add(new Change(What.TASKS, number(before.desired()), after)));
        scale.range().ifPresent(range -> changes.add(new Change(What.RANGE, before.range().map(Change::ends),
                ends(range))));
        return changes;
    }

    private static Optional<Phrase> number(OptionalInt count) {
        return count.isPresent() ? Optional.of(Phrase.of("operation.value", count.getAsInt())) : Optional.empty();
    }

    private static Phrase ends(Range range) {
        return Phrase.of("operation.range.ends", range.min(), range.max());
    }

    /// The last part of an ARN: `backend:88` of a task definition, the id of a task.
    private static Phrase name(String arn) {
        return Phrase.of("operation.value", arn.substring(arn.lastIndexOf('/') + 1));
    }

    private static Optional<Phrase> strategy(List<CapacityShare> shares) {
        return shares.stream().map(share -> share.base() == 0
                ? Phrase.of("journal.share", share.provider(), share.weight())
                : Phrase.of("journal.shareBase", share.provider(), share.weight(), share.base()))
                .reduce((one, next) -> Phrase.of("list.and", one, next));
    }
}
