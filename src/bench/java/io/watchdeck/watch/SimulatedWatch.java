package io.watchdeck.watch;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// [LiveWatch] without its threads: everything that decides what is read and when is the program's own (the readers, the
/// rounds of metrics, attention, rhythm and backfill); only who waits for the next turn is this loop. A snapshot, which
/// takes most of the time of a month, is composed every few minutes instead of after each reading.
public final class SimulatedWatch {

    private static final Duration COMPOSED = Duration.ofMinutes(5);

    private final WatchSettings settings;
    private final Clock clock;
    private final List<Turns> sites;
    private final Attention attention;
    private final MetricRounds rounds;
    private final StackComposer stackComposer;
    private final WatchComposer watchComposer;
    private WatchSnapshot newest;
    private Instant composed = Instant.EPOCH;

    /// When each subject of an account and Region has its next turn.
    private static final class Turns {
        private final Site site;
        private final Map<Subject, Instant> next = new EnumMap<>(Subject.class);
        private Instant backfill = Instant.EPOCH;

        Turns(Site site) {
            this.site = site;
        }
    }

    public SimulatedWatch(WatchSettings settings, List<StackFile> stacks, CloudConnector connector, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var byAccess = new LinkedHashMap<Access, List<StackFile>>();
        stacks.forEach(stack -> byAccess.computeIfAbsent(stack.access(), _ -> new ArrayList<>()).add(stack));
        sites = byAccess.entrySet().stream().map(entry -> new Turns(Site.of(entry.getKey(), entry.getValue(),
                new Board(settings.history().map(WatchHistory::metrics), clock), connector, catalogue, settings, clock)))
                .toList();
        settings.meter().limit(settings.cap());
        settings.costs().watch(stacks);
        stackComposer = new StackComposer(catalogue, settings.rhythm(), settings.costs());
        watchComposer = new WatchComposer(settings.meter(), settings.sandbox());
        attention = new Attention(settings.rhythm(), settings.meter()::saving, this::newest);
        rounds = new MetricRounds(settings.rhythm(), attention, clock);
        newest = compose(_ -> COMPOSED);
    }

    public WatchSnapshot newest() {
        return newest;
    }

    public void focus(Optional<StackId> stack) {
        attention.focus(stack);
    }

    public void visible(boolean shown) {
        settings.costs().visible(shown);
        if (attention.visible(shown)) {
            sites.forEach(turns -> turns.next.put(Subject.ALARMS, clock.instant()));
        }
    }

    /// Opens the cost screen, or leaves it.
    public void lookAtCost(boolean looked) {
        settings.costs().look(looked);
        sites.stream().filter(turns -> turns.site.reader().isCostDue())
                .forEach(turns -> turns.site.reader().read(Subject.COST));
    }

    /// Does everything that is due at this time of the clock.
    public void minute() {
        sites.forEach(this::read);
        if (!composed.plus(COMPOSED).isAfter(clock.instant())) {
            settings.history().ifPresent(history -> history.metrics().flush());
            composed = clock.instant();
            newest = compose(attention.every());
        }
    }

    private void read(Turns turns) {
        Site site = turns.site;
        Instant now = clock.instant();
        for (Subject subject : Subject.values()) {
            if (!turns.next.getOrDefault(subject, Instant.EPOCH).isAfter(now)) {
                if (subject != Subject.METRICS) {
                    site.reader().read(subject);
                } else if (rounds.read(site, () -> {}).away()) {
                    turns.backfill = now;
                }
                turns.next.put(subject, now.plus(attention.rest(subject, site.stacks(), site.reader().pause(subject))));
            }
        }
        site.backfill().filter(_ -> !turns.backfill.isAfter(now)).ifPresent(backfill -> {
            backfill.fill();
            turns.backfill = now.plus(backfill.pause());
        });
    }

    private WatchSnapshot compose(Function<StackId, Duration> every) {
        Instant now = clock.instant();
        List<StackSnapshot> stacks = sites.stream().flatMap(turns -> turns.site.stacks().stream()
                .map(stack -> stackComposer.compose(stack, turns.site.board(), new Every(every.apply(stack.id()),
                        settings.rhythm().every(Subject.ALARMS)), now))).toList();
        return watchComposer.compose(stacks, List.of(), new RoundTimes().rounds(false, false, COMPOSED),
                Optional.empty(), List.of(), List.of(), now);
    }
}
