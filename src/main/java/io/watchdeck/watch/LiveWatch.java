package io.watchdeck.watch;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Coalescer;
import io.watchdeck.refresh.Pace;
import io.watchdeck.refresh.Poller;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.WatchComposer.Rounds;
import io.watchdeck.yaml.FileProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Watches stacks: one [Poller] for each subject of each account and Region, one snapshot after each change. The only
/// object here that changes over time, beside the boards; everything it hands out is immutable.
public final class LiveWatch implements Watch, AutoCloseable {

    private final Mistakes mistakes = new Mistakes();
    private final WatchSettings settings;
    private final CloudConnector connector;
    private final MetricCatalogue catalogue;
    private final Clock clock;
    private final NewestSnapshots newest;
    private volatile WatchComposer watchComposer;
    private final CloseLook closeLook;
    private final Optional<Keeping> keeping;
    private final PastDesk past;
    private final Questions questions;
    private final Attention attention;
    private final MetricRounds metricRounds;
    private final LiveCostDesk costs;
    private final AlarmKeeper alarms;
    private final Optional<CatchUp> catchUp;
    private final Backfills backfills;
    private final LiveLedgerDesk ledger;
    private final Coalescer composing = new Coalescer(this::compose, Mistakes::report);
    private final Listeners listeners = new Listeners(this::current, Mistakes::report);
    private final Pollers pollers;
    private final Identities identities = new Identities();
    /// What is known of each account and Region, also of one that no file names for a moment.
    private final Map<Access, Board> boards = new HashMap<>();
    private final RoundTimes roundTimes = new RoundTimes();

    private volatile List<StackFile> stacks = List.of();
    private volatile List<Site> sites = List.of();
    private volatile List<FileProblem> problems = List.of();
    private volatile WatchSnapshot current;
    private volatile boolean started;
    private volatile Runnable shown = () -> {};
    private volatile List<Phrase> notices = List.of();

    public LiveWatch(WatchSettings settings, CloudConnector connector, MetricCatalogue catalogue, Clock clock) {
        this(settings, connector, catalogue, clock, Pace.ofSystemTime());
    }

    /// @param pace the time that passes between two readings
    public LiveWatch(WatchSettings settings, CloudConnector connector, MetricCatalogue catalogue, Clock clock,
            Pace pace) {
        pollers = new Pollers(composing::changed, Mistakes::report, pace);
        this.settings = settings;
        this.connector = connector;
        this.catalogue = catalogue;
        this.clock = clock;
        newest = new NewestSnapshots(new StackComposer(catalogue, settings.rhythm(), settings.costs()));
        settings.meter().limit(settings.cap());
        watchComposer = new WatchComposer(settings.meter(), settings.sandbox());
        closeLook = new CloseLook(settings.rhythm(), clock);
        attention = new Attention(settings.rhythm(), settings.meter()::saving, this::current);
        metricRounds = new MetricRounds(settings.rhythm(), attention, clock);
        costs = new LiveCostDesk(() -> sites, settings, composing::changed, mistakes::reportUnlessEnded);
        alarms = new AlarmKeeper(settings, clock, composing::changed, mistakes::reportUnlessEnded);
        catchUp = settings.history().map(kept -> new CatchUp(alarms, kept.metrics(), catalogue, clock));
        ledger = new LiveLedgerDesk(() -> sites, settings.history(), clock, mistakes::reportUnlessEnded);
        keeping = settings.history().map(kept -> new Keeping(kept, settings.meter(), catalogue, clock));
        backfills = new Backfills(settings.history(), catchUp, keeping, clock, () -> current().stacks());
        questions = new Questions(keeping, catalogue, clock, mistakes::reportUnlessEnded);
        past = keeping.map(keep -> LivePast.of(keep, settings.history().orElseThrow(), catalogue, settings.rhythm(),
                () -> sites, mistakes::reportUnlessEnded)).orElseGet(PastDesk::none);
        current = watchComposer.compose(List.of(), List.of(), rounds(false), Optional.empty(), List.of(),
                List.of(), clock.instant());
    }

    /// Says what is watched; called again when stack files or what is wrong with them change. What is known of an account
    /// stays known; only other stacks, or another order of them, are read anew.
    public synchronized void stacks(List<StackFile> files, List<FileProblem> wrong) {
        problems = List.copyOf(wrong);
        if (!files.equals(stacks)) {
            stacks(files);
        }
        composing.changed();
    }

    private void stacks(List<StackFile> files) {
        closePollers();
        metricRounds.again(files.stream().filter(stack -> !stacks.contains(stack)).toList());
        stacks = List.copyOf(files);
        newest.only(stacks);
        alarms.watch(stacks.stream().map(StackFile::id).toList());
        settings.costs().watch(stacks);
        sites = Site.all(stacks, boards, connector, catalogue, settings, clock);
        if (started) {
            begin();
        }
    }

    /// What is watched, in the order it was given.
    public List<StackFile> stacks() {
        return stacks;
    }

    /// Begins to read on schedule; with a history first puts back what was known when the console ended.
    public void start() {
        start(() -> {});
    }

    /// The same, where with a history nothing is read before a person sees what was put back.
    ///
    /// @param isShown waits for that; blocking
    public synchronized void start(Runnable isShown) {
        started = true;
        shown = isShown;
        begin();
    }

    private void begin() {
        List<Site> these = sites;
        keeping.ifPresentOrElse(keep -> Background.run("history", () -> {
            try {
                alarms.restore(true);
                keep.restore(these);
                composing.changed();
                shown.run();
            } finally {
                poll(these);
            }
        }, mistakes::reportUnlessEnded), () -> {
            alarms.restore(true);
            poll(these);
        });
    }

    /// @param these unless other stacks are watched meanwhile
    private synchronized void poll(List<Site> these) {
        if (!started || sites != these || !pollers.isEmpty()) {
            return;
        }
        for (Site site : sites) {
            var whenAdmitted = new ArrayList<Poller>();
            for (Subject subject : EnumSet.complementOf(EnumSet.of(Subject.IDENTITY))) {
                whenAdmitted.add(pollers.add(subject, site, () -> identities.doubt(site, subject == Subject.METRICS
                        ? readMetrics(site) : site.reader().read(subject)),
                        () -> attention.rest(subject, site.stacks(), site.reader().pause(subject))));
            }
            whenAdmitted.addAll(backfills.begin(site, pollers));
            identities.put(site, pollers.add(Subject.IDENTITY + " " + site.name(), () -> identify(site, whenAdmitted),
                    () -> site.reader().pause(Subject.IDENTITY)));
        }
        closeLook.poll(pollers, () -> sites);
        keeping.ifPresent(keep -> pollers.add("history", () -> {
            keep.keep(sites);
            alarms.keep();
        }, () -> Keeping.FLUSH));
        pollers.add("ages", () -> catchUp.ifPresent(past -> past.waited(sites, current.stacks())),
                () -> Duration.ofSeconds(10));
        costs.reading(true);
    }

    /// Writes what has come in, for whoever reads the history beside this. Blocking.
    public void write() {
        keeping.ifPresent(keep -> keep.keep(sites));
    }

    /// All that can be known of some stacks alone; empty while one of them was not read since the begin, or the reading
    /// rests. Blocking: metrics that are read only while somebody looks are read for it, unless they were lately.
    public Optional<WatchSnapshot> known(List<StackFile> some) {
        if (pollers.paused() || !metricRounds.haveRead(some)) {
            return Optional.empty();
        }
        Duration holds = settings.rhythm().metricAge(settings.rhythm().every(Subject.METRICS), Duration.ofMinutes(1));
        sites.forEach(site -> site.reader().readOlder(some, holds));
        WatchSnapshot now = composed();
        return Optional.of(watchComposer.compose(now.stacks().stream().filter(stack -> some.contains(stack.file()))
                .toList(), problems, rounds(false), Optional.empty(), List.of(), List.of(), now.asOf()));
    }

    /// Reads everything once and returns what is known then; with a history also what was kept before.
    public WatchSnapshot readOnce(Set<Subject> subjects) {
        keeping.ifPresent(keep -> keep.restore(sites));
        alarms.restore(false);
        settings.costs().tell(subjects.contains(Subject.COST));
        Site.readOnce(sites, subjects);
        settings.costs().tell(false);
        keeping.ifPresent(keep -> keep.enter(sites));
        sites.forEach(site -> roundTimes.end(clock.instant(), site.reader().answeredAt()));
        compose();
        return current;
    }

    /// Reads some subjects once, as a console does that goes on watching: alarms are judged and kept, and what was shown can
    /// be shown again; what RDS and autoscaling tell of the past is kept where their subjects are read. Looks that follow
    /// each other within two minutes are one time in which somebody watched; what was read is kept by [#write]. Blocking.
    public void look(Set<Subject> subjects) {
        keeping.ifPresent(keep -> keep.restore(sites));
        alarms.restore(true);
        Site.readOnce(sites, subjects);
        sites.forEach(site -> roundTimes.end(clock.instant(), site.reader().answeredAt()));
        compose();
        keeping.ifPresent(keep -> keep.looked(sites, subjects));
        alarms.keep();
    }

    @Override
    public WatchSnapshot current() {
        return current;
    }

    @Override
    public Subscription subscribe(Consumer<WatchSnapshot> listener) {
        return listeners.add(listener);
    }

    @Override
    public void refresh() {
        metricRounds.again(stacks);
        pollers.poke();
    }

    @Override
    public void focus(Optional<StackId> stack) {
        if (attention.focus(stack)) {
            pollers.again(Subject.METRICS);
        }
    }

    @Override
    public void visible(boolean shown) {
        costs.visible(shown);
        if (attention.visible(shown)) {
            pollers.again(Subject.METRICS);
            pollers.again(Subject.ALARMS);
        }
    }

    @Override
    public void inspect(Optional<Inspection> service) {
        closeLook.at(service);
    }

    /// Reads once what only the details of the inspected service tell.
    public void readInspected() {
        closeLook.read(sites);
        compose();
    }

    /// Other limits of what the console's own calls may cost in a month, and of how many free ones it may make.
    public void limits(Money month, FreeShare free) {
        settings.meter().limit(month);
        settings.meter().allowance().share(free);
        composing.changed();
    }

    /// When cost is asked for by itself from now on.
    public void costs(CostNeed.Asked when) {
        costs.askedBy(when);
    }

    /// What a person wishes for alarms from now on.
    public void alarms(AlarmWishes wishes) {
        alarms.wish(wishes);
        composing.changed();
    }

    /// Says under the top bar what became of the console's own files, until something else is to be said of them.
    public void notice(Phrase told) {
        notices = List.of(told);
        composing.changed();
    }

    @Override
    public void history(HistoryQuery query, Consumer<Past> answer) {
        questions.history(query, sites, answer);
    }

    @Override
    public void logGroups(Set<StackId> wanted, Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> answer) {
        questions.logGroups(wanted, sites, answer);
    }

    @Override
    public CostDesk costs() {
        return costs;
    }

    @Override
    public ChangeDesk changes() {
        return new LiveChangeDesk(() -> sites, pollers, closeLook, composing::changed);
    }

    @Override
    public LedgerDesk ledger() {
        return ledger;
    }

    @Override
    public AlarmDesk alarms() {
        return alarms;
    }

    @Override
    public PastDesk past() {
        return past;
    }

    @Override
    public void pause(boolean pause) {
        pollers.pause(pause);
        costs.pause(pause);
        composing.changed();
    }

    @Override
    public boolean paused() {
        return pollers.paused();
    }

    @Override
    public synchronized void close() {
        started = false;
        mistakes.end();
        closePollers();
        listeners.clear();
        keeping.ifPresent(keep -> keep.close(sites));
        alarms.keep();
    }

    private void closePollers() {
        costs.reading(false);
        pollers.close();
        identities.clear();
        backfills.end();
    }

    private void identify(Site site, List<Poller> whenAdmitted) {
        boolean before = site.isSignedOut();
        if (site.reader().identify()) {
            metricRounds.again(site.stacks());
            whenAdmitted.forEach(Poller::again);
            closeLook.again();
        }
        identities.answered(site, before);
    }

    /// @return whether AWS said that the credentials are no longer valid
    private boolean readMetrics(Site site) {
        SiteReader.MetricsRead read = metricRounds.read(site, composing::changed);
        roundTimes.end(clock.instant(), site.reader().answeredAt());
        if (read.away()) {
            backfills.again(site);
        }
        return read.expired();
    }

    private void compose() {
        current = composed();
        listeners.changed();
        alarms.tell();
    }

    private WatchSnapshot composed() {
        Instant now = clock.instant();
        var every = attention.rhythms();
        List<StackSnapshot> judged = alarms.judge(newest.of(sites, every, now), now);
        WatchSnapshot all =
                watchComposer.compose(judged, problems, rounds(metricRounds.isUnderWay()), closeLook.known(sites, now),
                        notices, alarms.resolved(judged.stream().map(one -> one.file().id()).toList()), now);
        keeping.ifPresent(keep -> keep.shown(sites, all, every));
        return all;
    }

    private Rounds rounds(boolean refreshing) {
        return roundTimes.rounds(refreshing, pollers.paused(), settings.rhythm().metricsAttended());
    }
}
