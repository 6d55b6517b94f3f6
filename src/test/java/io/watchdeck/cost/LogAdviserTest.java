package io.watchdeck.cost;

import static io.watchdeck.model.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.Advice.Given;
import io.watchdeck.cost.Advice.Kind;
import io.watchdeck.cost.Advice.NotGiven;
import io.watchdeck.cost.LogAdviser.Stored;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LogAdviserTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:00Z");
    private static final long GIGABYTE = 1L << 30;
    private static final StackFile TIKETI = new ShippedStacks(StackFiles.reader()).get("tiketi-prod");
    private static final StackFile GLIMPSE = new ShippedStacks(StackFiles.reader()).get("glimpse-prod");

    private final LogAdviser adviser = new LogAdviser(StoragePrices.shipped());

    @Test
    void groupsThatNeverExpireAreNamedAndCostWhatTheyHold() {
        List<Advice> all = of(Map.of("/rds/tiketi-db", stored(40 * GIGABYTE, 0), "/ecs/tiketi-backend",
                stored(10 * GIGABYTE + GIGABYTE / 2, 0), "/elasticache/tiketi-redis", stored(99 * GIGABYTE, 30)));

        // 50.5 GB x 0.0314 in ap-northeast-2.
        assertThat(all).singleElement().isInstanceOfSatisfying(Given.class, advice -> {
            assertThat(advice.kind()).isEqualTo(Kind.LOGS);
            assertThat(advice.saving()).isEqualTo(usd("1.59"));
            assertThat(advice.atMost()).as("what stays is not saved").isTrue();
            assertThat(advice.why()).isEqualTo(Phrase.of("advice.logs.why",
                    "/ecs/tiketi-backend (10.5 GB), /rds/tiketi-db (40.0 GB)"));
            assertThat(advice.arithmetic()).isEqualTo(Phrase.of("advice.logs.sum", 50.5, "0.0314",
                    StoragePrices.shipped().source()));
        });
    }

    @Test
    void whatExpiresOrIsEmptyOrCostsLessThanACentIsNotWorthAWord() {
        assertThat(of(Map.of("/a", stored(99 * GIGABYTE, 365), "/b", stored(0, 0)))).isEmpty();
        assertThat(of(Map.of("/a", stored(GIGABYTE / 10, 0)))).isEmpty();
    }

    @Test
    void aGroupThatCouldNotBeReadIsSaidWithItsReason() {
        Failure denied = Failure.denied("logs:DescribeLogGroups");

        assertThat(of(Map.of("/b", Reading.unknown(denied, NOW), "/a", Reading.unknown(denied, NOW))))
                .containsExactly(new NotGiven(Kind.LOGS, TIKETI,
                        Phrase.of("advice.logs.notRead", "/a, /b", denied.sentence())));
    }

    @Test
    void aPriceThatIsNotKnownIsNotInvented() {
        var without = new LogAdviser(new StoragePrices(Map.of(), ""));

        assertThat(without.of(TIKETI, Optional.empty(), Map.of("/a", stored(GIGABYTE, 0)))).containsExactly(
                new NotGiven(Kind.LOGS, TIKETI, Phrase.of("advice.logs.noPrice", "/a (1.0 GB)", "ap-northeast-2")));
    }

    @Test
    void onlyStacksThatPayForCloudWatchAreAsked() {
        assertThat(LogAdviser.concerns(TIKETI, Optional.empty())).as("by its plan").isTrue();
        assertThat(LogAdviser.concerns(GLIMPSE, Optional.empty())).isFalse();
        assertThat(adviser.of(GLIMPSE, Optional.empty(), Map.of("/a", stored(99 * GIGABYTE, 0)))).isEmpty();

        var day = LocalDate.of(2026, 9, 20);
        var bill = new Bill(day, List.of(new BilledDays(day, day.plusDays(1), Map.of("AmazonCloudWatch", usd("0.2")),
                false))).report();
        assertThat(LogAdviser.concerns(GLIMPSE, Optional.of(bill))).as("by its bill").isTrue();
    }

    @Test
    void thePricesAreThoseOfTheFile() {
        assertThat(StoragePrices.shipped().logs(new Region("us-east-1"))).contains(usd("0.03"));
        assertThat(StoragePrices.shipped().logs(new Region("eu-west-1"))).isEmpty();
    }

    private List<Advice> of(Map<String, Reading<Stored>> groups) {
        return adviser.of(TIKETI, Optional.empty(), groups);
    }

    /// @param days 0 for never
    private static Reading<Stored> stored(long bytes, int days) {
        return Reading.known(new Stored(bytes, days == 0 ? OptionalInt.empty() : OptionalInt.of(days)), NOW);
    }
}
