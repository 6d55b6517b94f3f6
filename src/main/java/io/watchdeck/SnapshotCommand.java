package io.watchdeck;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.settings.SettingsView;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.ui.signin.SignInDialogs;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck snapshot`: reads everything once and renders the screens to PNG, without a display. With what the history
/// holds; a console that has it open gives a copy.
@Command(name = "snapshot", description = "Reads everything once and renders the screens to PNG, without a display.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SnapshotCommand implements Callable<Integer> {

    /// Long enough for the layout passes and timers that follow the first one.
    private static final Duration SETTLED = Duration.millis(250);

    /// JavaFX's headless platform draws windows onto a screen of a thousand lines of a thousand pixels. One that is wider
    /// goes on in the next line; what goes beyond the last makes it fail.
    private static final double LONGEST_LINE = 1000;
    private static final double LONGEST_DRAWN = 1_000_000;

    private static final double SMALLEST_SCALE = 0.25;
    private static final double LARGEST_SCALE = 4;

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the pictures")
    private Path out = Path.of(".");

    @Option(names = "--screen", paramLabel = "NAME", description = "only this screen")
    private Optional<String> screen = Optional.empty();

    @Option(names = "--stack", paramLabel = "STACK",
            description = "the stack that the stack, the cost and the timeline screen show")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--section", paramLabel = "NAME", description = "the section that the settings screen shows")
    private Optional<String> section = Optional.empty();

    @Option(names = "--size", paramLabel = "WIDTHxHEIGHT", converter = SizeConverter.class,
            description = "only this size; without it 1440x900 and 1100x700")
    private Optional<Size> size = Optional.empty();

    @Option(names = "--scale", paramLabel = "N", description = "pixels for each unit of length, such as 2")
    private double scale = 1;

    @Spec
    private CommandSpec spec;

    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    static final class SizeConverter implements ITypeConverter<Size> {
        @Override
        public Size convert(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split("x");
            try {
                var size = new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                if (parts.length == 2 && size.width >= 320 && size.height >= 240 && size.width <= 7680
                        && size.height <= 4320) {
                    return size;
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
                // told below, together with sizes that make no picture
            }
            throw new picocli.CommandLine.TypeConversionException("'" + text + "' is not a size such as 1440x900");
        }
    }

    @Override
    public Integer call() {
        Options options = console.options();
        options.endpoint(); // refused even where nothing asks for it
        StackChoice choice = Wiring.choice(options).orSandbox(Wiring.shippedStacks());
        choice.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
        Preferences preferences = Wiring.preferences(options);
        preferences.tellProblems(spec.commandLine().getErr()::println);
        if (choice.isNowhere()) {
            return ExitCode.NO_INPUT;
        }
        List<Screen> screens = screens();
        Optional<StackId> shown = stack.map(name -> choice.named(name).getFirst().id());
        if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
            throw new Refusal(ExitCode.USAGE, "'" + scale + "' is not a scale such as 2.");
        }
        section.filter(name -> !SettingsView.sections().contains(name)).ifPresent(name -> {
            throw new Refusal(ExitCode.USAGE, "There is no section '" + name + "'. There are: "
                    + String.join(", ", SettingsView.sections()));
        });
        writable(out);
        Display.drawInMemory();
        Clock clock = Clock.systemUTC();
        Running running = Running.of(options);
        try (var history = SnapshotHistory.of(running, choice, clock, spec.commandLine().getErr()::println);
                Watching watching = choice.sandbox() ? Wiring.remembering(options, choice, clock)
                        : Wiring.command(running, choice, clock, history.kept())) {
            watching.watch().readOnce(choice.readOnce(false));
            Platform.startup(() -> Platform.setImplicitExit(false));
            for (Theme theme : preferences.givenTheme().map(List::of).orElse(List.of(Theme.values()))) {
                for (Size one : size.map(List::of).orElse(List.of(new Size(1440, 900), new Size(1100, 700)))) {
                    for (Screen each : screens) {
                        picture(watching, clock, place(each, shown), new Look(theme, one.width(), one.height()), one);
                    }
                }
            }
        } finally {
            Platform.exit();
        }
        return ExitCode.OK;
    }

    private Place place(Screen screen, Optional<StackId> stack) {
        if (screen == Screen.SETTINGS && section.isPresent()) {
            return Place.ofSettings(section.get());
        }
        return stack.filter(_ -> screen == Screen.STACKS || screen == Screen.COST || screen == Screen.TIMELINE)
                .map(one -> Place.of(screen, one)).orElseGet(() -> Place.of(screen));
    }

    private void picture(Watching watching, Clock clock, Place place, Look look, Size shape) {
        String language = Wiring.preferences(console.options()).locale().getLanguage();
        Path file = out.resolve(place.screen().word()
                + section.filter(_ -> place.screen() == Screen.SETTINGS).map(name -> "-" + name).orElse("") + "-"
                + look.theme().name().toLowerCase(Locale.ROOT) + "-" + shape
                + (language.equals("en") ? "" : "-" + language) + ".png");
        try {
            Files.write(file, drawn(watching, clock, look, place));
        } catch (IOException failed) {
            throw Unwritten.refusal(file, failed);
        }
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
    }

    /// Whatever fails on the toolkit's thread, an error included, comes back here rather than leaving the command
    /// waiting.
    private byte[] drawn(Watching watching, Clock clock, Look look, Place place) {
        try {
            return CompletableFuture.supplyAsync(() -> shown(watching, clock, look, place), Platform::runLater)
                    .thenCompose(settled -> settled)
                    .thenApplyAsync(window -> window.afterReading(watching.watch()))
                    .thenComposeAsync(SnapshotCommand::settled, Platform::runLater)
                    .thenApplyAsync(window -> window.picture(scale), Platform::runLater).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException mistake ? mistake : failed;
        }
    }

    private CompletableFuture<Window> shown(Watching watching, Clock clock, Look look, Place place) {
        Preferences preferences = Wiring.preferences(console.options());
        StackChoice choice = Wiring.choice(console.options()).orSandbox(Wiring.shippedStacks());
        Shell shell = Wiring.shell(watching, clock, new FxExecutor(), new NoDesktop(), (_, _, _) -> {},
                new Words(preferences.locale(), preferences.zone()), look,
                Wiring.surroundings(console.options(), choice));
        SimulatedSignIn.of(choice, clock).ifPresent(desk -> shell.signIn(desk, SignInDialogs::new));
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(look.width());
        stage.setHeight(Math.min(look.height(), LONGEST_DRAWN / LONGEST_LINE - Math.ceil(look.width() / LONGEST_LINE)));
        stage.show();
        shell.scene().getRoot().resize(look.width(), look.height());
        shell.use(preferences.settings().looks());
        shell.show(place);
        return settled(new Window(shell, stage));
    }

    private static CompletableFuture<Window> settled(Window window) {
        var settled = new CompletableFuture<Window>();
        var pause = new PauseTransition(SETTLED);
        pause.setOnFinished(_ -> settled.complete(window));
        pause.play();
        return settled;
    }

    private record Window(Shell shell, Stage stage) {

        /// What a screen asks for only once it is shown.
        Window afterReading(LiveWatch watch) {
            watch.readInspected();
            return this;
        }

        /// Takes the picture and closes.
        byte[] picture(double scale) {
            byte[] png = Picture.of(shell.scene(), scale).png();
            shell.close();
            stage.close();
            return png;
        }
    }

    private List<Screen> screens() {
        if (screen.isEmpty()) {
            return List.of(Screen.values());
        }
        return List.of(Arrays.stream(Screen.values()).filter(one -> one.word().equalsIgnoreCase(screen.get()))
                .findFirst().orElseThrow(() -> new Refusal(ExitCode.USAGE, "There is no screen '" + screen.get()
                        + "'. There are: " + String.join(", ", Arrays.stream(Screen.values()).map(Screen::word)
                                .toList()))));
    }

    private static void writable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw Unwritten.refusal("into " + folder, failed);
        }
    }

    /// A picture reaches nobody's desktop.
    private static final class NoDesktop implements Desktop {
        @Override
        public void open(URI uri) {}

        @Override
        public Optional<Path> stackFile(StackId stack) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public void save(String suggestedName, String content) {}

        @Override
        public void save(String suggestedName, Supplier<byte[]> content) {}
    }
}
