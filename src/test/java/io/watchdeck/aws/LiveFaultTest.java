package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.ReadFigures.Read;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Region;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/// Faults that come and go while the pollers of one watch run on: nobody asks for anything, only time passes, which the
/// test moves. Through the real clients. Budgets and logs are asked by no poller here, for nobody looks at a service:
/// [FaultMatrixTest] has their faults, and `LogTailTest` how a tail goes on after one.
@ExtendWith(TestKeys.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class LiveFaultTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(1);
    /// In which a limiter forgets five refusals.
    private static final Duration AT_FULL_RATE = Duration.ofSeconds(150);
    /// Longer than any figure but cost waits for its next reading.
    private static final Duration LATER = Duration.ofMinutes(11);
    /// An answer about cost is kept for a day.
    private static final Duration A_DAY_LATER = Duration.ofHours(25);
    /// No API is called at less than this part of its rate.
    private static final double LEAST = 1.0 / 32;
    private static final Offset<Double> EXACTLY = Offset.offset(1e-4);
    private static final Region ELSEWHERE = new Region("eu-west-1");

    /// A hanging call costs the test as much.
    private final WholeAccount account = new WholeAccount(Duration.ofSeconds(2));
    private final ClockPace pace = account.pace(1);
    private final LiveWatch watch = watch(pace);

    @BeforeAll
    void begin() throws InterruptedException {
        watch.start();
        pace.settle();
    }

    /// A test that fails leaves nothing to the next.
    @BeforeEach
    void letAllBeWell() throws InterruptedException {
        account.heal();
        if (!figures().values().stream().allMatch(LiveFaultTest::isWell)) {
            pace.pass(A_DAY_LATER);
        }
        assertAllWell(watch);
    }

    @AfterAll
    void close() {
        watch.close();
        account.close();
    }

    @ParameterizedTest
    @EnumSource(value = AwsService.class, mode = Mode.EXCLUDE, names = {"BUDGETS", "LOGS"})
    void throttledForTenSecondsASlowedServiceSaysWhenItIsTriedAgainAndRecoversThen(AwsService service)
            throws InterruptedException {
        Map<String, Read> before = figures();
        account.failFor(TEN_SECONDS, service, Fault.THROTTLED);
        int from = account.aws.requests().size();

        pace.pass(step(service));
        assertOnlyFailed(service, Fault.THROTTLED, before);
        assertSlowed(service, account.aws.requests().stream().skip(from)
                .filter(request -> service.actions().containsKey(request.operation())).toList());
        Map<String, Failure> told = problems();
        Instant next = told.values().stream().map(failure -> failure.retryAt().orElseThrow())
                .max(Comparator.naturalOrder()).orElseThrow();
        assertThat(next).isAfter(account.clock.instant().plus(TEN_SECONDS));
        long asked = account.requests(service);

        pace.pass(TEN_SECONDS);
        assertThat(problems()).as("after the ten seconds, before the next try").isEqualTo(told);
        pace.pass(Duration.between(account.clock.instant(), next).minus(MOMENT));
        assertThat(problems()).as("a moment before the next try").isEqualTo(told);
        assertThat(account.requests(service)).as("nothing is asked before").isEqualTo(asked);

        pace.pass(MOMENT);
        assertAllWell(watch);
        assertThat(account.requests(service)).isGreaterThan(asked);
        pace.pass(AT_FULL_RATE);
        assertAtFullRate();
    }

    static Stream<Arguments> everyFaultComesAndGoesWhileThePollersRun() {
        return Stream.concat(Stream.of(Arguments.of(AwsService.STS, Fault.HANGING)),
                Stream.of(AwsService.SQS, AwsService.RDS, AwsService.BATCH)
                        .flatMap(service -> Stream.of(Fault.DENIED, Fault.BROKEN, Fault.TRUNCATED)
                                .map(fault -> Arguments.of(service, fault))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void everyFaultComesAndGoesWhileThePollersRun(AwsService service, Fault fault) throws InterruptedException {
        Map<String, Read> before = figures();
        account.fail(service, fault);

        pace.pass(LATER);
        assertOnlyFailed(service, fault, before);

        account.heal();
        pace.pass(LATER);
        assertAllWell(watch);
    }

    @Test
    void whatHangsAtTheFirstAskingIsToldAfterTheTimeoutAndRecovers() throws InterruptedException {
        account.fail(AwsService.RDS, Fault.HANGING);
        ClockPace own = account.pace(1);
        try (LiveWatch fresh = watch(own)) {
            fresh.start();
            own.settle();
            ReadFigures.of(fresh.current()).forEach((name, read) -> {
                if (read.from() == AwsService.RDS) {
                    assertThat(read.state()).as(name).isInstanceOf(Loadable.Failed.class);
                    Fault.HANGING.assertTold(AwsService.RDS, read.state().problem().orElseThrow());
                } else {
                    assertThat(isWell(read)).as(name).isTrue();
                }
            });

            account.heal();
            own.pass(Duration.ofSeconds(20));
            assertAllWell(fresh);
        }
    }

    private LiveWatch watch(ClockPace by) {
        var made = account.watch(account.connector, Rhythm.standard(), by, WholeAccount.shop(""),
                WholeAccount.desk(""));
        made.focus(Optional.of(new StackId("shop")));
        return made;
    }

    private static Duration step(AwsService service) {
        return service == AwsService.COST ? A_DAY_LATER : LATER;
    }

    private static void assertAllWell(LiveWatch watch) {
        assertThat(ReadFigures.of(watch.current()))
                .allSatisfy((name, read) -> assertThat(isWell(read)).as(name).isTrue());
    }

    private Map<String, Read> figures() {
        return ReadFigures.of(watch.current());
    }

    private Map<String, Failure> problems() {
        return figures().entrySet().stream().filter(entry -> entry.getValue().state().problem().isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().state().problem().get()));
    }

    /// Of the metrics of a stack that nobody looks at only those are read that a rule needs.
    private static boolean isWell(Read read) {
        return read.state() instanceof Loadable.Ready
                || read.state() instanceof Loadable.Loading && read.from() == AwsService.METRICS;
    }

    private void assertOnlyFailed(AwsService service, Fault fault, Map<String, Read> before) {
        assertThat(figures().values()).anyMatch(read -> read.from() == service);
        figures().forEach((name, read) -> {
            Loadable<?> known = before.get(name).state();
            if (known instanceof Loadable.Loading || read.from() != service) {
                assertThat(read.state()).as(name).isInstanceOf(known.getClass());
            } else {
                assertThat(read.state()).as(name).isInstanceOf(Loadable.Stale.class);
                assertThat(read.state().latestAsOf()).as(name).isEqualTo(known.latestAsOf());
                fault.assertTold(service, read.state().problem().orElseThrow());
            }
            assertThat(read.state().latest().isPresent()).as(name).isEqualTo(known.latest().isPresent());
            if (known.latest().isPresent()) {
                assertThat(read.state().latest().get()).as(name).isEqualTo(known.latest().get());
            }
        });
    }

    /// Half the rate for each refusal, down to a least; and nobody else's, neither another API's nor this one's elsewhere.
    private void assertSlowed(AwsService service, List<LoopbackAws.Request> refused) throws InterruptedException {
        var refusals = new HashMap<String, Integer>();
        refused.forEach(request -> refusals.merge(api(request).bucket(), 1, Integer::sum));
        assertThat(refusals).as("buckets of " + service).isNotEmpty();
        for (AwsApi api : onePerBucket()) {
            double share = Math.max(LEAST, Math.pow(2, -refusals.getOrDefault(api.bucket(), 0)));
            assertThat(share(api, WholeAccount.ACCOUNT, AwsRig.SEOUL)).as(api.bucket()).isCloseTo(share, EXACTLY);
            assertThat(share(api, "999999999999", AwsRig.SEOUL)).as(api.bucket()).isCloseTo(1, EXACTLY);
            assertThat(share(api, WholeAccount.ACCOUNT, ELSEWHERE)).as(api.bucket()).isCloseTo(1, EXACTLY);
        }
    }

    private void assertAtFullRate() throws InterruptedException {
        for (AwsApi api : onePerBucket()) {
            assertThat(share(api, WholeAccount.ACCOUNT, AwsRig.SEOUL)).as(api.bucket()).isCloseTo(1, EXACTLY);
        }
    }

    private static AwsApi api(LoopbackAws.Request request) {
        return Arrays.stream(AwsApi.values()).filter(api -> api.iamAction().endsWith(":" + request.operation()))
                .findFirst().orElseThrow();
    }

    private static Collection<AwsApi> onePerBucket() {
        return Arrays.stream(AwsApi.values()).collect(Collectors.toMap(AwsApi::bucket, Function.identity(),
                (one, _) -> one)).values();
    }

    /// The part of its rate at which an API is called now: two callers who must wait differ by one call.
    private double share(AwsApi api, String owner, Region region) throws InterruptedException {
        account.limits.clear();
        while (account.limits.size() < 2) {
            account.limiter.acquire(new Limiter.Key(owner, region, api.bucket()), api.rate());
        }
        Duration oneCall = account.limits.get(1).minus(account.limits.get(0));
        return 1e9 / oneCall.toNanos() / api.rate().perSecond();
    }
}
