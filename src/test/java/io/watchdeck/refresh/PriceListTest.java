package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Region;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {

    @ParameterizedTest
    @CsvSource({
            "CloudWatch,    GetMetricData,       1000, 0.01",
            "CloudWatch,    GetMetricData,       1,    0.00001",
            "CloudWatch,    GetMetricStatistics, 1000, 0.01",
            "CloudWatch,    DescribeAlarms,      1000, 0.01",
            "CloudWatch,    DescribeAlarmHistory, 1000, 0.01",
            "Cost Explorer, GetCostAndUsage,     1,    0.01",
            "Cost Explorer, GetCostForecast,     1,    0.01",
            "SQS,           GetQueueAttributes,  1000000, 0.4",
            "SQS,           ReceiveMessage,      1,    0.0000004",
            "ECS,           DescribeServices,    1,    0"})
    void pricesAreThoseOfAws(String service, String operation, int units, BigDecimal price) {
        assertThat(PriceList.shipped().price(call(service, operation, units))).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({
            "CloudWatch,    GetMetricStatistics,  1000000",
            "CloudWatch,    ListMetrics,          1000000",
            "CloudWatch,    DescribeAlarms,       1000000",
            "CloudWatch,    DescribeAlarmHistory, 1000000",
            "CloudWatch,    GetMetricData,        0",
            "Cost Explorer, GetCostAndUsage,      0",
            "SQS,           GetQueueAttributes,   1000000",
            "SQS,           ReceiveMessage,       1000000",
            "ECS,           DescribeServices,     0"})
    void aMillionRequestsOfCloudWatchAndOfSqsAreFreeButThoseThatAreListedApart(String service, String operation,
            long free) {
        assertThat(PriceList.shipped().free(service, operation)).isEqualTo(free);
    }

    @Test
    void thePriceOfAnOperationGoesBeforeThatOfItsService() {
        var prices = new PriceList(Map.of("Logs.*", BigDecimal.ONE, "Logs.FilterLogEvents", BigDecimal.ZERO));

        assertThat(prices.price(call("Logs", "FilterLogEvents", 3))).isZero();
        assertThat(prices.price(call("Logs", "GetLogEvents", 3))).isEqualByComparingTo("3");
    }

    @Test
    void everyPriceNamesItsSourceAndWhenItWasRead() {
        assertThat(PriceList.shipped().listed()).isNotEmpty().allSatisfy(price -> {
            assertThat(price.source()).startsWith("aws.amazon.com/");
            assertThat(price.read()).matches("20\\d\\d-\\d\\d");
        }).extracting(PriceList.Listed::call).contains("CloudWatch GetMetricData", "Cost Explorer *", "SQS *");
    }

    private static ApiCall call(String service, String operation, int units) {
        return new ApiCall("111111111111", new Region("us-east-1"), service, operation, units);
    }
}
