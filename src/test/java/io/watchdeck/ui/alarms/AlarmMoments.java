package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The mockups' moment with what has become of its alarms: open ones, words of two persons, and what is over.
final class AlarmMoments {

    static final Instant NOW = Snapshots.NOW;
    static final UUID DEAD_LETTERS = id("sesami-prod/queue.deadLetterHoursLeft");
    static final UUID ERRORS = id("tiketi-prod/lb.5xx");
    static final UUID CONNECTIONS = id("tiketi-prod/db.connections");
    static final UUID HIT_RATE = id("tiketi-prod/cache.hitRate");
    static final UUID MISSING = id("bowwow-prod/service.missing");
    static final UUID PIPELINE = id("codemate-dev/pipeline.failed");
    static final UUID CPU = id("tiketi-prod/service.cpu");
    static final UUID RESOLVED = id("resolved");
    static final UUID NOTED = id("noted");

    private AlarmMoments() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static WatchSnapshot moment() {
        return over(with(Snapshots.moment(), one -> Optional.ofNullable(held().get(one.id())).orElse(one.status())),
                resolved());
    }

    /// Words that hold: one of two persons, a snooze.
    private static Map<UUID, Status> held() {
        return Map.of(ERRORS, acknowledged("jmin", 12, 48, "old tasks draining, watching"),
                CONNECTIONS, acknowledged("sora", 9, 48, "same cause as the 5xx"),
                CPU, new Status.Snoozed(word("sora", 30, Optional.of(Duration.ofHours(19)), "review in the morning")));
    }

    static Status acknowledged(String person, int minutesAgo, int minutesLeft, String note) {
        return new Status.Acknowledged(word(person, minutesAgo, Optional.of(Duration.ofMinutes(minutesLeft)), note));
    }

    static Word word(String person, int minutesAgo, Optional<Duration> left, String note) {
        return new Word(person, NOW.minus(Duration.ofMinutes(minutesAgo)), left.map(NOW::plus), note,
                Severity.CRITICAL);
    }

    private static List<Occurrence> resolved() {
        return List.of(
                over(RESOLVED, "tiketi-prod", ComponentKind.LOAD_BALANCER, "tiketi-alb-prod", "lb.p95", 0.34, 156, 4,
                        Optional.empty()),
                over(NOTED, "bowwow-prod", ComponentKind.SERVICE, "bowwow-gateway", "service.cpu", 86, 362, 12,
                        Optional.of(word("hana", 355, Optional.empty(), "scaled out by itself"))));
    }

    static Occurrence over(UUID id, String stack, ComponentKind kind, String on, String metric, double worst,
            int minutesAgo, int minutes, Optional<Word> last) {
        var component = new ComponentId(kind, on);
        Instant raised = NOW.minus(Duration.ofMinutes(minutesAgo));
        var finding = new Finding(Severity.WARNING, Condition.Source.CLOUDWATCH, on + "-high", Optional.of(metric),
                OptionalDouble.of(worst), OptionalDouble.of(worst * 0.9), Optional.empty());
        return new Occurrence(id, new AlarmKey(new StackId(stack), component, metric + " above"), raised, finding,
                Severity.WARNING, OptionalDouble.of(worst),
                new Status.Resolved(raised.plus(Duration.ofMinutes(minutes)), last.map(Status.Acknowledged::new)),
                Optional.empty());
    }

    /// The same with an occurrence for each trouble.
    ///
    /// @param status what has become of each
    static WatchSnapshot with(WatchSnapshot snapshot, Function<Occurrence, Status> status) {
        return of(snapshot, snapshot.stacks().stream().map(stack -> with(stack, troubles(stack).stream()
                .map(one -> with(one, status.apply(one))).toList())).toList());
    }

    static List<Occurrence> troubles(StackSnapshot stack) {
        return stack.conditions().stream().filter(one -> one.state() == State.ALARM)
                .collect(Collectors.toMap(one -> AlarmKey.of(stack.file().id(), one), Function.identity(),
                        (one, other) -> one.severity().compareTo(other.severity()) >= 0 ? one : other))
                .entrySet().stream().map(one -> open(one.getKey(), one.getValue())).toList();
    }

    private static Occurrence open(AlarmKey key, Condition condition) {
        Finding found = Finding.of(condition);
        Instant raised = condition.since().orElse(NOW);
        return new Occurrence(id(key.stack() + "/" + condition.metric().orElse(condition.name())), key, raised, found,
                found.severity(), found.value(), new Status.Open(raised, raised), Optional.empty());
    }

    static Occurrence with(Occurrence one, Status status) {
        return new Occurrence(one.id(), one.key(), one.raised(), one.now(), one.worst(), one.worstValue(), status,
                one.flapping());
    }

    static Occurrence flapping(Occurrence one, UUID id, Instant raised, Status status, Optional<Flapping> row) {
        return new Occurrence(id, one.key(), raised, one.now(), one.worst(), one.worstValue(), status, row);
    }

    /// The moment, but that one trouble has come so often within minutes: from the third time on in one row.
    ///
    /// @param over whether it is over after the last time
    static WatchSnapshot came(UUID trouble, int times, boolean over) {
        WatchSnapshot moment = moment();
        Occurrence one = moment.stacks().stream().flatMap(stack -> stack.occurrences().stream())
                .filter(each -> each.id().equals(trouble)).findFirst().orElseThrow();
        var past = new ArrayList<>(moment.resolved());
        Optional<Occurrence> live = Optional.empty();
        for (int number = 1; number <= times; number++) {
            Instant raised = NOW.plus(Duration.ofMinutes(3L * number - 15));
            boolean last = number == times && !over;
            Occurrence each = flapping(one, time(trouble, number), raised, last ? new Status.Open(raised, raised)
                    : new Status.Resolved(raised.plusSeconds(60), Optional.empty()),
                    number < 3 ? Optional.empty() : Optional.of(new Flapping(time(trouble, 1), number)));
            live = last ? Optional.of(each) : live;
            if (!last) {
                past.addFirst(each);
            }
        }
        Optional<Occurrence> now = live;
        return over(of(moment, moment.stacks().stream().map(stack -> with(stack, stack.occurrences().stream()
                .flatMap(each -> each.id().equals(trouble) ? now.stream() : Stream.of(each)).toList())).toList()),
                past);
    }

    /// The id of the trouble's first, second … time in [#came].
    static UUID time(UUID trouble, int number) {
        return id(trouble + "/" + number);
    }

    static StackSnapshot with(StackSnapshot stack, List<Occurrence> now) {
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), now);
    }

    static WatchSnapshot of(WatchSnapshot base, List<StackSnapshot> stacks) {
        return new WatchSnapshot(base.asOf(), stacks, base.severity(), base.headline(), base.second(),
                base.completeness(), base.counts(), base.meter(), base.problems(), base.refreshing(), base.lastRead(),
                base.nextRead(), base.every(), base.sandbox(), base.inspected(), base.notices(), base.resolved());
    }

    static WatchSnapshot over(WatchSnapshot base, List<Occurrence> resolved) {
        return new WatchSnapshot(base.asOf(), base.stacks(), base.severity(), base.headline(), base.second(),
                base.completeness(), base.counts(), base.meter(), base.problems(), base.refreshing(), base.lastRead(),
                base.nextRead(), base.every(), base.sandbox(), base.inspected(), base.notices(), resolved);
    }

    /// One stack with so many alarms, each on a service of its own.
    ///
    /// @param turn another has other values, severities and order
    static WatchSnapshot many(int count, int turn) {
        StackSnapshot stack = Snapshots.tiketi();
        var all = new ArrayList<Occurrence>();
        for (int number = 0; number < count; number++) {
            var on = new ComponentId(ComponentKind.SERVICE, "service-%04d".formatted(number));
            var condition = new Condition("cpu-high", Condition.Source.RULE, on, Optional.of("service.cpu"),
                    (number + turn) % 5 == 0 ? Severity.CRITICAL : Severity.WARNING, State.ALARM,
                    OptionalDouble.of(80 + (number + turn) % 20), OptionalDouble.of(80), Optional.empty(),
                    Optional.of(NOW.minusSeconds(60L * ((number + 31L * turn) % 700))), Phrase.of("verdict.fine"));
            Occurrence one = open(AlarmKey.of(stack.file().id(), condition), condition);
            all.add(new Occurrence(id("many-" + number), one.key(), one.raised(), one.now(), one.worst(),
                    one.worstValue(), number % 3 == 0 ? acknowledged("sora", 5, 60, "") : one.status(),
                    Optional.empty()));
        }
        return Snapshots.of(List.of(with(stack, all)));
    }
}
