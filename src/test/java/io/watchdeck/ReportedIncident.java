package io.watchdeck;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.alarms.Status;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.gate.OperationDesk.Revision;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.operations.preflight.Facts;
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
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;

/// An incident of the sandbox that a console without a window watched from its begin to its end, kept in a data folder: a
/// bad deployment of Tiketi and 5xx with it, which sora takes up and rolls back, while Spot takes back two tasks of Glimpse.
/// Before it nobody watched for some minutes.
///
/// Which round of reading sees what first is left to the threads, so that alarms differ by a step of 20 seconds, or by the
/// minute of a metric, from one recording to the next.
final class ReportedIncident {

    static final Instant BEGIN = Instant.parse("2026-09-22T04:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(20);

    private final MutableClock clock = new MutableClock(BEGIN);
    private final List<StackFile> stacks =
            List.of(Wiring.shippedStacks().get("glimpse-prod"), Wiring.shippedStacks().get("tiketi-prod"));
    private final SandboxConnector sandbox = new SandboxConnector(stacks, 42, clock);
    private final KeptHistory history;
    private ClockPace pace;
    private LiveWatch watch;
    private LiveOperations desk;

    private ReportedIncident(Path data) {
        history = KeptHistory.in(data, clock, Duration.ofSeconds(20));
        open();
    }

    /// @return from its begin to its end
    static TimeRange record(Path data) throws InterruptedException {
        var incident = new ReportedIncident(data);
        incident.begin();
        incident.happen();
        incident.close();
        incident.history.close();
        return new TimeRange(BEGIN, incident.clock.instant());
    }

    private void open() {
        pace = new ClockPace(clock, Subject.values().length + 7);
        MetricCatalogue catalogue = MetricCatalogue.standard();
        watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), true, new CostNeed(CostNeed.Asked.DAILY), Optional.of(history.of(catalogue)),
                AlarmWishes.of("sora")), sandbox, catalogue, clock, pace);
        watch.stacks(stacks, List.of());
        desk = new LiveOperations(watch, new Reach(sandbox, sandbox),
                new Kept(history.journal(), history.deployments()::of),
                new LiveOperations.Person(() -> "sora", false), clock, pace);
    }

    private void begin() throws InterruptedException {
        watch.start();
        desk.start();
        pace.settle();
    }

    private void close() {
        desk.close();
        watch.close();
    }

    private void happen() throws InterruptedException {
        StackFile glimpse = stacks.getFirst();
        StackFile tiketi = stacks.getLast();
        SandboxAccount account = sandbox.account(glimpse.access());
        pass(Duration.ofMinutes(20));
        close();
        clock.forward(Duration.ofMinutes(12));
        open();
        begin();
        pass(Duration.ofMinutes(8));
        account.change(tiketi.id(), (stack, now) -> service(stack).deployBroken(Fate.NEVER_HEALTHY, now));
        account.change(tiketi.id(), (stack, now) -> {
            stack.weather().add(new Spell(Weather.Kind.ERRORS, 90, now + 60, 60, now + 480, 60));
            stack.weather().add(new Spell(Weather.Kind.LATENCY, 2.5, now + 60, 60, now + 480, 60));
        });
        pass(Duration.ofSeconds(200));
        ObjLongConsumer<SimulatedStack> interrupt = (stack, now) -> service(stack)
                .interrupt(service(stack).interruptible().getFirst(), now);
        account.change(glimpse.id(), interrupt);
        pass(Duration.ofSeconds(20));
        acknowledge();
        pass(Duration.ofSeconds(20));
        rollBack(tiketi);
        pass(Duration.ofSeconds(120));
        account.change(glimpse.id(), interrupt);
        pass(Duration.ofMinutes(28));
    }

    private static SimulatedService service(SimulatedStack stack) {
        return stack.services().iterator().next();
    }

    private void pass(Duration length) throws InterruptedException {
        for (Duration left = length; !left.isZero(); left = left.minus(STEP)) {
            pace.pass(STEP);
        }
    }

    private void acknowledge() {
        Set<UUID> open = watch.current().stacks().stream().flatMap(stack -> stack.occurrences().stream())
                .filter(one -> one.status() instanceof Status.Open && one.severity() == Severity.CRITICAL)
                .map(Occurrence::id).collect(Collectors.toSet());
        AlarmDesk.Said said = answered(answer -> watch.alarms().say(new Saying.Acknowledge(open,
                Optional.of(clock.instant().plus(Duration.ofHours(1))), "since the deployment, rolling back"), answer));
        if (said.taken().isEmpty()) {
            throw new IllegalStateException("nothing to acknowledge at " + clock.instant());
        }
    }

    /// Through the gate, as a person does it.
    private void rollBack(StackFile stack) {
        var key = new ServiceKey(stack.cluster(), stack.components().services().getFirst().name());
        Reading<List<Revision>> back = answered(
                answer -> desk.backTo(new Operation.ForceDeployment(stack.id(), key), answer));
        var wish = new Operation.RollBack(stack.id(), key,
                ((Reading.Known<List<Revision>>) back).value().getFirst().taskDefinition());
        desk.unlock(stack.id());
        Reading<Facts> facts = answered(answer -> desk.facts(wish, answer));
        Begun begun = answered(answer -> desk.run(desk.preview(wish, ((Reading.Known<Facts>) facts).value(), ""),
                new Confirmed("5xx since the new revision, its tasks never get healthy", wish.target(),
                        Optional.empty()),
                answer));
        if (begun instanceof Begun.Declined(var why)) {
            throw new IllegalStateException(why.toString());
        }
    }

    private static <T> T answered(Consumer<Consumer<T>> question) {
        var answer = new CompletableFuture<T>();
        question.accept(answer::complete);
        return answer.join();
    }
}
