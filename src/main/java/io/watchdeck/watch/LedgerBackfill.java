package io.watchdeck.watch;

import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.Bookkeeping.Seen;
import io.watchdeck.fleet.ledger.EcsEventLog;
import io.watchdeck.fleet.ledger.EcsEventLog.FailureTold;
import io.watchdeck.fleet.ledger.EcsEventLog.TaskTold;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogLines;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.logs.LogSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads of the time in which nobody looked what a log group tells of it, into which an EventBridge rule puts the events
/// of ECS. Blocking; one thread at a time. Asks for nothing while there is no gap.
///
/// The log speaks from its first line to its last: only that part of a gap is closed in which events came, because a rule
/// that was not there yet, or not any more, says as little as one with nothing to say. A gap that stays is asked for
/// again, less and less often.
final class LedgerBackfill {

    /// How often it is looked whether there is a gap, which asks nobody but the history.
    static final Duration EVERY = Duration.ofMinutes(1);
    static final Duration AGAIN = Duration.ofMinutes(15);
    private static final Duration SELDOM = Duration.ofDays(1);
    /// Older gaps stay.
    private static final Duration PAST = Duration.ofDays(90);
    /// An event of so long before a gap shows that the rule was there.
    private static final Duration BEFORE = Duration.ofDays(7);
    static final int PAGE = 1_000;
    static final int PAGES = 20;

    private final Supplier<LedgerStore> store;
    private final Clock clock;
    private final Map<TimeRange, Tried> tried = new HashMap<>();

    LedgerBackfill(Supplier<LedgerStore> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Tried(int times, Instant next) {}

    /// One log group about one cluster.
    private record Log(Site site, String group, String cluster, List<StackFile> stacks, LogSource source) {

        Reading<LogLines> lines(LogQuery query) {
            return Behalf.of(stacks.stream().map(StackFile::id).toList()).get(() -> source.lines(query));
        }

        List<String> services() {
            return stacks.stream().flatMap(stack -> stack.components().services().stream()).map(ServiceSpec::name)
                    .distinct().toList();
        }
    }

    void fill(Site site) {
        Map<String, List<StackFile>> byCluster = new LinkedHashMap<>();
        site.stacks().stream().filter(stack -> stack.components().eventLog().isPresent())
                .forEach(stack -> byCluster.computeIfAbsent(stack.cluster(), _ -> new ArrayList<>()).add(stack));
        byCluster.forEach((cluster, stacks) -> site.reader().cloud(stacks.getFirst()).flatMap(Cloud::logs)
                .ifPresent(source -> fill(new Log(site, stacks.getFirst().components().eventLog().orElseThrow(),
                        cluster, stacks, source))));
    }

    private void fill(Log log) {
        Instant now = clock.instant();
        List<TimeRange> gaps = LedgerKeeping.attendance(store.get(), log.site().place(),
                Bookkeeping.tasksOf(log.cluster()), TimeRange.last(PAST, now), now).gaps();
        tried.keySet().retainAll(gaps);
        for (TimeRange gap : gaps) {
            Tried before = tried.getOrDefault(gap, new Tried(0, Instant.EPOCH));
            if (now.isBefore(before.next())) {
                continue;
            }
            Optional<Failure> failure = fill(log, gap, now);
            failure.ifPresentOrElse(why -> log.site().board().eventLogs.put(log.cluster(), why),
                    () -> log.site().board().eventLogs.remove(log.cluster()));
            Duration pause = AGAIN.multipliedBy(1L << Math.min(before.times(), 7));
            tried.put(gap, new Tried(before.times() + 1, now.plus(pause.compareTo(SELDOM) < 0 ? pause : SELDOM)));
        }
    }

    private Optional<Failure> fill(Log log, TimeRange gap, Instant now) {
        Reading<LogLines> before = log.lines(LogQuery.tail(log.group(),
                new TimeRange(gap.from().minus(BEFORE), gap.from()), 1).oldestFirst());
        if (before instanceof Reading.Unknown<LogLines>(var failure, var _)) {
            return Optional.of(failure);
        }
        boolean wasThere = before instanceof Reading.Known<LogLines>(var lines, var _) && !lines.lines().isEmpty();
        Optional<Instant> from = wasThere ? Optional.of(gap.from()) : Optional.empty();
        Optional<LogQuery> next = Optional.of(LogQuery.tail(log.group(), new TimeRange(gap.from(), now), PAGE)
                .oldestFirst());
        for (int page = 0; page < PAGES && next.isPresent(); page++) {
            Reading<LogLines> answer = log.lines(next.get());
            if (answer instanceof Reading.Unknown<LogLines>(var failure, var _)) {
                return Optional.of(failure);
            }
            LogLines found = ((Reading.Known<LogLines>) answer).value();
            next = found.following();
            if (!found.lines().isEmpty()) {
                Instant last = found.lines().getLast().at();
                Instant begin = from.orElse(found.lines().getFirst().at());
                from = Optional.of(begin);
                enter(log, found.lines(), new TimeRange(begin, last.isBefore(gap.to()) ? last : gap.to()));
                if (!last.isBefore(gap.to())) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private void enter(Log log, List<LogLine> lines, TimeRange closed) {
        var tasks = new LinkedHashMap<String, Seen>();
        var failures = new ArrayList<PlacementFailure>();
        lines.stream().flatMap(line -> EcsEventLog.read(line.message()).stream())
                .filter(told -> told.cluster().equals(log.cluster())).forEach(told -> {
                    switch (told) {
                        case TaskTold(var _, var seen) -> tasks.merge(seen.task().arn(), seen,
                                (one, other) -> other.at().isBefore(one.at()) ? one : other);
                        case FailureTold(var _, var failure) -> failures.add(failure);
                    }
                });
        var book = new Bookkeeping(store.get(), log.site().place());
        book.logged(log.cluster(), List.copyOf(tasks.values()), failures, closed.to());
        book.logged(log.cluster(), log.services(), closed);
    }
}
