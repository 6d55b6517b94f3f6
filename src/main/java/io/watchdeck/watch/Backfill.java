package io.watchdeck.watch;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.metrics.Wanted;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.watch.WantedMetrics.Need;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Fetches what CloudWatch still has and nobody has read: all of a stack that is watched for the first time, the time in
/// which the console was not running of the metrics that are always read, and of any other metric when somebody looks at
/// it. CloudWatch prices a metric that is asked for, not the points of it, so a month costs what a minute does.
///
/// Polled figures have no past that could be fetched. Blocking; one fill at a time.
final class Backfill {

    /// How long CloudWatch keeps points of an hour; shorter ones as long as the tiers do.
    private static final Duration HOURS_KEPT = Duration.ofDays(455);
    /// What was not read for less than this is read with the next reading anyway.
    private static final Duration WORTH_ASKING = Duration.ofMinutes(20);
    /// The newest points come some minutes late: that they are not there yet is not known for good.
    private static final Duration SETTLING = Duration.ofMinutes(5);
    /// What somebody looks at goes on every other minute.
    private static final Duration WORTH_LOOKING = SETTLING.plusMinutes(2);
    /// As many points as `GetMetricData` gives in one answer: fewer calls are not to be had, and no more is in memory at a
    /// time.
    private static final int POINTS = 100_800;
    /// The rest after a fill that was not answered; twice as long after each further one.
    private static final Duration AGAIN = Duration.ofMinutes(2);
    /// What was refused to somebody who looks is not asked for again at each look.
    private static final Duration LOOKED_AGAIN = Duration.ofMinutes(10);
    /// How far what cannot be rolled up may be behind in the coarser tiers; where nothing newer has come it is asked for
    /// as often.
    private static final Duration COARSE_BEHIND = Duration.ofHours(6);

    private final SiteReader site;
    private final MetricArchive archive;
    private final Clock clock;
    private final ReentrantLock filling = new ReentrantLock();
    /// What was not answered, or not to be had, until it is.
    private final Map<Question, Instant> refused = new ConcurrentHashMap<>();
    /// What was asked for beside what could be rolled up.
    private final Map<Question, Instant> coarse = new ConcurrentHashMap<>();
    /// Fills in a row of which a part failed that may pass.
    private volatile int failures;

    Backfill(SiteReader site, MetricArchive archive, Clock clock) {
        this.site = site;
        this.archive = archive;
        this.clock = clock;
    }

    /// A part of the past that is asked for in one period.
    private record Stretch(Tier tier, TimeRange range) {}

    private record Question(SeriesId id, Tier tier) {}

    /// What came of asking.
    ///
    /// @param news   whether something came that was not there before
    /// @param failed whether something was not answered that may be soon
    private record Came(boolean news, boolean failed) {

        static final Came NOTHING = new Came(false, false);

        Came and(Came other) {
            return new Came(news || other.news, failed || other.failed);
        }
    }

    /// Whether the last fill was answered in full, or nothing more can be had.
    boolean isAnswered() {
        return failures == 0;
    }

    /// From the end of a fill of what nobody looks at to the begin of the next.
    Duration pause() {
        Duration next = AGAIN.multipliedBy(1L << Math.clamp(failures - 1, 0, 20));
        return failures == 0 || next.compareTo(Keeping.BACKFILL) > 0 ? Keeping.BACKFILL : next;
    }

    /// What was never watched, and what a rule or the overview needs of the time when the console was not running.
    void fill() {
        Set<SeriesId> always = site.wanted(Need.OVERVIEW).stream().map(Wanted::id).collect(Collectors.toSet());
        Set<SeriesId> known = archive.series();
        Came came = fill(site.wanted(Need.ALL).stream()
                .filter(one -> always.contains(one.id()) || !known.contains(one.id())).toList(), WORTH_ASKING,
                Duration.ZERO);
        failures = came.failed() ? failures + 1 : 0;
    }

    /// Of those who look while a fill is under way one waits for its end: the others look again in a minute.
    ///
    /// @return whether something came that was not there before
    boolean fill(Set<SeriesId> looked) {
        return !filling.hasQueuedThreads()
                && fill(site.wanted(Need.ALL).stream().filter(one -> looked.contains(one.id())).toList(), WORTH_LOOKING,
                        LOOKED_AGAIN).news();
    }

    /// @param least the shortest hole that is asked for
    /// @param rest  how long what was refused is not asked for
    private Came fill(List<Wanted> all, Duration least, Duration rest) {
        if (all.isEmpty()) {
            return Came.NOTHING;
        }
        filling.lock();
        try {
            Came came = Came.NOTHING;
            for (Stretch stretch : stretches(clock.instant())) {
                List<Wanted> wanted = all.stream().filter(one -> !within(rest, refused, one, stretch.tier())).toList();
                came = came.and(fetch(wanted, stretch, least)).and(fetchCoarse(wanted, stretch.tier()));
            }
            return came;
        } finally {
            filling.unlock();
        }
    }

    private boolean within(Duration rest, Map<Question, Instant> asked, Wanted one, Tier tier) {
        Instant now = clock.instant();
        return Optional.ofNullable(asked.get(new Question(one.id(), tier)))
                .filter(at -> !at.isAfter(now) && at.plus(rest).isAfter(now)).isPresent();
    }

    /// From the newest to the oldest: what is looked at first comes first.
    private static List<Stretch> stretches(Instant now) {
        Instant minutes = Tier.FIVE_MINUTES.begin(now.minus(Tier.MINUTE.kept())).plus(Tier.FIVE_MINUTES.period());
        Instant fives = Tier.HOUR.begin(now.minus(Tier.FIVE_MINUTES.kept())).plus(Tier.HOUR.period());
        Instant hours = Tier.HOUR.begin(now.minus(HOURS_KEPT)).plus(Tier.HOUR.period());
        return List.of(new Stretch(Tier.MINUTE, new TimeRange(minutes, Tier.MINUTE.begin(now))),
                new Stretch(Tier.FIVE_MINUTES, new TimeRange(fives, minutes)),
                new Stretch(Tier.HOUR, new TimeRange(hours, fives)));
    }

    private Came fetch(List<Wanted> wanted, Stretch stretch, Duration least) {
        var lacking = new ArrayList<Wanted>();
        Instant from = stretch.range().to();
        Instant to = stretch.range().from();
        for (Wanted one : wanted) {
            List<TimeRange> holes = archive.unread(one.id(), stretch.range()).stream()
                    .filter(hole -> hole.length().compareTo(least) >= 0).toList();
            if (!holes.isEmpty()) {
                lacking.add(one);
                // A reading covers the minutes before it that have not come yet: they have come by now.
                from = earlier(from, later(holes.getFirst().from().minus(SETTLING), stretch.range().from()));
                to = holes.getLast().to().isAfter(to) ? holes.getLast().to() : to;
            }
        }
        if (lacking.isEmpty()) {
            return Came.NOTHING;
        }
        Tier tier = stretch.tier();
        var range = new TimeRange(tier.begin(from), tier.begin(to.plus(tier.period()).minusNanos(1)));
        return read(lacking, tier, range, true);
    }

    /// What cannot be rolled up, from where its coarse samples end.
    private Came fetchCoarse(List<Wanted> wanted, Tier tier) {
        if (tier == Tier.MINUTE) {
            return Came.NOTHING;
        }
        Instant end = tier.begin(clock.instant());
        var whole = new TimeRange(tier.begin(end.minus(Tier.values()[tier.ordinal() - 1].kept())), end);
        var behind = new ArrayList<Wanted>();
        Instant from = end;
        for (Wanted one : wanted) {
            if (!archive.rollsUp(one.id()) && !within(COARSE_BEHIND, coarse, one, tier)) {
                Instant newest = archive.newest(one.id(), tier, whole);
                if (Duration.between(newest, end).compareTo(COARSE_BEHIND) > 0) {
                    behind.add(one);
                    from = earlier(from, newest);
                }
            }
        }
        return behind.isEmpty() ? Came.NOTHING : read(behind, tier, new TimeRange(from, end), false);
    }

    /// @param covers whether the answer tells what is known of the time, and not only what is known of it in this tier
    private Came read(List<Wanted> all, Tier tier, TimeRange range, boolean covers) {
        int atOnce = (int) Math.max(1, POINTS / (range.length().toSeconds() / tier.period().toSeconds() + 1));
        Came came = Came.NOTHING;
        for (int first = 0; first < all.size(); first += atOnce) {
            came = came.and(readSome(all.subList(first, Math.min(all.size(), first + atOnce)), tier, range, covers));
            archive.flush();
        }
        return came;
    }

    private Came readSome(Collection<Wanted> some, Tier tier, TimeRange range, boolean covers) {
        Map<SeriesId, Reading<Series>> answers = site.ask(some, range, tier.period());
        boolean news = answers.entrySet().stream().anyMatch(answer -> answer
                .getValue() instanceof Reading.Known<Series>(var series, var _)
                && isNews(answer.getKey(), tier, range, series, covers));
        boolean failed = false;
        for (var answer : answers.entrySet()) {
            if (answer.getValue() instanceof Reading.Known<Series>(var series, var _)) {
                archive.keep(tier, answer.getKey(), series);
            }
            failed |= mayPass(answer.getValue());
            remember(new Question(answer.getKey(), tier), answer.getValue(), covers);
            Instant settled = earlier(range.to(), Tier.MINUTE.begin(clock.instant().minus(SETTLING)));
            if (covers && range.from().isBefore(settled)) {
                cover(answer.getKey(), new TimeRange(range.from(), settled), answer.getValue());
            }
        }
        return new Came(news, failed);
    }

    private boolean isNews(SeriesId id, Tier tier, TimeRange range, Series series, boolean covers) {
        if (!covers) {
            return series.last().filter(last -> last.at().isAfter(archive.newest(id, tier, range))).isPresent();
        }
        Series before = archive.read(new HistoryQuery(List.of(id), range, tier)).kept().get(id).series();
        return before.with(series).size() > before.size();
    }

    private void remember(Question question, Reading<Series> answer, boolean covers) {
        if (!isAnswer(answer)) {
            refused.put(question, clock.instant());
            return;
        }
        refused.remove(question);
        if (!covers) {
            coarse.put(question, clock.instant());
        }
    }

    private static boolean mayPass(Reading<Series> answer) {
        return answer instanceof Reading.Unknown<Series>(var failure, var _)
                && (failure.kind() == Failure.Kind.THROTTLED || failure.kind() == Failure.Kind.UNREACHABLE);
    }

    /// What was read before stays read when it is asked for again with what was not, and not answered.
    private void cover(SeriesId id, TimeRange asked, Reading<Series> answer) {
        List<TimeRange> parts = isAnswer(answer) ? List.of(asked) : archive.unread(id, asked);
        parts.forEach(part -> cover(archive, id, part, answer));
    }

    private static boolean isAnswer(Reading<Series> reading) {
        return !(reading instanceof Reading.Unknown<Series>(var failure, var _)
                && failure.kind() != Failure.Kind.ABSENT);
    }

    /// That AWS has nothing is an answer.
    static void cover(MetricArchive archive, SeriesId id, TimeRange range, Reading<Series> answer) {
        switch (answer) {
            case Reading.Known<Series> _ -> archive.covered(id, range);
            case Reading.Unknown<Series>(var failure, var _) -> {
                if (failure.kind() == Failure.Kind.ABSENT) {
                    archive.covered(id, range);
                } else {
                    archive.missed(id, range, failure.kind());
                }
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
