package io.watchdeck;

import io.watchdeck.aws.AwsConnector;
import io.watchdeck.aws.AwsSettings;
import io.watchdeck.aws.AwsSettings.Sparing;
import io.watchdeck.aws.AwsSettings.Timeouts;
import io.watchdeck.aws.SharedProfiles;
import io.watchdeck.identity.SignIn;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.instance.Claim;
import io.watchdeck.instance.Instance;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.Unit;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.NewStackFiles;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.stack.StackReader;
import io.watchdeck.store.Database;
import io.watchdeck.ui.activity.ActivityView;
import io.watchdeck.ui.alarms.AlarmsView;
import io.watchdeck.ui.connect.ConnectDialogs;
import io.watchdeck.ui.cost.CostView;
import io.watchdeck.ui.explorer.ExplorerView;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.operations.OperationDialogs;
import io.watchdeck.ui.overview.OverviewView;
import io.watchdeck.ui.queues.QueuesView;
import io.watchdeck.ui.settings.About;
import io.watchdeck.ui.settings.BundleDesk;
import io.watchdeck.ui.settings.SettingsView;
import io.watchdeck.ui.settings.Surroundings;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.signin.SignInDialogs;
import io.watchdeck.ui.signin.SignInView;
import io.watchdeck.ui.spot.SpotView;
import io.watchdeck.ui.stack.StackView;
import io.watchdeck.ui.timeline.Filing;
import io.watchdeck.ui.timeline.HandingOver;
import io.watchdeck.ui.timeline.TimelineView;
import io.watchdeck.watch.CloudConnector;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.watch.discovery.Discovery;
import io.watchdeck.watch.discovery.InventoryConnector;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/// Builds every object of the program by hand.
final class Wiring {

    private static final long SANDBOX_SEED = 42;
    /// So long a command has the history open at most, unless it writes much of it out.
    private static final Duration A_COMMAND_TAKES = Duration.ofSeconds(15);

    private Wiring() {}

    static Folders folders() {
        return Folders.ofThisMachine();
    }

    static SettingsFile settingsFile() {
        return new SettingsFile(folders().settings());
    }

    static Preferences preferences(Options options) {
        return Preferences.of(options, settingsFile());
    }

    static StackReader stackReader() {
        return new StackReader(MetricCatalogue.standard().all().stream().map(Wiring::known).toList());
    }

    static ShippedStacks shippedStacks() {
        return new ShippedStacks(stackReader());
    }

    static StackFolder stackFolder() {
        return new StackFolder(stackReader());
    }

    static StackChoice choice(Options options) {
        return choice(options, stackFolder());
    }

    /// @param files reads the folder now, and as long as it is followed
    static StackChoice choice(Options options, StackFolder files) {
        return StackChoice.of(options, folders(), files, shippedStacks());
    }

    /// The folder of the history, and of the one console that keeps it.
    static Path data(Options options) {
        return data(options, folders());
    }

    static Path data(Options options, Folders folders) {
        return options.data().orElseGet(() -> options.endpoint().map(folders::data).orElseGet(folders::data));
    }

    /// Wants to be the console of its data folder; empty for a sandbox that has none.
    static Optional<Claim> claim(Options options) {
        return options.keepsNothing() ? Optional.empty()
                : Optional.of(Instance.claim(data(options), folders().runtime()));
    }

    /// Threads of the system, of which a busy program keeps none waiting; they do not keep it from ending.
    static Executor threads(String name) {
        return work -> Thread.ofPlatform().daemon().name(name).start(work);
    }

    /// Reads the chosen stacks once.
    ///
    /// @param history closed when this returns
    static WatchSnapshot readOnce(Running running, StackChoice choice, List<StackFile> chosen,
            Set<Subject> subjects, Optional<KeptHistory> history) {
        try (Watching watching = command(running, choice, Clock.systemUTC(), history)) {
            watching.watch().stacks(chosen, choice.problems());
            return watching.watch().readOnce(subjects);
        }
    }

    /// A watch that knows its stacks and has not begun to read; nothing of what it will read is kept.
    static Watching watching(Options options, StackChoice choice, Clock clock) {
        return watching(options, choice, clock.instant(), clock, Sparing.CALLS, Optional.empty(), Optional.empty());
    }

    /// What a console before has left in the data folder, to be opened while stacks are still looked for. Empty where it has
    /// left nothing, and where there will be no stacks: what begins then is a sandbox that does not touch the folder.
    ///
    /// @param files looks whether the person has any
    static Optional<KeptHistory> left(Options options, StackFolder files, Clock clock) {
        boolean needed = options.sandbox() ? !options.keepsNothing()
                : options.stacks().isPresent() || options.endpoint().isPresent() || files.isUsed(folders().stacks());
        return Optional.of(data(options)).filter(folder -> needed && Database.isThere(folder))
                .map(folder -> KeptHistory.soonIn(folder, clock, A_COMMAND_TAKES));
    }

    /// The same with a history: in the person's data folder, or for the sandbox in memory, unless its own folder was named.
    ///
    /// @param left the history in the data folder where it is open already; closed where it is not needed
    static Watching console(Options options, StackChoice choice, Clock clock, Optional<KeptHistory> left) {
        Instant begin = begin(options, choice, clock);
        KeptHistory history;
        if (isInFolder(options, choice)) {
            history = left.orElseGet(() -> KeptHistory.soonIn(data(options), clock, A_COMMAND_TAKES));
        } else {
            left.ifPresent(KeptHistory::close);
            history = KeptHistory.soonRemembering(clock, past(options, choice, begin));
        }
        return watching(options, choice, begin, clock, Sparing.MONEY, Optional.of(history), Optional.empty());
    }

    /// Whether the history is one that a console has left, and the next finds.
    static boolean isInFolder(Options options, StackChoice choice) {
        return !choice.sandbox() || options.sandbox() && !options.keepsNothing();
    }

    /// When a sandbox began: in a data folder it goes on.
    private static Instant begin(Options options, StackChoice choice, Clock clock) {
        return choice.sandbox() && options.sandbox() && !options.keepsNothing()
                ? new SandboxBegin(data(options), clock).instant() : clock.instant();
    }

    /// What a console would have kept of the past of a sandbox that begins then.
    private static SandboxPast past(Options options, StackChoice choice, Instant begin) {
        return new SandboxPast(choice, SANDBOX_SEED, preferences(options).alarms(), begin);
    }

    /// A sandbox with its past, for a command that reads once.
    static Watching remembering(Options options, StackChoice choice, Clock clock) {
        Instant begin = clock.instant();
        return watching(options, choice, begin, clock, Sparing.CALLS,
                Optional.of(KeptHistory.remembering(clock, past(options, choice, begin))), Optional.empty());
    }

    /// The history for a command that reads once.
    static KeptHistory history(Options options) {
        return KeptHistory.in(data(options), Clock.systemUTC(), A_COMMAND_TAKES);
    }

    /// The same for a command. What its calls cost is counted where the meter is kept, whoever has that open.
    static Watching command(Running running, StackChoice choice, Clock clock, Optional<KeptHistory> history) {
        return watching(running.options(), choice, begin(running.options(), choice, clock), clock, Sparing.CALLS,
                history,
                choice.sandbox() || choice.stacks().isEmpty()
                        ? Optional.empty() : Optional.of(new HandedMeter(running, clock)));
    }

    /// @param begin of a sandbox
    private static Watching watching(Options options, StackChoice choice, Instant begin, Clock clock, Sparing metrics,
            Optional<KeptHistory> history, Optional<HandedMeter> handed) {
        var meter = new Meter(PriceList.shipped(), clock);
        meter.allowance().share(preferences(options).freeShare());
        AutoCloseable connection;
        Reach reach;
        Optional<SignIn> signIn = Optional.empty();
        if (choice.sandbox()) {
            var sandbox = new SandboxConnector(choice.stacks(), SANDBOX_SEED, begin, clock);
            reach = new Reach(sandbox, sandbox, Optional.of(clock.instant()), Optional.empty());
            connection = () -> {};
        } else {
            AwsConnector aws = connector(meter, clock, awsSettings(options).sparing(metrics));
            reach = new Reach(aws, aws, Optional.empty(), options.endpoint());
            connection = aws;
            signIn = Optional.of(aws.signIn());
        }
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var watch =
                new LiveWatch(new WatchSettings(Rhythm.standard(), meter, preferences(options).cap(), choice.sandbox(),
                        costs(options, choice, metrics), history.map(kept -> kept.of(catalogue)),
                        preferences(options).alarms()), reach.reading(),
                        catalogue, clock);
        history.ifPresent(kept -> {
            kept.keepFor(preferences(options).retention());
            kept.tell(watch::notice);
            kept.keep(meter, handed.map(MeterStore.class::cast));
        });
        if (history.isEmpty()) {
            handed.ifPresent(meter::keepIn);
        }
        watch.stacks(choice.stacks(), choice.problems());
        var operations = new LiveOperations(watch, reach,
                history.map(kept -> new Kept(kept.journal(), kept.deployments()::of))
                        .orElseGet(() -> Kept.of(NoJournal::new)),
                new LiveOperations.Person(watch.alarms()::person, options.readOnly()), clock);
        return new Watching(watch, Optional.of(operations), history,
                signIn.map(way -> signInDesk(way, watch::refresh, clock)),
                connection, () -> {
                    meter.flush();
                    handed.ifPresent(HandedMeter::close);
                });
    }

    /// @param signedIn told after each sign-in: in a window that reads AWS everything is read again at once
    private static SignInDesk signInDesk(SignIn way, Runnable signedIn, Clock clock) {
        return new SignInDesk(new SharedProfiles(clock), way, work -> Background.run("sign-in", work,
                mistake -> System.getLogger(Wiring.class.getName()).log(System.Logger.Level.ERROR, "Signing in",
                        mistake)),
                signedIn);
    }

    /// A simulated bill costs nothing; a command asks only where a person says so.
    private static CostNeed costs(Options options, StackChoice choice, Sparing metrics) {
        return new CostNeed(choice.sandbox() ? CostNeed.Asked.DAILY
                : metrics == Sparing.CALLS ? CostNeed.Asked.TOLD : preferences(options).costsAsked());
    }

    /// What proposes stack files for an access, simulated or not.
    static Discovering discovering(Options options, Access access) {
        Clock clock = Clock.systemUTC();
        if (options.sandbox()) {
            var there = choice(options).stacks().stream().filter(stack -> stack.access().equals(access)).toList();
            var sandbox = new SandboxConnector(there, SANDBOX_SEED, clock);
            return new Discovering(discovery(access, sandbox, sandbox), () -> {});
        }
        AwsConnector aws = connector(new Meter(PriceList.shipped(), clock), clock, awsSettings(options));
        return new Discovering(discovery(access, aws, aws), aws::close);
    }

    private static Discovery discovery(Access access, InventoryConnector inventory, CloudConnector cloud) {
        return new Discovery(access, inventory.inventory(access), cloud.connect(access), MetricCatalogue.standard());
    }

    /// What the settings screen tells of the console and of where its files lie.
    static Surroundings surroundings(Options options, StackChoice choice) {
        Folders folders = folders();
        Optional<Path> data = choice.sandbox() && (!options.sandbox() || options.keepsNothing()) ? Optional.empty()
                : Optional.of(data(options));
        return new Surroundings(preferences(options).given(), options.readOnly(), System.getProperty("user.name"),
                folders.located(folders.settings()),
                folders.located(choice.folder().orElseGet(folders::stacks)), data.map(folders::located),
                about(options, folders));
    }

    private static About about(Options options, Folders folders) {
        var maker = new BundleMaker(new SupportContents(options, folders), Clock.systemUTC(),
                work -> Background.run("support bundle", work,
                        mistake -> System.getLogger(Wiring.class.getName()).log(System.Logger.Level.ERROR,
                                "Making a support bundle", mistake)),
                new FxExecutor());
        Optional<Path> log = options.keepsNothing() ? Optional.empty() : Optional.of(Folders.log(data(options)));
        return new About(Version.number(), "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor")),
                System.getProperty("javafx.runtime.version", "-"), "%s %s %s".formatted(System.getProperty("os.name"),
                        System.getProperty("os.version"), System.getProperty("os.arch")),
                log.map(folders::located), new BundleDesk(maker));
    }

    /// The window's content; call on the FX thread.
    ///
    /// @param filing writes what a person wants of the timeline
    static Shell shell(Watching watching, Clock clock, Executor ui, Desktop desktop, Filing filing, Words words,
            Look look, Surroundings surroundings) {
        HandingOver handingOver = watching.handingOver(clock, filing);
        var shell = new Shell(watching.watch(), clock, ui, desktop, words,
                look.withStacks(surroundings.stacks().told()),
                Map.of(Screen.OVERVIEW, OverviewView::new, Screen.STACKS, StackView::new,
                        Screen.ALARMS, AlarmsView::new, Screen.QUEUES, QueuesView::new, Screen.SPOT, SpotView::new,
                        Screen.EXPLORER, ExplorerView::new, Screen.COST, CostView::new, Screen.TIMELINE,
                        context -> new TimelineView(context, watching.timeline(MetricCatalogue.standard(), clock),
                                handingOver),
                        Screen.ACTIVITY, ActivityView::new,
                        Screen.SETTINGS, context -> new SettingsView(context, surroundings, SignInView::new)));
        shell.choices().show(settingsFile().read());
        shell.choices().decided(surroundings.given().keySet());
        watching.operations().ifPresent(desk -> shell.operate(desk, OperationDialogs::new));
        watching.signIn().ifPresent(desk -> shell.signIn(desk, SignInDialogs::new));
        return shell;
    }

    /// From now on a person can connect an account from the window: never the simulated one. What comes of it lies in the
    /// folder that the window follows, or would follow if it were not told to simulate.
    static void connect(Shell shell, Watching watching, Options options, Clock clock, Executor ui) {
        Folders folders = folders();
        Path folder = options.stacks().filter(_ -> !options.sandbox()).orElseGet(folders::stacks);
        var own = new OwnAccount(watching.connection() instanceof AwsConnector aws ? Optional.of(aws)
                : Optional.empty(),
                () -> connector(new Meter(PriceList.shipped(), clock), clock, awsSettings(options)));
        var desk = new ConnectDesk(own, new NewStackFiles(folder, folders.told(folder), !options.sandbox(),
                stackReader()), OwnAccount.work(), ui, clock);
        shell.connecting().begin(own.way(aws -> signInDesk(aws.signIn(), () -> {}, clock)), SignInDialogs::new,
                context -> new ConnectDialogs(context, desk));
    }

    private static AwsSettings awsSettings(Options options) {
        AwsSettings standard = AwsSettings.standard();
        AwsSettings patient = options.timeout().map(read -> standard.withTimeouts(
                new Timeouts(standard.timeouts().connect(), read, read.plus(read.dividedBy(2))))).orElse(standard);
        AwsSettings trusting = Optional.ofNullable(System.getenv("AWS_CA_BUNDLE")).filter(file -> !file.isBlank())
                .map(file -> patient.withCertificates(Path.of(file))).orElse(patient);
        return options.endpoint().map(trusting::withEndpoint).orElse(trusting);
    }

    private static AwsConnector connector(Meter meter, Clock clock, AwsSettings settings) {
        try {
            return new AwsConnector(meter, clock, settings);
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal(ExitCode.BAD_DATA, "AWS_CA_BUNDLE: " + unreadable.getMessage() + ".");
        }
    }

    private static KnownMetric known(MetricDefinition metric) {
        return new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT);
    }
}
