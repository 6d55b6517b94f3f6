package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Region;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which requests are free, which are paid for, and for what they are kept. The month has 30 days, and ten have passed.
class AllowanceTest {

    private static final String OURS = "111111111111";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-09-11T00:00:00Z"));
    private final Meter meter = new Meter(PriceList.shipped(), clock);

    @Test
    void theFirstMillionRequestsAreFreeAndTheNextIsNot() {
        used(OURS, "GetMetricStatistics", 999_999);

        meter.count(call("ListMetrics"));
        assertThat(meter.spentThisMonth().amount()).isZero();

        meter.count(call("ListMetrics"));
        meter.count(call("GetMetricStatistics"));
        assertThat(meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.00002"));
    }

    @Test
    void beyondTheShareARequestIsTakenForOneThatCosts() {
        meter.allowance().share(FreeShare.ofRequests("3"));

        for (int i = 0; i < 5; i++) {
            meter.count(call("DescribeAlarms"));
        }

        assertThat(meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.00002"));
        meter.allowance().share(FreeShare.ofPercent("50"));
        meter.count(call("DescribeAlarms"));
        assertThat(meter.spentThisMonth()).as("the share that holds counts, from now on")
                .isEqualByComparingTo(Money.usd("0.00002"));
    }

    @Test
    void metricsOfGetMetricDataAreNeverFreeAndUseNothingUp() {
        meter.allowance().share(FreeShare.ofRequests("1"));

        meter.count(new ApiCall(OURS, new Region("us-east-1"), "CloudWatch", "GetMetricData", 100));

        assertThat(meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.001"));
        assertThat(meter.affords(call("GetMetricStatistics"), 1, false)).isTrue();
    }

    @Test
    void eachAccountHasItsOwnAndAllItsRegionsShareIt() {
        meter.allowance().share(FreeShare.ofRequests("10"));
        used(OURS, "GetMetricStatistics", 10);

        assertThat(meter.affords(call("GetMetricStatistics"), 1, false)).isFalse();
        assertThat(meter.affords(new ApiCall(OURS, new Region("eu-west-1"), "CloudWatch", "GetMetricStatistics", 1), 1,
                false)).isFalse();
        assertThat(meter.affords(new ApiCall("222222222222", new Region("us-east-1"), "CloudWatch",
                "GetMetricStatistics", 1), 10, false)).isTrue();
    }

    @Test
    void tellsWhatEachAccountHasUsedBeyondTheShareToo() {
        meter.allowance().share(FreeShare.ofPercent("50"));
        used(OURS, "GetMetricStatistics", 600_000);
        used(OURS, "DescribeAlarms", 5);
        used("222222222222", "ListMetrics", 7);

        assertThat(meter.allowance().used()).containsExactly(new Allowance.Use("CloudWatch", 1_000_000,
                FreeShare.ofPercent("50"), 500_000, Map.of(OURS, 600_005L, "222222222222", 7L)),
                new Allowance.Use("SQS", 1_000_000, FreeShare.ofPercent("50"), 500_000, Map.of()));

        clock.forward(Duration.ofDays(21));
        assertThat(meter.allowance().used().getFirst().used()).as("in the next month").isEmpty();
    }

    @Test
    void aNewMonthBeginsAnew() {
        meter.allowance().share(FreeShare.ofRequests("10"));
        used(OURS, "GetMetricStatistics", 10);
        clock.set(Instant.parse("2026-10-01T00:00:00Z"));

        assertThat(meter.affords(call("GetMetricStatistics"), 10, false)).isTrue();
        meter.count(call("GetMetricStatistics"));
        assertThat(meter.spentThisMonth().amount()).isZero();
    }

    @Test
    void whatIsKeptOfTheMonthCountsAfterARestart() {
        var store = new MemoryMeterStore();
        meter.keepIn(store);
        meter.count(call("GetMetricStatistics"));
        meter.count(call("GetMetricStatistics"));
        meter.flush();

        var again = new Meter(PriceList.shipped(), clock);
        again.allowance().share(FreeShare.ofRequests("3"));
        again.keepIn(store);

        assertThat(again.affords(call("GetMetricStatistics"), 1, false)).isTrue();
        assertThat(again.affords(call("GetMetricStatistics"), 2, false)).isFalse();
    }

    @Test
    void whatOtherProcessesHaveCalledCountsToo() {
        meter.keepIn(new MemoryMeterStore());
        meter.allowance().share(FreeShare.ofRequests("3"));

        assertThat(meter.take(List.of(calls(OURS, "ListMetrics", 1)))).isTrue();

        assertThat(meter.affords(call("GetMetricStatistics"), 1, false)).as("three lists by the end of the month")
                .isFalse();
    }

    @Test
    void otherRequestsKeepWhatTheyWillTakeUntilTheMonthEnds() {
        meter.allowance().share(FreeShare.ofRequests("1000"));
        used(OURS, "DescribeAlarms", 100);

        assertThat(meter.affords(call("GetMetricStatistics"), 700, false)).isTrue();
        assertThat(meter.affords(call("GetMetricStatistics"), 701, false)).as("300 alarms in a month").isFalse();
    }

    @Test
    void whatIsSpareIsWhatWouldBeLeftOverInTheEnd() {
        meter.allowance().share(FreeShare.ofRequests("1000"));
        used(OURS, "GetMetricStatistics", 300);

        assertThat(meter.affords(call("GetMetricStatistics"), 700, false)).isTrue();
        assertThat(meter.affords(call("GetMetricStatistics"), 33, true)).as("999 at the end").isTrue();
        assertThat(meter.affords(call("GetMetricStatistics"), 34, true)).isFalse();
    }

    @Test
    void theFirstHourTellsNoMoreThanADayDoes() {
        clock.set(Instant.parse("2026-09-01T01:00:00Z"));
        meter.allowance().share(FreeShare.ofRequests("3000"));

        assertThat(meter.affords(call("GetMetricStatistics"), 100, true)).as("a hundred a day").isTrue();
        assertThat(meter.affords(call("GetMetricStatistics"), 101, true)).isFalse();
    }

    @Test
    void whatIsFreeIsCalledAtTheCapToo() {
        meter.limit(Money.usd("0"));
        meter.allowance().share(FreeShare.ofRequests("1"));

        assertThat(meter.reserve(call("GetMetricStatistics"))).isPresent();
        assertThat(meter.reserve(call("GetMetricStatistics"))).isEmpty();
        assertThat(meter.calls()).isEqualTo(Map.of("CloudWatch:GetMetricStatistics", 1L));
    }

    private void used(String account, String operation, long calls) {
        meter.found(List.of(calls(account, operation, calls)));
    }

    private static MeteredCalls calls(String account, String operation, long calls) {
        return new MeteredCalls(account, LocalDate.parse("2026-09-10"), "CloudWatch:" + operation,
                new Payer.Console(), calls, calls, BigDecimal.ZERO);
    }

    private static ApiCall call(String operation) {
        return new ApiCall(OURS, new Region("us-east-1"), "CloudWatch", operation, 1);
    }
}
