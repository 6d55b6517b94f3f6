package io.watchdeck.ui.spot;

import io.watchdeck.cost.SpotSaving;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.LedgerCounts;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import io.watchdeck.fleet.ledger.LedgerStore.Count;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import io.watchdeck.watch.LedgerQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Ledgers as a desk would answer, made of lines, gaps and tasks that ran.
final class SpotMoments {

    static final Instant NOW = Snapshots.NOW;
    static final StackFile GLIMPSE = Snapshots.file("glimpse-prod");
    static final StackFile BOWWOW = Snapshots.file("bowwow-prod");

    private final List<Line> lines = new ArrayList<>();
    private final List<TimeRange> gaps = new ArrayList<>();
    private Instant since = NOW.minus(Duration.ofDays(200));
    private int ranPerDay = 73;
    private boolean kept = true;
    private Function<Boolean, SpotSaving> savings = ofGlimpse -> ofGlimpse ? saved("31.48")
            : new SpotSaving.NotKnown(Phrase.of("spot.saving.noWeight"));
    private Optional<Failure> backfill = Optional.empty();
    private List<Failure> unread = List.of();
    private SpotChecks checks = new SpotChecks(true, 0, Optional.of(new TreeSet<>(Set.of("ap-northeast-2a",
            "ap-northeast-2c"))),
            Optional.of(List.of(new SpotChecks.StopTimeout("api", Duration.ofSeconds(30), false))),
            Optional.of(Duration.ofSeconds(300)));

    /// Three months of Glimpse and BowWow, with nights in which the console was closed.
    static SpotMoments quarter() {
        var all = new SpotMoments();
        for (int index = 0; index < 270; index++) {
            long minutes = 160L + index * 480L + index * 37L % 90;
            all.interrupted(GLIMPSE, "glimpse-api", minutes, 4 + index * 7 % 38);
            if (index % 3 == 1) {
                all.interrupted(BOWWOW, index % 2 == 0 ? "bowwow-gateway" : "bowwow-push-service", minutes + 75,
                        11 + index * 5 % 50);
            }
            if (index % 7 == 1) {
                all.failed(GLIMPSE, "glimpse-api", minutes - 1);
            }
        }
        all.gap(Duration.ofMinutes(1010), Duration.ofMinutes(780));
        for (int day = 3; day < 90; day += 5) {
            all.gap(Duration.ofHours(day * 24L + 9), Duration.ofHours(day * 24L + 1));
        }
        return all;
    }

    SpotMoments interrupted(StackFile stack, String service, long minutesAgo, long seconds) {
        Instant at = NOW.minus(Duration.ofMinutes(minutesAgo));
        String id = "%032x".formatted(minutesAgo * 7919L * 104_729L * 1_000_003L).substring(0, 32);
        String arn = "arn:aws:ecs:ap-northeast-2:123456789012:task/" + stack.cluster() + "/"
                + new StringBuilder(id).reverse();
        String other = arn.substring(0, arn.lastIndexOf('/') + 1)
                + "%08x".formatted(minutesAgo * 2_654_435_761L & 0xffffffffL) + arn.substring(arn.length() - 24);
        Instant stopped = at.plusSeconds(118);
        lines.add(new Line(stack.id(), new Interruption(new ServiceKey(stack.cluster(), service), arn,
                minutesAgo % 2 == 0 ? "ap-northeast-2a" : "ap-northeast-2c", "FARGATE_SPOT",
                Optional.of(at.minus(Duration.ofMinutes(95 + minutesAgo % 400))), at.plusSeconds(30), Optional.of(at),
                Optional.of(stopped), "SpotInterruption", "Your Spot Task was interrupted.", Learnt.POLLED,
                seconds < 0 ? Optional.empty()
                        : Optional.of(new Interruption.Replacement(other, stopped.plusSeconds(seconds))))));
        return this;
    }

    /// Of which nobody knows that it had begun to run, and in whose place no other runs.
    SpotMoments interruptedBeforeItRan(StackFile stack, String service, long minutesAgo) {
        interrupted(stack, service, minutesAgo, -1);
        Line last = lines.removeLast();
        var one = (Interruption) last.entry();
        lines.add(new Line(last.stack(), new Interruption(one.service(), one.task(), one.zone(), one.provider(),
                Optional.empty(), one.seenAt(), one.stoppingAt(), one.stoppedAt(), one.stopCode(), one.reason(),
                one.learnt(), Optional.empty())));
        return this;
    }

    /// @param before the stop, in seconds, the other task ran
    SpotMoments replacedBefore(StackFile stack, String service, long minutesAgo, long before) {
        interrupted(stack, service, minutesAgo, 0);
        Line last = lines.removeLast();
        var one = (Interruption) last.entry();
        lines.add(new Line(last.stack(), one.replacedBy(new Interruption.Replacement(
                one.replacement().orElseThrow().task(), one.stoppedAt().orElseThrow().minusSeconds(before)))));
        return this;
    }

    SpotMoments failed(StackFile stack, String service, long minutesAgo) {
        lines.add(new Line(stack.id(), new PlacementFailure(new ServiceKey(stack.cluster(), service),
                "event-" + service + minutesAgo, NOW.minus(Duration.ofMinutes(minutesAgo)),
                PlacementFailure.Cause.CAPACITY, "(service " + service + ") was unable to place a task. Reason: "
                        + "Capacity is unavailable at this time. Please try again later or in a different availability "
                        + "zone.",
                Learnt.SERVICE_EVENT)));
        return this;
    }

    /// @param from so long ago
    SpotMoments gap(Duration from, Duration to) {
        gaps.add(new TimeRange(NOW.minus(from), NOW.minus(to)));
        return this;
    }

    SpotMoments since(Duration ago) {
        since = NOW.minus(ago);
        return this;
    }

    SpotMoments ran(int perDay) {
        ranPerDay = perDay;
        return this;
    }

    /// @param each of a service, by whether it is one of Glimpse
    SpotMoments savings(Function<Boolean, SpotSaving> each) {
        savings = each;
        return this;
    }

    static SpotSaving saved(String dollars) {
        return new SpotSaving.Known(Money.usd(dollars), Phrase.of("spot.saving.sum", 2, Money.usd("24.60"), 70,
                "AWS Fargate pricing, 2026-09", 90));
    }

    SpotMoments notKept() {
        kept = false;
        return this;
    }

    SpotMoments backfill(Failure why) {
        backfill = Optional.of(why);
        return this;
    }

    SpotMoments checks(SpotChecks known, Failure... why) {
        checks = known;
        unread = List.of(why);
        return this;
    }

    LedgerAnswer answer(LedgerQuestion question) {
        if (!kept) {
            return new LedgerAnswer(question, NOW, false, List.of(), List.of(), false);
        }
        var services = new ArrayList<ServiceLedger>();
        for (String name : List.of("glimpse-prod", "bowwow-prod", "tiketi-prod", "codemate-prod")) {
            StackFile file = Snapshots.file(name);
            file.components().services().forEach(spec -> services.add(service(file, spec, question.range())));
        }
        Comparator<Line> newestFirst = Comparator.comparing((Line line) -> line.entry().at())
                .thenComparing(line -> line.entry().id()).reversed();
        List<Line> all = lines.stream().filter(line -> question.range().contains(line.entry().at()))
                .filter(line -> question.after().filter(mark -> line.entry().at().isAfter(mark.at())
                        || line.entry().at().equals(mark.at()) && line.entry().id().compareTo(mark.id()) >= 0)
                        .isEmpty())
                .sorted(newestFirst).toList();
        return new LedgerAnswer(question, NOW, true, services, all.subList(0, Math.min(all.size(), question.most())),
                all.size() > question.most());
    }

    private ServiceLedger service(StackFile file, ServiceSpec spec, TimeRange range) {
        List<LedgerEntry> own = lines.stream().filter(line -> line.stack().equals(file.id())).map(Line::entry)
                .filter(entry -> entry.service().service().equals(spec.name()))
                .filter(entry -> range.contains(entry.at())).sorted(Comparator.comparing(LedgerEntry::at)).toList();
        List<Brief> briefs = own.stream().filter(Interruption.class::isInstance).map(Interruption.class::cast)
                .map(Brief::of).toList();
        Watched watched = watched();
        Attendance attendance = Attendance.of(range, watched.parts().isEmpty() ? Optional.empty() : Optional.of(since),
                watched.within(range), NOW);
        boolean onSpot = spec.spotWeight().orElse(0) > 0;
        int ran = onSpot && attendance.isAny() ? (int) (ranPerDay * Math.max(1, range.length().toDays()))
                / (file.id().equals(GLIMPSE.id()) ? 1 : 2) : 0;
        return new ServiceLedger(file.id(), spec, counts(own), InterruptionRate.of(briefs, ran, attendance), attendance,
                ReplacementTimes.of(briefs),
                Optional.of(onSpot ? checks : new SpotChecks(false, 0, Optional.empty(), Optional.empty(),
                        Optional.empty())),
                savings.apply(file.id().equals(GLIMPSE.id())),
                backfill, unread);
    }

    private Watched watched() {
        var whole = new TimeRange(since, NOW);
        return since.equals(NOW) ? Watched.never() : new Watched(Watched.of(gaps).gaps(whole));
    }

    private static LedgerCounts counts(List<LedgerEntry> entries) {
        var sums = new TreeMap<Instant, TreeMap<LedgerEntry.Kind, Integer>>();
        entries.forEach(entry -> sums.computeIfAbsent(Instant.ofEpochSecond(
                Math.floorDiv(entry.at().getEpochSecond(), 900) * 900), _ -> new TreeMap<>())
                .merge(entry.kind(), 1, Integer::sum));
        return new LedgerCounts(sums.entrySet().stream().flatMap(one -> one.getValue().entrySet().stream()
                .map(kind -> new Count(one.getKey(), kind.getKey(), kind.getValue()))).toList());
    }

    /// Two tasks of which most are on Spot; errors in the minutes after each hour's begin, and else none.
    static HistoryAnswer history(HistoryQuery query) {
        var kept = new HashMap<io.watchdeck.metrics.SeriesId, HistoryAnswer.Kept>();
        long step = query.tier().period().toSeconds();
        query.series().forEach(id -> {
            var samples = new ArrayList<Sample>();
            long from = Math.ceilDiv(query.range().from().getEpochSecond(), step) * step;
            for (long at = from; at < Math.min(query.range().to().getEpochSecond(), NOW.getEpochSecond()); at += step) {
                long hour = at / 3600;
                samples.add(new Sample(Instant.ofEpochSecond(at), switch (id.metric()) {
                    case "service.spotRunning" -> hour % 7 == 3 ? 1 : 2 + hour % 3;
                    case "service.onDemandRunning" -> hour % 7 == 3 ? 1 : 0;
                    case "lb.5xx" -> at / 60 % 60 < 5 ? 3 : 0;
                    default -> 0.21 + at / 60 % 7 * 0.01;
                }));
            }
            kept.put(id, new HistoryAnswer.Kept(Series.of(samples),
                    List.of(io.watchdeck.metrics.Coverage.read(query.range()))));
        });
        return new HistoryAnswer(query, kept);
    }

    static StackId id(String name) {
        return new StackId(name);
    }
}
