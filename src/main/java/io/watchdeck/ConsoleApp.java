package io.watchdeck;

import io.watchdeck.desktop.Chime;
import io.watchdeck.desktop.Notifications;
import io.watchdeck.instance.Claim;
import io.watchdeck.instance.Instance;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Poller;
import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.support.ProgramLog;
import io.watchdeck.ui.shell.AlarmNotice;
import io.watchdeck.ui.shell.FileSaver;
import io.watchdeck.ui.shell.FxDesktop;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Saved;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The window. Started by [ConsoleCommand]; reads its options from the same command line.
public final class ConsoleApp extends Application {

    private static final System.Logger LOG = System.getLogger(ConsoleApp.class.getName());
    private static final Duration FOLDER_LOOKED_AT = Duration.ofSeconds(2);

    /// Another console was faster.
    static final class NotTheOnly extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    /// One for all, so that they agree which file has which stack.
    private final StackFolder files = Wiring.stackFolder();
    private @Nullable Options options;
    private @Nullable Instance instance;
    private @Nullable ProgramLog log;
    private @Nullable Reception reception;
    private @Nullable Watching watching;
    private @Nullable Shell shell;
    private @Nullable Poller folderPoller;
    private @Nullable FollowedSettings settings;
    private @Nullable TrayState tray;
    private Subscription system = Subscription.EMPTY;
    private @Nullable WatchLog told;
    private @Nullable RememberedWindow remembered;
    private @Nullable Poller heap;
    private boolean awaitsFirstFile;

    /// Before there is a window: it does not wait for this, and another console would get none.
    @Override
    public void init() {
        Options options = options();
        var desk = new Reception(options, files);
        reception = desk;
        switch (Wiring.claim(options).orElseGet(() -> new Claim.Untold("a sandbox"))) {
            case Claim.Mine(Instance mine) -> {
                instance = mine;
                mine.serve(Wiring.threads("instance"), desk);
                log = log(Wiring.data(options));
            }
            case Claim.Held() -> throw new NotTheOnly();
            case Claim.Untold(String why) -> LOG.log(System.Logger.Level.DEBUG, "Not the one console: {0}", why);
        }
    }

    @Override
    public void start(Stage stage) {
        Options options = options();
        for (String size : List.of("32", "64", "256")) {
            stage.getIcons().add(new Image(Objects.requireNonNull(
                    Shell.class.getResourceAsStream("icon-" + size + ".png"))));
        }
        stage.setTitle("Watchdeck");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.iconifiedProperty().addListener((_, _, _) -> tellVisible(stage));
        StackChoice choice = Wiring.choice(options, files);
        Preferences preferences = Wiring.preferences(options);
        heap = RestingHeap.follow(stage, Clock.systemUTC(), ConsoleApp::report);
        if (!options.keepsNothing()) {
            remembered = RememberedWindow.follow(stage, Wiring.data(options), Wiring.threads("window place"));
        }
        open(stage, options, choice, look(preferences),
                new Words(preferences.locale(), preferences.zone()));
        if (choice.origin() == StackChoice.Origin.NONE || choice.origin() == StackChoice.Origin.SHIPPED) {
            awaitFirstFile(stage, options);
        }
    }

    @Override
    public void stop() {
        closeWhatIsOpen();
        if (heap != null) {
            heap.close();
        }
        if (remembered != null) {
            remembered.close();
        }
        if (instance != null) {
            instance.close();
        }
        if (log != null) {
            log.close();
        }
    }

    /// Without it the console works all the same, and says on the standard error what it has to say.
    private static @Nullable ProgramLog log(Path data) {
        try {
            ProgramLog begun = ProgramLog.begin(Folders.log(data));
            LOG.log(System.Logger.Level.INFO, "Watchdeck {0}, Java {1}, {2} {3} {4}", Version.number(),
                    Runtime.version(), System.getProperty("os.name"), System.getProperty("os.version"),
                    System.getProperty("os.arch"));
            return begun;
        } catch (IOException noFile) {
            LOG.log(System.Logger.Level.WARNING, "No log is kept: {0}", noFile.toString());
            return null;
        }
    }

    private void open(Stage stage, Options options, StackChoice chosen, Look look, Words words) {
        Clock clock = Clock.systemUTC();
        Preferences preferences = Wiring.preferences(options);
        StackChoice choice = chosen.orSandbox(Wiring.shippedStacks());
        Watching opened = Wiring.console(options, choice, clock);
        var start = new StartLog(line -> LOG.log(System.Logger.Level.INFO, line));
        boolean first = !stage.isShowing();
        // What was known comes back while the window is built. A machine with few processors would read AWS before it draws.
        opened.watch().start(() -> {
            if (first) {
                start.awaitDrawn(opened.watch().current());
            }
        });
        var ui = new FxExecutor();
        var saver = new FileSaver(work -> Background.run("save", work, ConsoleApp::reportUnsaved), ui,
                this::tellSaved);
        Shell window = Wiring.shell(opened, clock, ui, desktop(stage, choice, saver), (name, content, told) -> desktop(
                stage, choice, new FileSaver(work -> Background.run("report", work, unmade(name, told)), ui, told))
                .save(name, content), words, look, Wiring.surroundings(options, choice));
        Wiring.connect(window, opened, options, clock, ui);
        watching = opened;
        shell = window;
        // A window that is about to be shown for the first time is as good as shown, which is what a watch takes it for.
        // To tell it so would make it ask what is due, before it knows what was answered when the console last ran.
        if (stage.isIconified()) {
            tellVisible(stage);
        }
        stage.setScene(window.scene());
        window.use(preferences.settings().looks());
        window.show(Screen.OVERVIEW);
        window.wish(preferences.settings().notices());
        window.onNotice(notice -> tell(stage, notice));
        TrayState icon = TrayState.follow(opened.watch(), words, () -> Platform.runLater(() -> toTheFront(stage)),
                work -> Background.run("tray", work, ConsoleApp::report));
        tray = icon;
        window.wordsProperty().subscribe(icon::say);
        icon.wish(preferences.settings().notices().inTray());
        settings = follow(options, window, opened, icon);
        system = followSystem(options, window);
        told = WatchLog.of(opened.watch(), line -> LOG.log(System.Logger.Level.INFO, line));
        if (first) {
            start.follow(window.scene(), opened.watch(), ui);
        }
        stage.show();
        opened.operations().ifPresent(LiveOperations::start);
        choice.folder().ifPresent(folder -> follow(folder, opened));
        if (reception != null) {
            reception.open(new Reception.Desk(opened, chosen, Watched.of(options, chosen, System.getenv()),
                    () -> Platform.runLater(() -> toTheFront(stage))));
        }
    }

    private FxDesktop desktop(Stage stage, StackChoice choice, FileSaver saver) {
        return new FxDesktop(getHostServices()::showDocument, () -> stage, saver,
                stack -> choice.folder().flatMap(folder -> files.fileOf(folder, stack)));
    }

    /// What could not be made is told where it was asked for.
    private static Consumer<Throwable> unmade(String name, Consumer<Saved> told) {
        return mistake -> {
            reportUnsaved(mistake);
            String why = Optional.ofNullable(mistake.getMessage()).orElse(mistake.getClass().getSimpleName());
            new FxExecutor().execute(
                    () -> told.accept(new Saved(Path.of(name), Optional.of(Phrase.of("ui.unsaved.other", why)))));
        };
    }

    /// Whoever looks at the window needs nothing beside it but the sound.
    private static void tell(Stage stage, AlarmNotice notice) {
        if (notice.onDesktop() && !stage.isFocused()) {
            var note = new Notifications.Note(notice.title(), notice.text(), notice.severity() == Severity.CRITICAL);
            Background.run("notification", () -> Notifications.ofThisMachine().show(note), ConsoleApp::report);
        }
        if (notice.sounds()) {
            Background.run("sound", Chime::play, ConsoleApp::report);
        }
    }

    private void tellVisible(Stage stage) {
        if (watching != null) {
            watching.watch().visible(!stage.isIconified());
        }
    }

    private void tellSaved(Saved file) {
        if (shell != null) {
            shell.tellSaved(file);
        }
    }

    private static void reportUnsaved(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "Saving a file", mistake);
    }

    /// A person asked for it: nothing else takes the focus.
    private static void toTheFront(Stage stage) {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// The first stack file of a person's own ends the simulation, or the use of the shipped ones, in the same window.
    private void awaitFirstFile(Stage stage, Options options) {
        var ui = new FxExecutor();
        awaitsFirstFile = true;
        folderPoller = new Poller("first stack file", () -> {
            StackChoice choice = Wiring.choice(options, files);
            if (choice.origin() == StackChoice.Origin.FILES) {
                ui.execute(() -> reopen(stage, options, choice));
            }
        }, () -> FOLDER_LOOKED_AT, ConsoleApp::report).start();
    }

    /// Takes over theme, language and size; does nothing when the window has been closed or reopened meanwhile.
    private void reopen(Stage stage, Options options, StackChoice choice) {
        if (shell != null && awaitsFirstFile) {
            awaitsFirstFile = false;
            var look = new Look(shell.themeProperty().get(), stage.getScene().getWidth(), stage.getScene().getHeight());
            Words words = shell.wordsProperty().get();
            closeWhatIsOpen();
            open(stage, options, choice, look, words);
        }
    }

    private static FollowedSettings follow(Options options, Shell window, Watching opened, TrayState icon) {
        SettingsFile file = Wiring.settingsFile();
        var followed = new FollowedSettings(file, file.read(), new FollowedSettings.Target() {
            @Override
            public void contents(SettingsFile.Contents now) {
                window.choices().show(now);
            }

            @Override
            public void look(Settings wanted, boolean theme, boolean speech) {
                var preferences = Preferences.of(options, wanted);
                // What the command line has decided is changed by a person in the window only.
                if (theme && options.theme().isEmpty()) {
                    window.use(preferences.theme());
                }
                window.use(wanted.looks());
                if (speech) {
                    window.use(options.language().isEmpty() ? preferences.locale()
                            : window.wordsProperty().get().locale(), preferences.zone());
                }
            }

            @Override
            public void limits(Money month, FreeShare free) {
                opened.watch().limits(month, free);
            }

            @Override
            public void keep(Keep wanted) {
                opened.history().ifPresent(history -> history.keepFor(Preferences.retention(wanted)));
            }

            @Override
            public void costs(CostsWord when) {
                opened.watch().costs(Preferences.asked(when));
            }

            @Override
            public void alarms(Settings wanted) {
                opened.watch().alarms(Preferences.alarms(wanted));
                window.wish(wanted.notices());
                icon.wish(wanted.notices().inTray());
            }

            @Override
            public void unwritten(Path settings) {
                window.choices().refuse();
                window.tellSaved(Saved.choice(settings));
            }
        }, new FxExecutor());
        window.choices().onChoice(followed::choose);
        return followed.start();
    }

    /// Dark and light as the system, while nobody has chosen one.
    private static Subscription followSystem(Options options, Shell window) {
        return Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> {
            var preferences = new Preferences(options, window.choices().contentsProperty().get());
            if (preferences.givenTheme().isEmpty()) {
                window.use(preferences.theme());
            }
        });
    }

    private void closeWhatIsOpen() {
        system.unsubscribe();
        if (settings != null) {
            settings.close();
        }
        if (reception != null) {
            reception.close();
        }
        if (told != null) {
            told.close();
        }
        if (tray != null) {
            tray.close();
        }
        if (folderPoller != null) {
            folderPoller.close();
        }
        if (shell != null) {
            shell.close();
        }
        if (watching != null) {
            watching.close();
        }
        tray = null;
        told = null;
        folderPoller = null;
        shell = null;
        settings = null;
        watching = null;
    }

    private Options options() {
        Options known = options;
        if (known == null) {
            known = parsed();
            options = known;
        }
        return known;
    }

    private Options parsed() {
        if (getParameters().getRaw().isEmpty()) {
            return new Options();
        }
        var command = new ConsoleCommand();
        new picocli.CommandLine(command).parseArgs(getParameters().getRaw().toArray(String[]::new));
        return command.options();
    }

    private static Look look(Preferences preferences) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        return new Look(preferences.theme(), Math.min(1440, screen.getWidth()), Math.min(900, screen.getHeight()));
    }

    /// Edits of the stack files are picked up while running.
    private void follow(Path folder, Watching opened) {
        folderPoller = new Poller("stack files", () -> opened.watchIfChanged(files.read(folder)),
                () -> FOLDER_LOOKED_AT, ConsoleApp::report).start();
    }

    private static void report(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "Work beside the window", mistake);
    }
}
