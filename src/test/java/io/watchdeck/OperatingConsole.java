package io.watchdeck;

import io.watchdeck.aws.AwsConnector;
import io.watchdeck.aws.AwsSettings;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalStore;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.WatchSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A console without a window, to be killed while it changes something: the journal in its file, the account behind an
/// endpoint. Its time passes when it is told to. After each command it says how its journal stands.
public final class OperatingConsole {

    private static final Duration LONG = Duration.ofDays(2);

    private final MutableClock clock;
    private final ClockPace pace;
    private final LiveOperations desk;
    private final StackFile stack;
    private final Supplier<JournalStore> journal;

    private OperatingConsole(MutableClock clock, ClockPace pace, LiveOperations desk, StackFile stack,
            Supplier<JournalStore> journal) {
        this.clock = clock;
        this.pace = pace;
        this.desk = desk;
        this.stack = stack;
        this.journal = journal;
    }

    /// An entry of the journal.
    ///
    /// @param result of its verdict; `running` without one
    /// @param key    of the verdict's sentence; empty without one
    /// @param sent   how many requests stand in it
    /// @param taken  how many of them AWS is known to have taken
    public record Line(String kind, String result, String key, int sent, int taken) {

        public static Line of(String line) {
            String[] parts = line.split(" ", -1);
            return new Line(parts[1], parts[2], parts[3], Integer.parseInt(parts[4]),
                    Integer.parseInt(parts[5]));
        }

        static String line(JournalEntry entry) {
            return "entry " + entry.operation().kind().word() + " "
                    + entry.verdict().map(end -> end.result().word()).orElse("running") + " "
                    + entry.verdict().map(end -> end.sentence().key()).orElse("") + " " + entry.sendings().size() + " "
                    + entry.sendings().stream()
                            .filter(one -> one.answer().filter(Sent.Taken.class::isInstance).isPresent())
                            .count();
        }
    }

    /// @param arguments the endpoint; the stack file's folder; the data folder; what time it is
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var clock = new MutableClock(Instant.parse(arguments[3]));
        StackFile stack = Wiring.stackFolder().read(Path.of(arguments[1])).stacks().getFirst();
        var meter = new Meter(PriceList.shipped(), clock);
        var aws = new AwsConnector(meter, clock, AwsSettings.standard().withEndpoint(URI.create(arguments[0])));
        KeptHistory history = KeptHistory.in(Path.of(arguments[2]), clock, Duration.ofSeconds(20));
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false), aws,
                MetricCatalogue.standard(), clock);
        watch.stacks(List.of(stack), List.of());
        var pace = new ClockPace(clock, 1);
        Supplier<JournalStore> journal = history.journal();
        var desk = new LiveOperations(watch, new Reach(aws, aws), Kept.of(journal),
                new LiveOperations.Person(() -> "sora", false), clock, pace, Duration.ofMinutes(1)).start();
        pace.settle();
        var console = new OperatingConsole(clock, pace, desk, stack, journal);
        console.say();
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            console.follow(line);
            console.say();
        }
    }

    /// `forward 60` passes seconds; `look dlq` looks at the messages of a dead-letter queue; `redrive dlq` begins to move
    /// them, to be ended when two come back, and `deploy` forces a deployment of the only service: both wait until it stands
    /// in the journal.
    private void follow(String command) throws InterruptedException {
        if (command.startsWith("forward ")) {
            pace.pass(Duration.ofSeconds(Long.parseLong(command.substring(8))));
            return;
        }
        if (command.startsWith("look ")) {
            var letters = new CompletableFuture<Letters>();
            desk.look(stack.id(), command.substring(5), 100, letters::complete);
            letters.join();
            return;
        }
        Operation wish = command.startsWith("redrive ")
                ? new Operation.Redrive(stack.id(), command.substring(8), OptionalInt.of(1), OptionalInt.of(2))
                : new Operation.ForceDeployment(stack.id(),
                        new ServiceKey(stack.cluster(), stack.components().services().getFirst().name()));
        var facts = new CompletableFuture<Reading<Facts>>();
        desk.facts(wish, facts::complete);
        var begun = new CompletableFuture<Begun>();
        desk.run(desk.preview(wish, ((Reading.Known<Facts>) facts.join()).value(), ""),
                new Confirmed("", wish.target(), Optional.empty()),
                begun::complete);
        if (begun.join() instanceof Begun.Declined(var why)) {
            throw new IllegalStateException(why.toString());
        }
    }

    /// A reader sees what a write is still bringing into the file; one that changes nothing waits for its end, so that what
    /// is said outlives a kill.
    private void say() {
        List<JournalEntry> entries = journal.get().read(Set.of(),
                new TimeRange(clock.instant().minus(LONG), clock.instant().plus(LONG)), 10);
        journal.get().forget(Instant.EPOCH);
        entries.forEach(entry -> {
            System.out.println(Line.line(entry));
            entry.verdict().ifPresent(end -> System.out.println("figures " + end.sentence().arguments().stream()
                    .filter(Number.class::isInstance).map(String::valueOf).collect(Collectors.joining(" "))));
        });
        System.out.println("at " + clock.instant());
    }
}
