package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cost Explorer behind [LoopbackAws]: groups what was billed as it is asked to, [#PAGE] groups a page.
final class FakeCostExplorer {

    static final int PAGE = 20;

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

    private Answer costs(Request request) {
        JsonNode asked = Wire.parse(request.body());
        List<Object> groups = groups(asked);
        int from = asked.path("NextPageToken").asInt(0);
        int to = Math.min(groups.size(), from + PAGE);
        return LoopbackAws.json(Wire.json(object("ResultsByTime", List.of(object("TimePeriod",
                object("Start", asked.path("TimePeriod").path("Start").asText(), "End",
                        asked.path("TimePeriod").path("End").asText()),
                "Total", Map.of(), "Groups", groups.subList(from, to), "Estimated", true)),
                "NextPageToken", to < groups.size() ? Integer.toString(to) : null)));
    }

    private List<Object> groups(JsonNode asked) {
        Map<List<String>, List<Billed>> found = new LinkedHashMap<>();
        all.stream().filter(billed -> matches(billed, asked.path("Filter")))
                .forEach(billed -> found.computeIfAbsent(keys(billed, asked.path("GroupBy")),
                        _ -> new ArrayList<>()).add(billed));
        var groups = new ArrayList<>();
        found.forEach((keys, billed) -> groups.add(object("Keys", keys, "Metrics", object("UnblendedCost",
                object("Amount", Double.toString(billed.stream().mapToDouble(one -> Double.parseDouble(one.amount()))
                        .sum()), "Unit", billed.getFirst().unit())))));
        return groups;
    }

    private static List<String> keys(Billed billed, JsonNode groupBy) {
        var keys = new ArrayList<String>();
        groupBy.forEach(group -> keys.add(group.path("Type").asText().equals("TAG")
                ? group.path("Key").asText() + "$" + billed.tags().getOrDefault(group.path("Key").asText(), "")
                : billed.service()));
        return keys;
    }

    private static boolean matches(Billed billed, JsonNode filter) {
        for (JsonNode each : filter.path("And")) {
            JsonNode tag = each.path("Tags");
            if (!Wire.texts(tag.path("Values")).contains(billed.tags().getOrDefault(tag.path("Key").asText(), ""))) {
                return false;
            }
        }
        return true;
    }
}
