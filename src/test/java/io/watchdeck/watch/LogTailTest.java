package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The log of the service whose details are open, as long as somebody follows it.
class LogTailTest {

    private final Rig rig = new Rig();
    private final StackFile shop = shop();
    private final FakeCloud cloud = rig.cloud(shop);
    private final FakeLog log = cloud.logs();
    private final Inspection api = new Inspection(shop.id(), "api");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nobodyFollowsSoNothingIsRead() {
        look(shop, Optional.empty());

        assertThat(rig.watch.current().inspected()).map(Inspected::tail).contains(Optional.empty());
        assertThat(log.queries()).isEmpty();
        assertThat(definitionCalls()).isEmpty();
    }

    @Test
    void theLastQuarterOfAnHourIsReadWhereTheTaskDefinitionLogs() {
        log.line(Rig.NOW.minusSeconds(20), "one");
        log.line(Rig.NOW.minusSeconds(10), "two");

        look(shop, everything());

        assertThat(messages()).containsExactly("one", "two");
        assertThat(lines().since()).isEqualTo(Rig.NOW.minus(Duration.ofMinutes(15)));
        assertThat(log.queries()).containsExactly(LogQuery.tail(FakeLog.GROUP,
                TimeRange.last(Duration.ofMinutes(15), Rig.NOW), LogTail.MOST).ofStreams("api/"));
        assertThat(origin()).isEqualTo("from the task definition arn:task:1");
    }

    @Test
    void furtherReadingsAskOnlyForWhatIsNewAndForWhatMayBeLate() {
        log.line(Rig.NOW.minusSeconds(60), "early");
        log.line(Rig.NOW.minusSeconds(10), "two");
        look(shop, everything());
        log.line(Rig.NOW.minusSeconds(20), "late");
        log.line(Rig.NOW.plusSeconds(2), "new");
        rig.clock.forward(Duration.ofSeconds(5));

        rig.watch.readInspected();

        assertThat(messages()).containsExactly("early", "late", "two", "new");
        assertThat(log.queries().getLast().range())
                .isEqualTo(new TimeRange(Rig.NOW.minusSeconds(45), Rig.NOW.plusSeconds(5)));
        assertThat(definitionCalls()).as("a revision never changes").hasSize(1);
    }

    @Test
    void afterALongPauseNothingIsPretendedToBeKnownOfIt() {
        log.line(Rig.NOW.minusSeconds(10), "before");
        look(shop, everything());
        rig.clock.forward(Duration.ofHours(1));
        log.line(rig.clock.instant().minusSeconds(1), "after");

        rig.watch.readInspected();

        assertThat(messages()).containsExactly("after");
        assertThat(lines().since()).isEqualTo(rig.clock.instant().minus(Duration.ofMinutes(15)));
    }

    @Test
    void theNewestLinesAreKeptAndSinceWhenIsSaid() {
        fill(LogTail.MOST + 20, Rig.NOW.minusSeconds(600));
        look(shop, everything());
        assertThat(lines().lines()).hasSize(LogTail.MOST);
        assertThat(lines().full()).isTrue();
        assertThat(messages()).first().isEqualTo("line 20");

        log.line(Rig.NOW.plusSeconds(2), "new");
        rig.clock.forward(Duration.ofSeconds(5));
        rig.watch.readInspected();

        assertThat(lines().lines()).hasSize(LogTail.MOST);
        assertThat(messages()).first().isEqualTo("line 21");
        assertThat(messages()).last().isEqualTo("new");
        assertThat(lines().since()).isEqualTo(lines().lines().getFirst().at());
    }

    @Test
    void anAnswerThatComesAfterAnotherWishIsDropped() {
        log.line(Rig.NOW.minusSeconds(10), "of all");
        var errors = Optional.of(new TailWish(Optional.empty(), "ERROR"));
        log.meanwhile(() -> rig.watch.inspect(Optional.of(api.with(errors))));

        look(shop, everything());

        assertThat(tailed().wish()).isEqualTo(errors.get());
        assertThat(tailed().lines().state()).isEqualTo(Loadable.loading());
        log.meanwhile(() -> {});
        rig.watch.readInspected();
        assertThat(messages()).isEmpty();
        assertThat(log.queries().getLast().pattern()).isEqualTo("ERROR");
    }

    @Test
    void anotherWishLeavesTheOtherDetailsAsTheyAre() {
        look(shop, Optional.empty());
        look(shop, everything());

        assertThat(rig.watch.current().inspected()).map(one -> one.activities().state())
                .get().isInstanceOf(Loadable.Ready.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ecs/api         | /ecs/api             | from the stack file, by its name
            /ecs/shop-api    | /ecs/shop-api        | from the stack file, by its name
            /ecs/web         | /ecs/other /ecs/web  | one of the log groups of the stack file
            """)
    void whereTheTaskDefinitionMayNotBeReadTheStackFileHelps(String group, String places, String origin) {
        log.failDefinitions(Failure.denied("ecs:DescribeTaskDefinition"));

        look(Rig.stack("shop", withLogs(group)), everything());

        assertThat(places()).containsExactly(places.split(" "));
        assertThat(origin()).startsWith(origin).contains("ecs:DescribeTaskDefinition");
        assertThat(log.queries()).singleElement().extracting(LogQuery::group).isEqualTo(places.split(" ")[0]);
        rig.watch.readInspected();
        assertThat(definitionCalls()).as("a refusal is not asked for again").hasSize(1);
    }

    @Test
    void aServiceNameMayBeLongerThanItsGroup() {
        log.containers();
        String file = withLogs("/ecs/api").replace("name: api", "name: api-service");

        StackFile stack = Rig.stack("shop", file);
        rig.watch(stack);
        rig.readAll();
        rig.watch.inspect(Optional.of(new Inspection(stack.id(), "api-service", everything())));
        rig.watch.readInspected();

        assertThat(places()).containsExactly("/ecs/api");
    }

    @Test
    void anotherDriverOrAnotherRegionIsSaid() {
        StackFile file = Rig.stack("shop", withLogs("/ecs/api"));
        log.containers(new ContainerLog("api", "awsfirelens", Optional.empty(), Optional.empty(), Optional.empty()));
        look(file, everything());
        assertThat(origin()).contains("awsfirelens");

        try (Rig another = new Rig()) {
            another.cloud(file).logs().containers(new ContainerLog("api", "awslogs", Optional.of("/far"),
                    Optional.of("us-east-1"), Optional.empty()));
            another.watch(file);
            another.readAll();
            another.watch.inspect(Optional.of(api.with(everything())));
            another.watch.readInspected();
            assertThat(another.watch.current().inspected().flatMap(Inspected::tail).flatMap(Tailed::places))
                    .get().satisfies(found -> {
                        assertThat(another.say(found.origin())).contains("us-east-1");
                        assertThat(found.places()).extracting(LogPlace::group).containsExactly("/ecs/api");
                    });
        }
    }

    @Test
    void noGroupAtAllIsSaidAndNothingIsRead() {
        log.containers();

        look(shop, everything());

        assertThat(places()).isEmpty();
        assertThat(origin()).contains("o log group in the stack file");
        assertThat(log.queries()).isEmpty();
    }

    @Test
    void ofSeveralPlacesThatOneIsReadThatAPersonChose() {
        log.containers(FakeLog.awslogs("/ecs/shop-api", "api"), FakeLog.awslogs("/ecs/router", "router"),
                FakeLog.awslogs("/ecs/shop-api", "api"));
        var router = new LogPlace("/ecs/router", "router/");

        look(shop, Optional.of(new TailWish(Optional.of(router), "")));

        assertThat(places()).containsExactly("/ecs/shop-api", "/ecs/router");
        assertThat(lines().place()).isEqualTo(router);
    }

    @Test
    void theLinesAroundAPastInstantAreReadOnceAndDoNotGrowOld() {
        Instant at = Rig.NOW.minus(Duration.ofHours(5));
        log.line(at.minusSeconds(4000), "too early");
        log.line(at.minusSeconds(10), "before");
        log.line(at, "at");
        log.line(at.plusSeconds(10), "after");

        look(shop, Optional.of(TailWish.everything().around(at)));

        assertThat(messages()).containsExactly("before", "at", "after");
        assertThat(lines().since()).isEqualTo(at.minus(Duration.ofHours(1)));
        assertThat(lines().end()).contains(new LogTail.End(at.plus(Duration.ofHours(1)), false));
        assertThat(log.queries()).hasSize(2);
        rig.clock.forward(Duration.ofHours(1));
        rig.watch.readInspected();
        assertThat(log.queries()).as("nothing new can have come").hasSize(2);
        assertThat(tailed().lines().freshness(rig.clock.instant())).isEqualTo(Freshness.ON_TIME);
    }

    @Test
    void ofManyLinesAroundAnInstantAsManyAreKeptOnEitherSide() {
        Instant at = Rig.NOW.minus(Duration.ofHours(5));
        fill(1000, at.minusSeconds(499));

        look(shop, Optional.of(TailWish.everything().around(at)));

        assertThat(lines().lines()).hasSize(LogTail.MOST);
        assertThat(messages()).startsWith("line 250").endsWith("line 749");
        assertThat(lines().full()).isTrue();
        assertThat(lines().end().orElseThrow().more()).isTrue();
        assertThat(lines().since()).isEqualTo(lines().lines().getFirst().at());
    }

    @Test
    void aroundAnInstantJustPassedLinesMayStillComeAndAreReadNowAndThen() {
        Instant at = Rig.NOW.minusSeconds(60);
        log.line(at, "at");
        var wish = Optional.of(TailWish.everything().around(at));
        look(shop, wish);
        assertThat(lines().end()).contains(new LogTail.End(Rig.NOW, false));
        log.line(Rig.NOW.plusSeconds(5), "new");
        rig.clock.forward(Duration.ofSeconds(20));

        rig.watch.readInspected();

        assertThat(messages()).containsExactly("at", "new");
        assertThat(log.queries()).hasSize(4);
        assertThat(tailed().lines().every()).isEqualTo(rig.rhythm.tail(2));
    }

    @Test
    void aFailureAroundAnInstantIsTriedAgain() {
        Instant at = Rig.NOW.minus(Duration.ofHours(5));
        log.line(at, "at");
        log.fail(Failure.throttled("logs:FilterLogEvents"));
        look(shop, Optional.of(TailWish.everything().around(at)));
        assertThat(tailed().lines().state().problem().flatMap(Failure::retryAt))
                .contains(Rig.NOW.plus(rig.rhythm.tail(3)));
        log.fail(null);

        rig.watch.readInspected();

        assertThat(messages()).containsExactly("at");
    }

    @ParameterizedTest
    @EnumSource(value = Failure.Kind.class, names = {"EXPIRED", "THROTTLED", "UNREACHABLE", "UNEXPECTED"})
    void aDefinitionThatCouldNotBeReadIsAskedForAgain(Failure.Kind kind) {
        log.failDefinitions(new Failure(kind, Phrase.of("failure.absent"), Optional.empty(), Optional.empty(), ""));
        look(shop, everything());
        assertThat(places()).isEmpty();
        log.failDefinitions(null);

        rig.watch.readInspected();

        assertThat(places()).containsExactly(FakeLog.GROUP);
    }

    @Test
    void aFailureLaterKeepsTheLinesAndTellsWhenTheNextTryIs() {
        log.line(Rig.NOW.minusSeconds(10), "one");
        look(shop, everything());
        log.fail(Failure.throttled("logs:FilterLogEvents"));

        rig.watch.readInspected();

        assertThat(tailed().lines().state()).isInstanceOf(Loadable.Stale.class);
        assertThat(messages()).containsExactly("one");
        assertThat(tailed().lines().state().problem().flatMap(Failure::retryAt))
                .contains(Rig.NOW.plus(rig.rhythm.tail(1)));
    }

    @Test
    void aRefusalIsAskedAgainOnceAMinuteAndAThrottlingLessAndLessOften() {
        assertThat(IntStream.range(0, 6).mapToObj(rig.rhythm::tail).map(Duration::toSeconds))
                .containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
        assertThat(rig.rhythm.tail(Rhythm.IN_VAIN)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nothingOfAnotherAccountIsRead() {
        StackFile named = Rig.stack("shop", Rig.WITH_ACCOUNT);
        rig.cloud(named).account("999999999999");

        look(named, everything());

        assertThat(rig.cloud(named).logs().queries()).isEmpty();
        assertThat(tailed().lines().state().problem().map(Failure::kind)).contains(Failure.Kind.WRONG_ACCOUNT);
    }

    private void look(StackFile file, Optional<TailWish> wish) {
        rig.watch(file);
        rig.readAll();
        rig.watch.inspect(Optional.of(api.with(wish)));
        rig.watch.readInspected();
    }

    private static String withLogs(String group) {
        return Rig.SHOP + "logGroups: [/ecs/other, " + group + "]\n";
    }

    private static Optional<TailWish> everything() {
        return Optional.of(TailWish.everything());
    }

    private void fill(int count, Instant from) {
        IntStream.range(0, count).forEach(number -> log.line(from.plusSeconds(number), "line " + number));
    }

    private Tailed tailed() {
        return rig.watch.current().inspected().flatMap(Inspected::tail).orElseThrow();
    }

    private LogTail lines() {
        return tailed().lines().state().latest().orElseThrow();
    }

    private List<String> messages() {
        return lines().lines().stream().map(LogLine::message).toList();
    }

    private List<String> places() {
        return tailed().places().orElseThrow().places().stream().map(LogPlace::group).toList();
    }

    private String origin() {
        return rig.say(tailed().places().orElseThrow().origin());
    }

    private List<String> definitionCalls() {
        return cloud.calls().stream().filter(call -> call.startsWith("DEFINITION")).toList();
    }
}
