package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.ConditionTurn;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.PastJudge.CloudPast;
import io.watchdeck.watch.PastJudge.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Judges the time in which stacks were not judged, because the console was closed, the computer slept or AWS was out of
/// reach, from what AWS still has of it: as soon as that has come, or when it has been awaited for long enough. Blocking.
final class CatchUp {

    private static final Duration LATELY = Duration.ofMinutes(2);

    private final AlarmKeeper keeper;
    private final MetricArchive archive;
    private final PastJudge judge;
    private final Clock clock;

    CatchUp(AlarmKeeper keeper, MetricArchive archive, MetricCatalogue catalogue, Clock clock) {
        this.keeper = keeper;
        this.archive = archive;
        judge = new PastJudge(catalogue);
        this.clock = clock;
    }

    /// What could be had of the past of a site has come.
    ///
    /// @param stacks as they are known now
    synchronized void come(Site site, List<StackSnapshot> stacks) {
        if (site.backfill().filter(Backfill::isAnswered).isPresent()) {
            catchUp(site, stacks, site.stacks().stream().map(StackFile::id).toList());
            stacks.stream().filter(stack -> site.stacks().contains(stack.file())).forEach(stack -> past(site, stack));
        }
    }

    /// Of a stack that is watched for the first time all that AWS still has minute by minute.
    private void past(Site site, StackSnapshot stack) {
        StackId id = stack.file().id();
        keeper.before(id).ifPresent(until -> {
            var range = new TimeRange(Tier.MINUTE.begin(until.minus(Tier.MINUTE.kept())), until);
            List<ConditionTurn> turns = turns(site, stack, cloud(site, Set.of(id), range), range);
            keeper.pastJudged(id, all -> all.replay(id, turns, until), until);
        });
    }

    /// Time has passed: whoever has waited for long enough is judged by what there is.
    synchronized void waited(Collection<Site> sites, List<StackSnapshot> stacks) {
        for (Site site : sites) {
            List<StackId> impatient = keeper.impatient(site.stacks().stream().map(StackFile::id).toList());
            if (!impatient.isEmpty()) {
                catchUp(site, stacks, impatient);
            }
        }
    }

    private void catchUp(Site site, List<StackSnapshot> stacks, Collection<StackId> wanted) {
        Instant now = clock.instant();
        Map<StackId, Instant> behind = wanted.stream().flatMap(stack -> keeper.behind(stack).stream()
                .map(from -> Map.entry(stack, from))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<Instant> first = behind.values().stream().min(Instant::compareTo);
        if (first.isEmpty()) {
            return;
        }
        CloudPast cloud = cloud(site, behind.keySet(), new TimeRange(first.get(), now));
        stacks.stream().filter(stack -> behind.containsKey(stack.file().id())).forEach(stack -> {
            StackId id = stack.file().id();
            List<ConditionTurn> turns = turns(site, stack, cloud, new TimeRange(behind.get(id), now));
            keeper.judged(id, all -> all.replay(id, turns, now), now);
        });
    }

    private CloudPast cloud(Site site, Set<StackId> stacks, TimeRange range) {
        Instant now = clock.instant();
        if (!site.board().alarms.get(Board.ONLY).latestAsOf().filter(asOf -> asOf.plus(LATELY).isAfter(now))
                .isPresent()) {
            // What is known of them may be what was kept when the console ended.
            site.reader().read(Subject.ALARMS);
        }
        return new CloudPast(site.board().alarms.get(Board.ONLY).latest().orElse(List.<CloudAlarm>of()),
                alarmTurns(site, stacks, range));
    }

    /// Empty where they could not be read.
    private static Optional<List<AlarmTurn>> alarmTurns(Site site, Set<StackId> stacks, TimeRange range) {
        return site.stacks().stream().filter(file -> stacks.contains(file.id()))
                .flatMap(file -> site.reader().cloud(file).stream()).findFirst()
                .map(cloud -> Behalf.of(List.copyOf(stacks)).get(() -> cloud.alarms().turns(range)))
                .flatMap(answer -> answer instanceof Reading.Known<List<AlarmTurn>>(var turns, var _)
                        ? Optional.of(turns) : Optional.empty());
    }

    private List<ConditionTurn> turns(Site site, StackSnapshot stack, CloudPast cloud, TimeRange range) {
        StackFile file = stack.file();
        TimeRange needed = judge.needed(file, range);
        var kept = archive.read(new HistoryQuery(List.copyOf(judge.series(file)), needed, Tier.MINUTE)).kept();
        Map<SeriesId, Kept> past = kept.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> new Kept(one.getValue().series(), archive.unread(one.getKey(), needed))));
        var limits = new Limits(file, stack.services(), stack.databases(), site.board().cost.get(file.id()).latest());
        return judge.turns(file, limits, id -> Optional.ofNullable(past.get(id)), cloud, range);
    }
}
