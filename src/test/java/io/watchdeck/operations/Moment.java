package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.NOON;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.data.LimitSource;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the watch knows of a stack at noon, for tests: what is not said is loading.
public final class Moment {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final MetricCatalogue METRICS = MetricCatalogue.standard();

    private StackFile file;
    private Panel<Identity> identity = ready(new Identity("210987654321", "arn:aws:sts::210987654321:user/sora"));
    private final List<StackSnapshot.Service> services = new ArrayList<>();
    private final List<StackSnapshot.Database> databases = new ArrayList<>();
    private Panel<List<CloudAlarm>> alarms = ready(List.of());

    private Moment(StackFile file) {
        this.file = file;
    }

    /// Nothing of its components is known.
    public static Moment of(String shipped) {
        return of(new ShippedStacks(StackFiles.reader()).get(shipped));
    }

    public static Moment of(StackFile file) {
        return new Moment(file);
    }

    /// Five tasks with a pool of 10 each, 52 of 100 connections open: 2 are held by others.
    public static Moment tiketi() {
        return of("tiketi-prod").service("tiketi-backend-service", Fleet.service(5, 5))
                .database(OptionalInt.of(100), 52.0);
    }

    public static <T> Panel<T> ready(T value) {
        return new Panel<>(new Loadable.Ready<>(value, NOON), EVERY);
    }

    private static <T> Panel<T> loading() {
        return new Panel<>(Loadable.loading(), EVERY);
    }

    public Moment in(Environment environment) {
        file = new StackFile(file.id(), file.name(), environment, file.access(), file.account(), file.cluster(),
                file.components(), file.plan(), file.costFilter(), file.rules(), file.alarmSeverities(),
                file.contradictions(), file.readOnly());
        return this;
    }

    public Moment readOnly() {
        file = new StackFile(file.id(), file.name(), file.environment(), file.access(), file.account(),
                file.cluster(), file.components(), file.plan(), file.costFilter(), file.rules(),
                file.alarmSeverities(), file.contradictions(), true);
        return this;
    }

    /// The account that the file names.
    public Moment account(String number) {
        file = new StackFile(file.id(), file.name(), file.environment(), file.access(), Optional.of(number),
                file.cluster(), file.components(), file.plan(), file.costFilter(), file.rules(),
                file.alarmSeverities(), file.contradictions(), file.readOnly());
        return this;
    }

    public Moment nobody() {
        identity = new Panel<>(new Loadable.Failed<>(Failure.expired("sora"), NOON), EVERY);
        return this;
    }

    /// One that the file names.
    public Moment service(String name, ServiceState state) {
        return service(file.components().services().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(), state);
    }

    public Moment service(ServiceSpec spec, ServiceState state) {
        services.add(new StackSnapshot.Service(spec, ready(state), loading(), loading(), loading("service.cpu"),
                loading("service.memory")));
        return this;
    }

    public Moment service(String name, OptionalInt pool, int running) {
        return service(new ServiceSpec(name, OptionalInt.empty(), Optional.empty(), pool, OptionalInt.empty(),
                Optional.empty()), Fleet.service(running, running));
    }

    /// One of which nothing is known.
    public Moment serviceFails(String name, OptionalInt pool, Failure why) {
        services.add(new StackSnapshot.Service(
                new ServiceSpec(name, OptionalInt.empty(), Optional.empty(), pool, OptionalInt.empty(),
                        Optional.empty()),
                new Panel<>(new Loadable.Failed<>(why, NOON), EVERY), loading(), loading(), loading("service.cpu"),
                loading("service.memory")));
        return this;
    }

    /// One more, whose connections cannot be read.
    public Moment connectionsFail(OptionalInt limit, Failure why) {
        return database(limit, new Figure(METRICS.get("db.connections"),
                new Panel<>(new Loadable.Failed<>(why, NOON), EVERY), Series.empty()));
    }

    /// The file's first, with so many connections open.
    public Moment database(OptionalInt limit, double open) {
        return database(limit, new Figure(METRICS.get("db.connections"), ready(open), Series.empty()));
    }

    /// One more, of which nobody knows how many connections are open.
    public Moment database(OptionalInt limit) {
        return database(limit, loading("db.connections"));
    }

    private Moment database(OptionalInt limit, Figure connections) {
        databases.add(new StackSnapshot.Database(file.components().databases().getFirst(), loading(), connections,
                loading("db.cpu"), loading("db.freeStorage"), loading("db.acu"), limit, LimitSource.STACK_FILE,
                OptionalInt.empty(), OptionalDouble.empty(), Optional.empty()));
        return this;
    }

    public Moment alarm(String name, String state) {
        var all = new ArrayList<>(alarms.state().latest().orElse(List.of()));
        all.add(new CloudAlarm(name, "arn:" + name, false, state, "", NOON, "AWS/ECS", "CPUUtilization", "Average",
                Duration.ofMinutes(5), Map.of(), "GreaterThanThreshold", OptionalDouble.of(90), List.of()));
        alarms = ready(all);
        return this;
    }

    public Moment alarmsUnread() {
        alarms = new Panel<>(new Loadable.Failed<>(Failure.denied("cloudwatch:DescribeAlarms"), NOON), EVERY);
        return this;
    }

    private static Figure loading(String metric) {
        return Figure.loading(METRICS.get(metric), EVERY);
    }

    public StackFile file() {
        return file;
    }

    public StackSnapshot done() {
        return new StackSnapshot(file, NOON, identity, services, List.of(), databases, List.of(), List.of(),
                List.of(), List.of(), List.of(), loading(), loading(), alarms, List.of(),
                new Verdict(Severity.FINE, Phrase.of("verdict.fine"), Optional.empty(), Optional.empty(), List.of(),
                        Optional.empty()),
                List.of(), List.of());
    }
}
