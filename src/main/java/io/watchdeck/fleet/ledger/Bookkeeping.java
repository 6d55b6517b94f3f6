package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Enters what readings show into the ledger of one account and Region. Blocking; one thread at a time.
///
/// **What a look covers.** ECS shows a stopped task for at least an hour, so that a look at the tasks tells all of the
/// hour before it, the first look ever, too. Of a service it shows the newest hundred events: where there are as many, a
/// look covers the time since the oldest of them; where there are fewer none is lost, and it covers an hour, or since the
/// oldest where that is longer ago. A reading that failed covers nothing.
public final class Bookkeeping {

    /// ECS shows stopped tasks for at least so long.
    public static final Duration SHOWN = Duration.ofHours(1);
    /// So many events of a service ECS shows.
    static final int EVENTS_SHOWN = 100;
    private static final int ALL = Integer.MAX_VALUE;
    /// Later a replacement is looked for no more.
    private static final Duration REVIEWED = Replacements.WITHIN.multipliedBy(7);

    private final LedgerStore store;
    private final String place;
    private final Instant since;

    /// @param place the account and Region
    public Bookkeeping(LedgerStore store, String place) {
        this(store, place, Instant.EPOCH);
    }

    /// @param since where the account began: no look tells of a time before it
    public Bookkeeping(LedgerStore store, String place, Instant since) {
        this.store = store;
        this.place = place;
        this.since = since;
    }

    /// What a look at the tasks of a cluster is watched as.
    public static ServiceKey tasksOf(String cluster) {
        return new ServiceKey(cluster, "");
    }

    /// @param tasks all of the cluster that AWS shows
    public void look(String cluster, List<TaskState> tasks, Instant asOf) {
        ServiceKey what = tasksOf(cluster);
        endVanished(cluster, tasks, asOf);
        enter(cluster, tasks.stream().map(task -> new Seen(task, asOf)).toList(), asOf, Learnt.POLLED);
        store.looked(place, Map.of(what, covered(asOf.minus(SHOWN), asOf)));
    }

    /// What services tell of themselves.
    ///
    /// @param asOf when each of them was read
    public void told(Map<ServiceKey, ServiceState> states, Map<ServiceKey, Instant> asOf) {
        store.put(place, states.entrySet().stream().flatMap(one -> one.getValue().events().stream()
                .flatMap(event -> Recognition.placement(one.getKey(), event, Learnt.SERVICE_EVENT).stream())).toList());
        store.looked(place, states.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> covered(one.getValue().events(), asOf.get(one.getKey())))));
    }

    private TimeRange covered(List<ServiceEvent> events, Instant asOf) {
        Instant hour = asOf.minus(SHOWN);
        Instant oldest = events.stream().map(ServiceEvent::at).min(Instant::compareTo).orElse(hour);
        Instant from = events.size() < EVENTS_SHOWN && oldest.isAfter(hour) ? hour : oldest;
        return covered(from, asOf);
    }

    private TimeRange covered(Instant shown, Instant asOf) {
        Instant from = shown.isBefore(since) ? since : shown;
        return new TimeRange(from.isAfter(asOf) ? asOf : from, asOf);
    }

    /// What a log told of a cluster.
    ///
    /// @param tasks each with its newest state
    /// @param upTo  when the newest of it was true
    public void logged(String cluster, List<Seen> tasks, Collection<PlacementFailure> failures, Instant upTo) {
        enter(cluster, tasks, upTo, Learnt.LOG);
        store.put(place, failures.stream().filter(one -> !isKnown(one)).toList());
    }

    /// The log told all that happened in a time.
    ///
    /// @param services whose events it told, too
    public void logged(String cluster, Collection<String> services, TimeRange all) {
        store.looked(place, Stream.concat(Stream.of(tasksOf(cluster)),
                services.stream().map(service -> new ServiceKey(cluster, service)))
                .collect(Collectors.toMap(what -> what, _ -> all)));
    }

    /// A task as it was at an instant.
    public record Seen(TaskState task, Instant at) {}

    /// EventBridge names an event otherwise than the service does: within a minute it is the same.
    private boolean isKnown(PlacementFailure failure) {
        var about = new TimeRange(failure.at().minusSeconds(60), failure.at().plusSeconds(60));
        return store.read(place, Set.of(failure.service()), about, Optional.empty(), ALL).stream()
                .anyMatch(PlacementFailure.class::isInstance);
    }

    private void enter(String cluster, List<Seen> seen, Instant asOf, Learnt how) {
        store.put(place, seen.stream()
                .flatMap(one -> Recognition.interruption(cluster, one.task(), one.at(), how).stream()).toList());
        List<TaskState> tasks = seen.stream().map(Seen::task).toList();
        store.ran(place, tasks.stream().flatMap(task -> run(cluster, task).stream()).toList());
        tasks.stream().collect(Collectors.groupingBy(TaskState::service))
                .forEach((service, all) -> review(new ServiceKey(cluster, service), all, asOf));
    }

    /// Takes back what was taken for an interruption and was none, and finds the replacements of the others: a task that
    /// runs now may be that of one of days ago, where nobody looked in between.
    private void review(ServiceKey service, List<TaskState> tasks, Instant asOf) {
        List<Interruption> there = store.interruptions(place, service,
                new TimeRange(asOf.minus(REVIEWED), asOf.plus(SHOWN)));
        Set<String> none = tasks.stream().filter(Bookkeeping::hasOtherReason).map(TaskState::arn)
                .collect(Collectors.toSet());
        List<String> mistaken = there.stream().filter(one -> !one.isCertain() && none.contains(one.task()))
                .map(Interruption::task).toList();
        if (!mistaken.isEmpty()) {
            store.withdraw(place, mistaken);
        }
        List<Interruption> left = there.stream().filter(one -> !mistaken.contains(one.task())).toList();
        if (left.stream().anyMatch(one -> one.replacement().isEmpty())) {
            store.put(place, Replacements.found(left, tasks));
        }
    }

    private static boolean hasOtherReason(TaskState task) {
        return !Recognition.isInterrupted(task) && !(task.stopCode().isEmpty() && task.stoppedReason().isEmpty());
    }

    private static Optional<SpotRun> run(String cluster, TaskState task) {
        return task.startedAt().filter(_ -> task.isSpot()).map(start -> new SpotRun(
                new ServiceKey(cluster, task.service()), task.arn(), start, task.stoppedAt()));
    }

    /// What is neither running nor among the stopped any more ended while nobody looked: it is known to have run until
    /// the look before.
    private void endVanished(String cluster, List<TaskState> tasks, Instant asOf) {
        Set<String> shown = tasks.stream().map(TaskState::arn).collect(Collectors.toSet());
        var gone = new ArrayList<>(store.running(place, cluster));
        gone.removeIf(run -> shown.contains(run.task()));
        if (!gone.isEmpty()) {
            Watched before = store.watched(place, tasksOf(cluster), new TimeRange(Instant.EPOCH, asOf));
            store.ran(place, gone.stream().map(run -> run.ended(before.end().orElse(run.startedAt()))).toList());
        }
    }
}
