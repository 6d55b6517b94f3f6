package io.watchdeck.aws;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.RunRate;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.stack.CostFilter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;

/// Translates what Cost Explorer answers. Pure.
final class CostMapper {

    /// What is billed before discounts are spread: the figure that the bill and the console's own pages show.
    static final String METRIC = "UnblendedCost";

    private CostMapper() {}

    /// @param tag the value of the tag that the bill is grouped by; empty for costs without it and where it is not
    ///            grouped
    private record Row(String tag, String service, Money money) {}

    /// The costs of a month so far.
    record Bill(List<Row> rows) {
        Bill {
            rows = List.copyOf(rows);
        }

        /// @param tagKey the tag that the bill is grouped by
        /// @return empty when no cost carries the tag
        Optional<CostReport> report(CostFilter filter, Optional<String> tagKey, LocalDate asOf) {
            Optional<String> value = tagKey.map(key -> filter.tags().getOrDefault(key, ""));
            List<Row> tagged = rows.stream().filter(row -> value.map(row.tag()::equals).orElse(true)).toList();
            if (!filter.tags().isEmpty() && tagged.isEmpty()) {
                return Optional.empty();
            }
            var byService = new LinkedHashMap<String, Money>();
            tagged.stream().filter(row -> filter.services().isEmpty() || filter.services().contains(row.service()))
                    .forEach(row -> byService.merge(row.service(), row.money(), Money::plus));
            Money sum = byService.values().stream().reduce(Money::plus)
                    .orElseGet(() -> Money.zero(currency(rows)));
            return Optional.of(new CostReport(asOf, sum, RunRate.forecast(sum, asOf), byService));
        }

        private static Currency currency(List<Row> rows) {
            return rows.stream().findFirst().map(row -> row.money().currency())
                    .orElseGet(() -> Currency.getInstance("USD"));
        }
    }

    /// @throws CallFailed when the answer is not a bill in one currency
    static Bill bill(List<GetCostAndUsageResponse> pages) {
        var rows = new ArrayList<Row>();
        pages.stream().flatMap(page -> page.resultsByTime().stream()).flatMap(time -> time.groups().stream())
                .map(CostMapper::row).forEach(rows::add);
        List<Currency> currencies = rows.stream().map(row -> row.money().currency()).distinct().toList();
        if (currencies.size() > 1) {
            throw odd("costs in several currencies: " + currencies);
        }
        return new Bill(rows);
    }

    private static Row row(Group group) {
        List<String> keys = group.keys();
        if (keys.isEmpty()) {
            throw odd("costs without a service");
        }
        // A tag's key stands before its value: "Project$shop", and "Project$" where it is missing.
        String tag = keys.size() > 1 ? keys.getFirst().substring(keys.getFirst().indexOf('$') + 1) : "";
        return new Row(tag, keys.getLast(), money(group.metrics()));
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
