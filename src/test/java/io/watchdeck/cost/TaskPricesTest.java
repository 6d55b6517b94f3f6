package io.watchdeck.cost;

import static io.watchdeck.model.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskPricesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 14);
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 21);

    @ParameterizedTest
    @CsvSource({"tiketi-prod, tiketi-backend-service, 50.00", "glimpse-prod, glimpse-api, 11.50",
            "codemate-dev, codemate-frontend-service, 25.11", "codemate-dev, codemate-backend-service, 50.22",
            "codemate-prod, codemate-frontend-service, 25.11", "codemate-prod, codemate-backend-service, 50.22"})
    void aTaskCostsItsPartOfTheLine(String stack, String service, String month) {
        assertThat(ofPlan(stack, service)).isInstanceOfSatisfying(UnitPrice.Known.class,
                price -> assertThat(price.month().from().rounded(2)).isEqualTo(usd(month)));
    }

    @Test
    void theArithmeticIsTold() {
        assertThat(ofPlan("tiketi-prod", "tiketi-backend-service")).isInstanceOfSatisfying(UnitPrice.Known.class,
                price -> assertThat(price.arithmetic()).isEqualTo(Phrase.of("unitPrice.plan",
                        Phrase.of("unitPrice.amount", usd("100")), "ECS Fargate (2 tasks)", 2)));
        assertThat(ofPlan("glimpse-prod", "glimpse-api")).isInstanceOfSatisfying(UnitPrice.Known.class,
                price -> assertThat(price.arithmetic().key()).isEqualTo("unitPrice.planSpot"));
    }

    @Test
    void oneLineForSixServicesIsThePriceOfNone() {
        assertThat(ofPlan("bowwow-prod", "bowwow-gateway"))
                .isEqualTo(new UnitPrice.NotKnown(Phrase.of("unitPrice.sharedLine", 1, 6)));
        assertThat(ofPlan("sesami-prod", "sesami-backend")).isInstanceOf(UnitPrice.NotKnown.class);
    }

    @Test
    void theBillOfSevenDaysIsDividedByTheTaskHours() {
        // 7 days x 24 hours x 2 tasks = 336 task hours; 3.36 a day is 0.07 a task hour.
        assertThat(ofBill(report("3.36"), hours(FIRST, 7, 2))).isInstanceOfSatisfying(UnitPrice.Known.class, price -> {
            assertThat(price.month().from().amount()).isEqualByComparingTo("51.1");
            assertThat(price.arithmetic().arguments()).containsExactly(usd("23.52"), 7, 336L, FIRST,
                    AS_OF.minusDays(1));
        });
    }

    @Test
    void someHoursMayBeMissingButNotADay() {
        assertThat(ofBill(report("3.36"), hours(FIRST, 6, 2)))
                .isEqualTo(new UnitPrice.NotKnown(Phrase.of("unitPrice.fewHours", "tiketi-backend-service",
                        FIRST.plusDays(6))));
        List<Sample> all = new ArrayList<>(hours(FIRST, 7, 2).samples());
        all.remove(5);
        assertThat(ofBill(report("3.36"), Series.of(all))).isInstanceOfSatisfying(UnitPrice.Known.class,
                price -> assertThat(price.month().from().amount()).isEqualByComparingTo("51.1"));
    }

    @Test
    void withoutABillOrATaskThereIsNoPrice() {
        StackFile stack = new ShippedStacks(StackFiles.reader()).get("tiketi-prod");
        assertThat(new TaskPrices(stack).ofBill(service(stack, "tiketi-backend-service"), Optional.empty(), Map.of()))
                .isEqualTo(new UnitPrice.NotKnown(Phrase.of("unitPrice.noBill")));
        assertThat(ofBill(report("3.36"), hours(FIRST, 7, 0)))
                .isEqualTo(new UnitPrice.NotKnown(Phrase.of("unitPrice.noHours")));
    }

    private static UnitPrice ofPlan(String stack, String service) {
        StackFile file = new ShippedStacks(StackFiles.reader()).get(stack);
        return new TaskPrices(file).ofPlan(service(file, service));
    }

    private static UnitPrice ofBill(CostReport bill, Series running) {
        StackFile stack = new ShippedStacks(StackFiles.reader()).get("tiketi-prod");
        return new TaskPrices(stack).ofBill(service(stack, "tiketi-backend-service"), Optional.of(bill),
                Map.of("tiketi-backend-service", running));
    }

    private static ServiceSpec service(StackFile stack, String name) {
        return stack.components().services().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    static CostReport report(String daily) {
        var days = new ArrayList<BilledDays>();
        for (LocalDate day = FIRST.minusDays(14); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            days.add(new BilledDays(day, day.plusDays(1),
                    Map.of(TaskPrices.COMPUTE, usd(daily), Adviser.DATABASES, usd(daily)), true));
        }
        return new Bill(AS_OF, days).report();
    }

    static Series hours(LocalDate first, int days, double value) {
        var samples = new ArrayList<Sample>();
        for (int hour = 0; hour < 24 * days; hour++) {
            samples.add(new Sample(first.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(3600L * hour), value));
        }
        return Series.of(samples);
    }
}
