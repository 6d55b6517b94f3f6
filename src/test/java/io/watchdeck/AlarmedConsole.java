package io.watchdeck;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.aws.AwsConnector;
import io.watchdeck.aws.AwsSettings;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.alarms.AlarmsView;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.CloudConnector;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/// A console with its window, to be killed: the history in its file, the account simulated or behind an endpoint. Its
/// time passes when it is told to. After each command it says how the alarms about 5xx stand.
public final class AlarmedConsole {

    private final MutableClock clock;
    private final ClockPace pace;
    private final LiveWatch watch;
    private final Shell shell;

    private AlarmedConsole(MutableClock clock, ClockPace pace, LiveWatch watch, Shell shell) {
        this.clock = clock;
        this.pace = pace;
        this.watch = watch;
        this.shell = shell;
    }

    /// How an alarm stands.
    ///
    /// @param standing `Open`, `Acknowledged`, `Snoozed` or `Resolved`
    /// @param person   who gave the last word; empty where nobody did
    public record Word(UUID id, String standing, String severity, String person) {

        static Word of(String line) {
            String[] parts = line.split(" ", -1);
            return new Word(UUID.fromString(parts[0]), parts[1], parts[2], parts[3]);
        }

        private static String line(Occurrence one) {
            return one.id() + " " + one.status().getClass().getSimpleName() + " " + one.severity().word() + " "
                    + one.status().said().map(word -> word.person()).orElse("");
        }
    }

    /// @param arguments the endpoint, or `sandbox` and when its world begins; the stack file's folder; the data folder;
    ///                  when the console begins
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean sandbox = arguments[0].startsWith("sandbox ");
        var clock = new MutableClock(Instant.parse(sandbox ? arguments[0].substring(8) : arguments[3]));
        List<StackFile> stacks = Wiring.stackFolder().read(Path.of(arguments[1])).stacks();
        var meter = new Meter(PriceList.shipped(), clock);
        CloudConnector cloud = sandbox ? new SandboxConnector(stacks, 42, clock)
                : new AwsConnector(meter, clock, AwsSettings.standard().withEndpoint(URI.create(arguments[0])));
        clock.set(Instant.parse(arguments[3]));
        KeptHistory history = KeptHistory.in(Path.of(arguments[2]), clock, Duration.ofSeconds(20));
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var pace = new ClockPace(clock, Subject.values().length + 7);
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), sandbox,
                new CostNeed(CostNeed.Asked.TOLD), Optional.of(history.of(catalogue)), AlarmWishes.of("sora")), cloud,
                catalogue, clock, pace);
        watch.stacks(stacks, List.of());
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.join();
        var console = new AlarmedConsole(clock, pace, watch, onFx(() -> {
            var shell = new Shell(watch, clock, new FxExecutor(), new FakeDesktop(),
                    new Words(Locale.ENGLISH, ZoneOffset.UTC), Look.of(Theme.DARK),
                    Map.of(Screen.ALARMS, AlarmsView::new));
            var stage = new Stage();
            stage.setScene(shell.scene());
            Window.toTheCorner(stage);
            stage.show();
            return shell;
        }));
        watch.start();
        pace.settle();
        console.say();
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            console.follow(line);
            console.say();
        }
    }

    /// `forward 60` passes seconds; `acknowledge ID` opens the alarm in the window and presses the button.
    private void follow(String command) throws InterruptedException {
        String[] parts = command.split(" ");
        if (parts[0].equals("forward")) {
            pace.pass(Duration.ofSeconds(Long.parseLong(parts[1])));
            return;
        }
        UUID id = UUID.fromString(parts[1]);
        StackId stack = watch.current().stacks().getFirst().file().id();
        var kept = new CompletableFuture<Void>();
        watch.subscribe(snapshot -> {
            if (words().stream().anyMatch(one -> one.id().equals(id) && one.standing().equals("Acknowledged"))) {
                kept.complete(null);
            }
        });
        onFx(() -> {
            shell.show(Place.of(stack, id));
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
            ((Button) shell.scene().lookup("#word-say")).fire();
            return id;
        });
        kept.join();
    }

    private List<Word> words() {
        return lines().stream().map(Word::of).toList();
    }

    private List<String> lines() {
        var now = watch.current();
        return Stream.concat(now.stacks().stream().flatMap(stack -> stack.occurrences().stream()),
                now.resolved().stream()).filter(one -> one.key().topic().equals("5xx above")).map(Word::line).toList();
    }

    private void say() {
        lines().forEach(System.out::println);
        System.out.println("at " + clock.instant());
    }

    private static <T> T onFx(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> done.complete(work.get()));
        return done.join();
    }
}
