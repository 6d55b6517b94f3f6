package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Region;
import io.watchdeck.model.StackId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehalfTest {

    private static final StackId CHAT = new StackId("chat-prod");
    private static final StackId SHOP = new StackId("shop-prod");

    @Test
    void nobodyAsksUntilItIsSaid() {
        assertThat(Behalf.current().whole(1)).containsExactly(entry(new Payer.Console(), 1));
    }

    @Test
    void whoeverIsBoundAsksAndNobodyAfterwards() {
        Map<Payer, Integer> within = Behalf.of(List.of(CHAT)).get(() -> Behalf.current().whole(1));

        assertThat(within).containsExactly(entry(new Payer.Stack(CHAT), 1));
        assertThat(Behalf.current().whole(1)).containsExactly(entry(new Payer.Console(), 1));
    }

    @Test
    void whatIsAskedForAllIsNobodysAlone() {
        assertThat(Behalf.of(List.of(CHAT, SHOP)).whole(1)).containsExactly(entry(new Payer.Several(2), 1));
    }

    @Test
    void operationsOnAStackAreToldApartFromWatchingIt() {
        assertThat(Behalf.operations(CHAT).get(() -> Behalf.current().whole(1)))
                .containsExactly(entry(new Payer.Operations(CHAT), 1));
        assertThat(Behalf.operations(CHAT).withParts(Map.of("cpu", Set.of(CHAT))).each(List.of("cpu", "other")))
                .containsExactly(entry(new Payer.Operations(CHAT), 2));
    }

    @Test
    void eachPartIsAskedForItsOwnStacks() {
        Behalf behalf = Behalf.of(List.of(CHAT, SHOP)).withParts(Map.of("cpu", Set.of(CHAT), "memory", Set.of(CHAT),
                "connections", Set.of(SHOP), "requests", Set.of(CHAT, SHOP)));

        assertThat(behalf.each(List.of("cpu", "memory", "connections", "requests", "unheard of")))
                .containsOnly(entry(new Payer.Stack(CHAT), 2), entry(new Payer.Stack(SHOP), 1),
                        entry(new Payer.Several(2), 2));
    }

    @Test
    void threadsOfAParallelPieceOfWorkAskForTheSame() {
        var seen = new ConcurrentLinkedQueue<Map<Payer, Integer>>();
        Runnable one = () -> seen.add(Behalf.current().whole(1));

        Behalf.of(List.of(CHAT)).run(() -> Parallel.run(List.of(one, one)));

        assertThat(seen).containsExactly(Map.of(new Payer.Stack(CHAT), 1), Map.of(new Payer.Stack(CHAT), 1));
    }

    @Test
    void aBatchIsOneCallOfSeveralAndItsUnitsAndPriceAreThoseOfEach() {
        var meter = new Meter(PriceList.shipped(), new MutableClock(Instant.parse("2026-09-30T12:00:00Z")));
        meter.count(metrics(500, Map.of(new Payer.Stack(CHAT), 420, new Payer.Stack(SHOP), 80)));
        meter.count(metrics(10, Map.of(new Payer.Stack(CHAT), 10)));

        assertThat(meter.thisMonth()).extracting(MeteredCalls::payer, MeteredCalls::calls, MeteredCalls::units,
                one -> one.price().stripTrailingZeros().toPlainString()).containsExactlyInAnyOrder(
                        tuple(new Payer.Several(2), 1L, 0L, "0"), tuple(new Payer.Stack(CHAT), 1L, 430L, "0.0043"),
                        tuple(new Payer.Stack(SHOP), 0L, 80L, "0.0008"));
        assertThat(meter.spentThisMonth().amount()).isEqualByComparingTo("0.0051");
    }

    @Test
    void sharesThatCannotBeDividedStillAddUp() {
        List<MeteredCalls> parts = MeteredCalls.of(metrics(3, Map.of(new Payer.Stack(CHAT), 1,
                new Payer.Stack(SHOP), 1, new Payer.Console(), 1)), java.time.LocalDate.of(2026, 9, 30),
                new BigDecimal("0.01"));

        assertThat(parts.stream().map(MeteredCalls::price).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.01");
        assertThat(parts).extracting(MeteredCalls::price).contains(new BigDecimal("0.003333333333"),
                new BigDecimal("0.003333333334"));
    }

    @Test
    void sharesAreAllOfTheUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics(3, Map.of(new Payer.Stack(CHAT), 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack chat-prod", "stack with a space", "operations chat-prod", "several 3", "console",
            "unknown"})
    void aPayerIsKeptAsAWord(String word) {
        assertThat(Payer.of(word).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stack ", "operations ", "several", "several x", "several 99999999999", "team red"})
    void aWordOfALaterVersionIsAPayerThatIsNotTold(String word) {
        assertThat(Payer.of(word)).isEqualTo(new Payer.Untold());
    }

    private static ApiCall metrics(int asked, Map<Payer, Integer> shares) {
        return new ApiCall("111111111111", new Region("ap-northeast-2"), "CloudWatch", "GetMetricData", asked, shares);
    }
}
