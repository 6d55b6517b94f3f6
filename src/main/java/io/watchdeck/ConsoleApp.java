package io.watchdeck;

import io.watchdeck.desktop.Chime;
import io.watchdeck.desktop.Notifications;
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
import io.watchdeck.ui.kit.Fonts;
import io.watchdeck.ui.shell.AlarmNotice;
import io.watchdeck.ui.shell.FileSaver;
import io.watchdeck.ui.shell.FxDesktop;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Saved;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    private static final String NO_STYLE = "data:text/css,";
    private static final Duration FOLDER_LOOKED_AT = Duration.ofSeconds(2);

    /// What was begun for the window, which JavaFX makes by itself on a thread that it starts from the one that launches.
    private static final InheritableThreadLocal<@Nullable Ahead> AHEAD = new InheritableThreadLocal<>();

    private record Ahead(Options options, CompletableFuture<Beginning> beginning) {}

    /// What the window needs from files.
    private record Prepared(Preferences preferences, Words words, List<Image> icons) {

        /// When the toolkit has started; any thread.
        static Prepared of(Options options) {
            Fonts.load();
            Preferences preferences = Wiring.preferences(options);
            return new Prepared(preferences, new Words(preferences.locale(), preferences.zone()),
                    Stream.of("32", "64", "256").map(size -> new Image(Objects.requireNonNull(
                            Shell.class.getResourceAsStream("icon-" + size + ".png")))).toList());
        }
    }

    private @Nullable Beginning beginning;
    private @Nullable Prepared prepared;
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

    /// Opens the window and returns when it is closed. What needs no toolkit begins while JavaFX starts.
    ///
    /// @param arguments that the options were read from
    static void open(Options options, String... arguments) {
        var ahead = CompletableFuture.supplyAsync(() -> Beginning.of(options), Wiring.threads("beginning"));
        AHEAD.set(new Ahead(options, ahead));
        try {
            Application.launch(ConsoleApp.class, arguments);
        } catch (UnsupportedOperationException unreachable) {
            ahead.thenAccept(begun -> {
                begun.watch().watching().close();
                begun.close();
            });
            throw unreachable;
        } finally {
            AHEAD.remove();
        }
    }

    /// Before there is a window: where another console has the data folder, there is to be none.
    @Override
    public void init() {
        Ahead ahead = AHEAD.get();
        Options options = ahead == null ? parsed() : ahead.options();
        prepared = Prepared.of(options);
        try {
            beginning = ahead == null ? Beginning.of(options) : ahead.beginning().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }

    @Override
    public void start(Stage stage) {
        // The window's theme takes the place of JavaFX's own style sheet, which would be loaded for nothing.
        setUserAgentStylesheet(NO_STYLE);
        Beginning begun = Objects.requireNonNull(beginning);
        Options options = begun.options();
        Prepared ready = Objects.requireNonNull(prepared);
        stage.getIcons().addAll(ready.icons());
        stage.setTitle("Watchdeck");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.iconifiedProperty().addListener((_, _, _) -> tellVisible(stage));
        heap = RestingHeap.follow(stage, Clock.systemUTC(), ConsoleApp::report);
        if (!options.keepsNothing()) {
            remembered = RememberedWindow.follow(stage, Wiring.data(options), Wiring.threads("window place"));
        }
        open(stage, begun, begun.watch(), ready.preferences(), look(ready.preferences()), ready.words());
        StackChoice.Origin origin = begun.watch().chosen().origin();
        if (origin == StackChoice.Origin.NONE || origin == StackChoice.Origin.SHIPPED) {
            awaitFirstFile(stage, begun);
        }
        var ui = new FxExecutor();
        begun.start().follow(stage.getScene(), begun.watch().watching().watch(), ui);
        // While figures come back. Rows are laid out once, with them.
        stage.getScene().getRoot().applyCss();
        // Behind the figures that came back meanwhile, so that the window opens with them.
        begun.watch().worthShowing().thenRunAsync(stage::show, Platform::runLater);
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
        if (beginning != null) {
            beginning.close();
        }
    }

    private void open(Stage stage, Beginning begun, BegunWatch watch, Preferences preferences, Look look,
            Words words) {
        Clock clock = Clock.systemUTC();
        Options options = begun.options();
        StackChoice choice = watch.choice();
        Watching opened = watch.watching();
        var ui = new FxExecutor();
        var saver = new FileSaver(work -> Background.run("save", work, ConsoleApp::reportUnsaved), ui,
                this::tellSaved);
        Shell window = Wiring.shell(opened, clock, ui, desktop(stage, begun, choice, saver),
                (name, content, told) -> desktop(
                        stage, begun, choice,
                        new FileSaver(work -> Background.run("report", work, unmade(name, told)), ui, told))
                        .save(name, content),
                words, look, Wiring.surroundings(options, choice));
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
        settings = follow(preferences, window, opened, icon);
        system = followSystem(options, window);
        told = WatchLog.of(opened.watch(), line -> LOG.log(System.Logger.Level.INFO, line));
        opened.operations().ifPresent(LiveOperations::start);
        choice.folder().ifPresent(folder -> follow(begun.files(), folder, opened));
        begun.reception().open(new Reception.Desk(opened, watch.chosen(),
                Watched.of(options, watch.chosen(), System.getenv()),
                () -> Platform.runLater(() -> toTheFront(stage))));
    }

    private FxDesktop desktop(Stage stage, Beginning begun, StackChoice choice, FileSaver saver) {
        return new FxDesktop(getHostServices()::showDocument, () -> stage, saver,
                stack -> choice.folder().flatMap(folder -> begun.files().fileOf(folder, stack)));
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
    private void awaitFirstFile(Stage stage, Beginning begun) {
        var ui = new FxExecutor();
        awaitsFirstFile = true;
        folderPoller = new Poller("first stack file", () -> {
            StackChoice choice = Wiring.choice(begun.options(), begun.files());
            if (choice.origin() == StackChoice.Origin.FILES) {
                ui.execute(() -> reopen(stage, begun, choice));
            }
        }, () -> FOLDER_LOOKED_AT, ConsoleApp::report).startLater();
    }

    /// Takes over theme, language and size; does nothing when the window has been closed or reopened meanwhile.
    private void reopen(Stage stage, Beginning begun, StackChoice choice) {
        if (shell != null && awaitsFirstFile) {
            awaitsFirstFile = false;
            var look = new Look(shell.themeProperty().get(), stage.getScene().getWidth(), stage.getScene().getHeight());
            Words words = shell.wordsProperty().get();
            closeWhatIsOpen();
            open(stage, begun, BegunWatch.of(begun.options(), choice, Clock.systemUTC(), Optional.empty(), _ -> {}),
                    Wiring.preferences(begun.options()), look, words);
        }
    }

    /// @param known what the window has begun with
    private static FollowedSettings follow(Preferences known, Shell window, Watching opened, TrayState icon) {
        SettingsFile file = Wiring.settingsFile();
        Options options = known.options();
        var followed = new FollowedSettings(file, known.file(), new FollowedSettings.Target() {
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
        if (beginning != null) {
            beginning.reception().close();
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

    private Options parsed() {
        return Options.alone(getParameters().getRaw().toArray(String[]::new)).orElseThrow();
    }

    private static Look look(Preferences preferences) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        return new Look(preferences.theme(), Math.min(1440, screen.getWidth()), Math.min(900, screen.getHeight()));
    }

    /// Edits of the stack files are picked up while running.
    private void follow(StackFolder files, Path folder, Watching opened) {
        folderPoller = new Poller("stack files", () -> opened.watchIfChanged(files.read(folder)),
                () -> FOLDER_LOOKED_AT, ConsoleApp::report).startLater();
    }

    private static void report(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "Work beside the window", mistake);
    }
}
