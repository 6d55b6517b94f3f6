package io.watchdeck;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.alarms.Status;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxAccount;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.clockwork.Weather.Spell;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.AlarmDesk;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.watch.WatchSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;

/// A console without a window that watches an incident of the sandbox, or shows one that another console watched. What it
/// shows it writes down, leaf by leaf.
public final class PastConsole {

    static final Instant BEGIN = Instant.parse("2026-09-22T04:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MutableClock clock;
    private final LiveWatch watch;
    private final Path out;

    private PastConsole(MutableClock clock, LiveWatch watch, Path out) {
        this.clock = clock;
        this.watch = watch;
        this.out = out;
    }

    /// @param arguments `record` or `show`; the data folder; where it writes; the moments to show
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean records = arguments[0].equals("record");
        var clock = new MutableClock(records ? BEGIN : BEGIN.plus(Duration.ofDays(3)));
        List<StackFile> stacks =
                List.of(Wiring.shippedStacks().get("glimpse-prod"), Wiring.shippedStacks().get("tiketi-prod"));
        var sandbox = new SandboxConnector(stacks, 42, clock);
        KeptHistory history = KeptHistory.in(Path.of(arguments[1]), clock, Duration.ofSeconds(20));
        var pace = new ClockPace(clock, Subject.values().length + 7);
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), true, new CostNeed(CostNeed.Asked.DAILY), Optional.of(history.of(catalogue)),
                AlarmWishes.of("sora")), sandbox, catalogue, clock, pace);
        var console = new PastConsole(clock, watch, Path.of(arguments[2]));
        Files.createDirectories(console.out);
        if (records) {
            watch.stacks(stacks, List.of());
            watch.start();
            pace.settle();
            console.watchTheIncident(pace, sandbox.account(stacks.getFirst().access()), stacks);
            System.out.println("recorded");
            // Whoever started it kills it.
            System.in.read();
        }
        for (int i = 3; i < arguments.length; i++) {
            console.show(Instant.parse(arguments[i]));
        }
        watch.close();
        history.close();
    }

    /// All is well; then a bad deployment of Tiketi and 5xx with it, which somebody acknowledges, while Spot takes back two
    /// tasks of Glimpse.
    private void watchTheIncident(ClockPace pace, SandboxAccount account, List<StackFile> stacks)
            throws IOException, InterruptedException {
        StackFile glimpse = stacks.getFirst();
        StackFile tiketi = stacks.getLast();
        pass(pace, Duration.ofMinutes(8));
        write();
        account.change(tiketi.id(), (stack, now) -> service(stack).deployBroken(Fate.NEVER_HEALTHY, now));
        account.change(tiketi.id(), (stack, now) -> {
            stack.weather().add(new Spell(Weather.Kind.ERRORS, 90, now + 60, 60, now + 900, 60));
            stack.weather().add(new Spell(Weather.Kind.LATENCY, 2.5, now + 60, 60, now + 900, 60));
        });
        pass(pace, Duration.ofSeconds(280));
        write();
        ObjLongConsumer<SimulatedStack> interrupt = (stack, now) -> service(stack)
                .interrupt(service(stack).interruptible().getFirst(), now);
        account.change(glimpse.id(), interrupt);
        pass(pace, Duration.ofSeconds(100));
        acknowledge();
        pass(pace, Duration.ofSeconds(60));
        write();
        account.change(glimpse.id(), interrupt);
        pass(pace, Duration.ofMinutes(5));
        write();
        pass(pace, Duration.ofMinutes(14));
        write();
        pass(pace, Duration.ofSeconds(80));
    }

    private static SimulatedService service(SimulatedStack stack) {
        return stack.services().iterator().next();
    }

    private static void pass(ClockPace pace, Duration length) throws InterruptedException {
        for (Duration left = length; !left.isZero(); left = left.minus(STEP)) {
            pace.pass(STEP);
        }
    }

    private void acknowledge() {
        Set<UUID> open = watch.current().stacks().stream().flatMap(stack -> stack.occurrences().stream())
                .filter(one -> one.status() instanceof Status.Open).map(Occurrence::id).collect(Collectors.toSet());
        var said = new CompletableFuture<AlarmDesk.Said>();
        watch.alarms().say(new Saying.Acknowledge(open, Optional.of(clock.instant().plus(Duration.ofHours(1))),
                "rolling back"), said::complete);
        if (said.join().taken().isEmpty()) {
            throw new IllegalStateException("nothing to acknowledge at " + clock.instant());
        }
    }

    /// What the screens show now. A pause composes anew and reads nothing.
    private void write() throws IOException {
        watch.pause(watch.paused());
        write(watch.current(), clock.instant());
    }

    private void show(Instant moment) throws IOException {
        var answer = new CompletableFuture<PastSnapshot>();
        watch.past().at(moment, Set.of(), (Consumer<PastSnapshot>) answer::complete);
        PastSnapshot past = answer.join();
        write(past.shown().orElseThrow(() -> new IllegalStateException("nothing shown at " + moment + ": " + past)),
                moment);
    }

    private void write(WatchSnapshot snapshot, Instant at) throws IOException {
        Map<String, String> leaves = new TreeMap<>();
        StatusDocument.leaves(StatusDocument.of(snapshot)).forEach((path, leaf) -> leaves.put("status " + path, leaf));
        RecordLeaves.of(snapshot).forEach((path, leaf) -> leaves.put("screens " + path, leaf));
        Files.writeString(out.resolve(at.toString().replace(':', '-') + ".json"), JSON.writeValueAsString(leaves));
        System.out.println(at);
    }
}
