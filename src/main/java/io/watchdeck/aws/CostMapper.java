package io.watchdeck.aws;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.stack.CostFilter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/// Translates what Cost Explorer answers. Pure.
final class CostMapper {

    /// What is billed before discounts are spread: the figure that the bill and the console's own pages show.
    static final String METRIC = "UnblendedCost";

    private CostMapper() {}

    /// @param label the value of the tag or cost category that the bill is grouped by; empty for costs without it and where
    ///              it is not grouped
    private record Row(String label, String service, Money money) {}

    /// @param end exclusive
    private record Period(LocalDate first, LocalDate end, boolean estimated) {}

    /// The costs of some days.
    record Costs(Map<Period, List<Row>> periods) {

        /// @param label what the costs are grouped by
        /// @return empty when no cost carries the label
        Optional<Bill> bill(CostFilter filter, Optional<CostFilter.Label> label, LocalDate asOf) {
            Optional<String> value = label.map(one -> filter.value(one).orElse(""));
            boolean carried = periods.values().stream().flatMap(List::stream).anyMatch(row -> isOf(row, value));
            if (!filter.labels().isEmpty() && !carried) {
                return Optional.empty();
            }
            var days = new ArrayList<BilledDays>();
            periods.forEach((period, rows) -> {
                var byService = new LinkedHashMap<String, Money>();
                rows.stream().filter(row -> isOf(row, value))
                        .filter(row -> filter.services().isEmpty() || filter.services().contains(row.service()))
                        .forEach(row -> byService.merge(row.service(), row.money(), Money::plus));
                days.add(new BilledDays(period.first(), period.end(), byService, period.estimated()));
            });
            return Optional.of(new Bill(asOf, days));
        }

        private static boolean isOf(Row row, Optional<String> value) {
            return value.map(row.label()::equals).orElse(true);
        }
    }

    /// Pages may cut a day in two.
    ///
    /// @throws CallFailed when the answer is not a bill in one currency
    static Costs costs(List<GetCostAndUsageResponse> pages) {
        var periods = new LinkedHashMap<Period, List<Row>>();
        pages.stream().flatMap(page -> page.resultsByTime().stream())
                .forEach(time -> periods.computeIfAbsent(period(time), _ -> new ArrayList<>())
                        .addAll(time.groups().stream().map(CostMapper::row).toList()));
        List<Currency> currencies = periods.values().stream().flatMap(List::stream).map(row -> row.money().currency())
                .distinct().toList();
        if (currencies.size() > 1) {
            throw odd("costs in several currencies: " + currencies);
        }
        return new Costs(periods);
    }

    private static Period period(ResultByTime time) {
        try {
            LocalDate first = LocalDate.parse(time.timePeriod().start());
            LocalDate end = LocalDate.parse(time.timePeriod().end());
            if (first.isBefore(end)) {
                return new Period(first, end, Boolean.TRUE.equals(time.estimated()));
            }
        } catch (DateTimeParseException | NullPointerException _) {
            // told below, together with days that end before they begin
        }
        throw odd("costs without days: " + time.timePeriod());
    }

    private static Row row(Group group) {
        List<String> keys = group.keys();
        if (keys.isEmpty()) {
            throw odd("costs without a service");
        }
        // The key stands before its value: "Project$shop", and "Project$" where it is missing.
        String label = keys.size() > 1 ? keys.getFirst().substring(keys.getFirst().indexOf('$') + 1) : "";
        return new Row(label, keys.getLast(), money(group.metrics()));
    }

    private static Money money(Map<String, MetricValue> metrics) {
        MetricValue value = metrics.get(METRIC);
        if (value == null || value.amount() == null || value.unit() == null) {
            throw odd("costs without " + METRIC);
        }
        try {
            return new Money(new BigDecimal(value.amount()), Currency.getInstance(value.unit()));
        } catch (IllegalArgumentException e) {
            throw odd("'" + value.amount() + " " + value.unit() + "' is not money");
        }
    }

    private static CallFailed odd(String detail) {
        return new CallFailed(Failure.unexpected(detail).withAction(AwsApi.GET_COST_AND_USAGE.iamAction()));
    }
}
