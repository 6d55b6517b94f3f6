package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.ReadFigures.Read;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Parallel;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/// Every service of AWS with every fault, through the real clients and the real watch of two stacks: only what comes
/// from that service changes, with the right kind and words, and it recovers with the same connector.
@ExtendWith(TestKeys.class)
@TestInstance(Lifecycle.PER_CLASS)
class FaultMatrixTest {

    private static final Set<AwsService> BESIDE_THE_SCREEN = EnumSet.of(AwsService.BUDGETS, AwsService.LOGS);
    private static final Set<AwsService> ON_THE_SCREEN = EnumSet.complementOf(EnumSet.copyOf(BESIDE_THE_SCREEN));
    /// Longer than any figure but cost waits for its next reading, and than a limiter remembers a refusal.
    private static final Duration LATER = Duration.ofMinutes(11);
    /// An answer about cost is kept for a day.
    private static final Duration A_DAY_LATER = Duration.ofHours(25);
    /// A loaded machine answers well within it; what hangs costs the test as much.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WholeAccount account = new WholeAccount(PATIENCE);
    private final LiveWatch watch = account.watch();

    @BeforeAll
    void warmUp() {
        read(watch);
    }

    @AfterEach
    void heal() {
        account.heal();
    }

    @AfterAll
    void close() {
        account.close();
    }

    static Stream<Arguments> everyFaultOfEveryServiceOnTheScreen() {
        return cases(ON_THE_SCREEN);
    }

    static Stream<Arguments> everyFaultOfTheServicesBesideTheScreen() {
        return cases(BESIDE_THE_SCREEN);
    }

    /// Who we are is asked with every reading: [LiveFaultTest] lets that hang. The others hang at the same time, each for a
    /// watch of its own, so that the time until the clients give up passes once.
    @Test
    void whatNeverAnswersFailsOnlyItsOwnFiguresAndRecovers() {
        Map<AwsService, LiveWatch> watches = ON_THE_SCREEN.stream().filter(service -> service != AwsService.STS)
                .collect(Collectors.toMap(Function.identity(), _ -> account.watch()));
        Cloud cloud = account.connector.connect(Access.defaults(AwsRig.SEOUL));
        Map<AwsService, Reading<?>> beside = new ConcurrentHashMap<>();
        watches.values().forEach(FaultMatrixTest::read);
        Map<String, Read> before = ReadFigures.of(watches.get(AwsService.ECS).current());
        account.clock.forward(A_DAY_LATER);
        Map<AwsService, Long> well = requests();
        read(watch);
        Map<AwsService, Long> asked = requests();

        account.fail(Stream.concat(watches.keySet().stream(), BESIDE_THE_SCREEN.stream())
                .collect(Collectors.toMap(Function.identity(), _ -> Fault.HANGING)));
        Parallel.run(Stream.concat(
                watches.entrySet().stream().<Runnable>map(watched -> () -> watched.getValue()
                        .readOnce(watched.getKey().subjects())),
                BESIDE_THE_SCREEN.stream().<Runnable>map(service -> () -> beside.put(service, ask(cloud, service))))
                .toList());

        Map<AwsService, Long> inTrouble = requests();
        watches.forEach((service, watched) -> {
            assertOnlyFailed(service, Fault.HANGING, ReadFigures.of(watched.current()), before);
            assertPolite(service, Fault.HANGING, inTrouble.get(service) - asked.get(service),
                    asked.get(service) - well.get(service));
        });
        assertThat(beside.keySet()).isEqualTo(BESIDE_THE_SCREEN);
        beside.forEach((service, reading) -> assertThat(reading).isInstanceOfSatisfying(Reading.Unknown.class,
                unknown -> Fault.HANGING.assertTold(service, unknown.failure())));
        watches.forEach((service, watched) -> assertRecovers(watched, service, LATER));
        BESIDE_THE_SCREEN.forEach(service -> assertThat(ask(cloud, service)).isInstanceOf(Reading.Known.class));
    }

    private Map<AwsService, Long> requests() {
        return ON_THE_SCREEN.stream().collect(Collectors.toMap(Function.identity(), account::requests));
    }

    private static Stream<Arguments> cases(Set<AwsService> services) {
        return services.stream().flatMap(service -> EnumSet.complementOf(EnumSet.of(Fault.HANGING)).stream()
                .map(fault -> Arguments.of(service, fault)));
    }

    /// One watch lives through all of it.
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFaultOfEveryServiceOnTheScreen")
    void onlyTheFiguresOfTheServiceTurnStaleAndAllRecovers(AwsService service, Fault fault) {
        Map<String, Read> before = ReadFigures.of(watch.current());
        Duration step = service == AwsService.COST ? A_DAY_LATER : LATER;

        account.fail(service, fault);
        account.clock.forward(step);
        long asked = account.requests(service);
        assertOnlyFailed(service, fault, read(watch), before);
        long inTrouble = account.requests(service) - asked;

        assertRecovers(watch, service, step);
        assertPolite(service, fault, inTrouble, account.requests(service) - asked - inTrouble);
    }

    @ParameterizedTest
    @EnumSource(value = AwsService.class, mode = Mode.EXCLUDE, names = {"BUDGETS", "LOGS"})
    void whatWasNeverReadHasNoFigureUntilItIsPermitted(AwsService service) {
        LiveWatch fresh = account.watch();

        account.fail(service, Fault.DENIED);
        assertOnlyFailed(service, Fault.DENIED, read(fresh), Map.of());

        assertRecovers(fresh, service, LATER);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFaultOfTheServicesBesideTheScreen")
    void whatNoScreenAsksYetFailsAndRecoversToo(AwsService service, Fault fault) {
        Cloud cloud = account.connector.connect(Access.defaults(AwsRig.SEOUL));

        account.fail(service, fault);
        assertThat(ask(cloud, service)).isInstanceOfSatisfying(Reading.Unknown.class,
                unknown -> fault.assertTold(service, unknown.failure()));
        account.heal();

        assertThat(ask(cloud, service)).isInstanceOf(Reading.Known.class);
    }

    private static Reading<?> ask(Cloud cloud, AwsService service) {
        var lastMinute = new TimeRange(WholeAccount.NOW.minusSeconds(60), WholeAccount.NOW);
        return service == AwsService.BUDGETS ? cloud.budgets().orElseThrow().budgets()
                : cloud.logs().orElseThrow().lines(LogQuery.tail("/ecs/shop-api", lastMinute, 10));
    }

    private static Map<String, Read> read(LiveWatch watch) {
        return ReadFigures.of(watch.readOnce(EnumSet.allOf(Subject.class)));
    }

    /// Reads again what failed and wants everything to be there.
    private void assertRecovers(LiveWatch watch, AwsService service, Duration step) {
        account.heal();
        account.clock.forward(step);
        assertThat(ReadFigures.of(watch.readOnce(service.subjects()))).allSatisfy((name, read) -> {
            assertThat(read.state()).as(name).isInstanceOf(Loadable.Ready.class);
            assertThat(read.from() == service && service != AwsService.METRICS ? asOf(read) : account.clock.instant())
                    .as(name).isEqualTo(account.clock.instant());
        });
    }

    /// @param before what was known then; empty where nothing was
    private void assertOnlyFailed(AwsService service, Fault fault, Map<String, Read> during, Map<String, Read> before) {
        assertThat(during.values()).as("figures of " + service).anyMatch(read -> read.from() == service);
        during.forEach((name, read) -> {
            if (read.from() != service) {
                assertThat(read.state()).as(name).isInstanceOf(Loadable.Ready.class);
                if (!before.isEmpty()) {
                    assertThat(value(read)).as(name).isEqualTo(value(before.get(name)));
                }
            } else if (before.isEmpty()) {
                assertThat(read.state()).as(name).isInstanceOf(Loadable.Failed.class);
            } else {
                assertThat(read.state()).as(name).isInstanceOf(Loadable.Stale.class);
                assertThat(value(read)).as(name).isEqualTo(value(before.get(name)));
                assertThat(asOf(read)).as(name).isEqualTo(asOf(before.get(name)));
            }
            if (read.from() == service) {
                fault.assertTold(service, read.state().problem().orElseThrow());
            }
        });
    }

    private static Object value(Read read) {
        return read.state().latest().orElseThrow();
    }

    private static Instant asOf(Read read) {
        return read.state().latestAsOf().orElseThrow();
    }

    /// How often a service is asked that is not well: no more than when it is, three times where it says that it is too
    /// busy, each of its actions once where one is not permitted, and four times more to find out whether a single metric is at fault.
    private static void assertPolite(AwsService service, Fault fault, long inTrouble, long well) {
        long most = switch (fault) {
            case THROTTLED -> 3 * well;
            case BROKEN -> well + 4;
            case DENIED -> Math.max(well, service.actions().size());
            case HANGING, TRUNCATED -> well;
        };
        assertThat(inTrouble).as("requests").isBetween(1L, most);
    }
}
