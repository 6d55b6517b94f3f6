package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cost Explorer behind [LoopbackAws]: groups what was billed as it is asked to, [#PAGE] groups a page.
final class FakeCostExplorer {

    static final int PAGE = 20;

    /// Stands before the name of a cost category among the tags.
    static final String CATEGORY = "cost category ";

    private record Billed(Map<String, String> tags, String service, String amount, String unit) {}

    private final List<Billed> all = new ArrayList<>();

    FakeCostExplorer(LoopbackAws aws) {
        aws.serve("GetCostAndUsage", this::costs);
    }

    FakeCostExplorer billed(Map<String, String> tags, String service, String amount) {
        return billed(tags, service, amount, "USD");
    }

    FakeCostExplorer billed(Map<String, String> tags, String service, String amount, String unit) {
        all.add(new Billed(tags, service, amount, unit));
        return this;
    }

    /// Every day the same, so that the days of the last month that is asked add up to what was billed.
    private Answer costs(Request request) {
        JsonNode asked = Wire.parse(request.body());
        LocalDate first = LocalDate.parse(asked.path("TimePeriod").path("Start").asText());
        LocalDate end = LocalDate.parse(asked.path("TimePeriod").path("End").asText());
        int from = asked.path("NextPageToken").asInt(0);
        List<List<Billed>> groups = groups(asked);
        int to = Math.min(groups.size(), from + PAGE);
        int days = end.minusDays(1).getDayOfMonth();
        List<Object> times = first.datesUntil(end).<Object>map(day -> object("TimePeriod",
                object("Start", day.toString(), "End", day.plusDays(1).toString()), "Total", Map.of(), "Groups",
                groups.subList(from, to).stream().map(group -> group(group, asked, days, day)).toList(), "Estimated",
                true)).toList();
        return LoopbackAws.json(Wire.json(object("ResultsByTime", times,
                "NextPageToken", to < groups.size() ? Integer.toString(to) : null)));
    }

    private List<List<Billed>> groups(JsonNode asked) {
        Map<List<String>, List<Billed>> found = new LinkedHashMap<>();
        all.stream().filter(billed -> matches(billed, asked.path("Filter")))
                .forEach(billed -> found.computeIfAbsent(keys(billed, asked.path("GroupBy")),
                        _ -> new ArrayList<>()).add(billed));
        return List.copyOf(found.values());
    }

    private static Map<String, Object> group(List<Billed> group, JsonNode asked, int days, LocalDate day) {
        BigDecimal sum = group.stream().map(one -> new BigDecimal(one.amount())).reduce(BigDecimal::add).orElseThrow();
        BigDecimal each = sum.divide(BigDecimal.valueOf(days), 4, RoundingMode.DOWN);
        // What is left over from the division stands on the first of the month.
        BigDecimal amount = day.getDayOfMonth() == 1
                ? sum.subtract(each.multiply(BigDecimal.valueOf(days - 1L))) : each;
        return object("Keys", keys(group.getFirst(), asked.path("GroupBy")), "Metrics", object("UnblendedCost",
                object("Amount", amount.toPlainString(), "Unit", group.getFirst().unit())));
    }

    private static List<String> keys(Billed billed, JsonNode groupBy) {
        var keys = new ArrayList<String>();
        groupBy.forEach(group -> keys.add(switch (group.path("Type").asText()) {
            case "TAG" -> group.path("Key").asText() + "$" + billed.tags().getOrDefault(group.path("Key").asText(), "");
            case "COST_CATEGORY" -> group.path("Key").asText() + "$"
                    + billed.tags().getOrDefault(CATEGORY + group.path("Key").asText(), "");
            default -> group.path("Key").asText().equals("USAGE_TYPE") ? billed.service() + ":Usage"
                    : billed.service();
        }));
        return keys;
    }

    private static boolean matches(Billed billed, JsonNode filter) {
        for (JsonNode each : filter.has("And") ? filter.path("And") : List.of(filter)) {
            JsonNode services = each.path("Dimensions");
            if (services.has("Values") && !Wire.texts(services.path("Values")).contains(billed.service())) {
                return false;
            }
            if (!carries(billed, each.path("Tags"), "") || !carries(billed, each.path("CostCategories"), CATEGORY)) {
                return false;
            }
        }
        return true;
    }

    private static boolean carries(Billed billed, JsonNode label, String prefix) {
        return !label.has("Key") || Wire.texts(label.path("Values"))
                .contains(billed.tags().getOrDefault(prefix + label.path("Key").asText(), ""));
    }
}
