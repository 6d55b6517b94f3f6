package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.logs.LogGroup;
import io.watchdeck.sandbox.logbook.FilterPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// CloudWatch Logs behind [LoopbackAws]: lines in the order of their time, both ends of the time included, at most
/// 10,000 a page, and the patterns of the sandbox.
final class FakeLogs {

    private final Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    private final Map<String, LogGroup> held = new TreeMap<>();
    private int pageSize = 10_000;
    private boolean scansInVain;

    FakeLogs(LoopbackAws aws) {
        aws.serve("FilterLogEvents", this::filter).serve("DescribeLogGroups", this::describe);
    }

    FakeLogs group(String name) {
        groups.computeIfAbsent(name, _ -> new ArrayList<>());
        return this;
    }

    FakeLogs holding(LogGroup what) {
        group(what.name());
        held.put(what.name(), what);
        return this;
    }

    FakeLogs line(String group, Instant at, String stream, String message) {
        group(group);
        List<Map<String, Object>> lines = groups.get(group);
        lines.add(object("logStreamName", stream, "timestamp", at.toEpochMilli(), "message", message, "ingestionTime",
                at.toEpochMilli() + 2000, "eventId", Integer.toString(lines.size())));
        return this;
    }

    /// As when lines are so long that fewer fit into the megabyte of an answer.
    FakeLogs linesAPage(int most) {
        pageSize = most;
        return this;
    }

    /// Pages hold the lines that match among those that were scanned, which may be none.
    FakeLogs scanning() {
        scansInVain = true;
        return this;
    }

    /// At most 50 names; what they are not is left out, and so is a retention of those that never expire.
    private Answer describe(Request request) {
        JsonNode names = Wire.parse(request.body()).path("logGroupIdentifiers");
        if (names.isEmpty() || names.size() > 50) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "logGroupIdentifiers");
        }
        var asked = new ArrayList<String>();
        names.forEach(name -> asked.add(name.asText()));
        return LoopbackAws.json(Wire.json(object("logGroups", held.values().stream()
                .filter(group -> asked.contains(group.name()))
                .map(group -> object("logGroupName", group.name(), "storedBytes", group.storedBytes(),
                        "retentionInDays",
                        group.retentionDays().isPresent() ? group.retentionDays().getAsInt() : null))
                .toList())));
    }

    private Answer filter(Request request) {
        JsonNode asked = Wire.parse(request.body());
        List<Map<String, Object>> lines = groups.get(asked.path("logGroupName").asText());
        if (lines == null) {
            return LoopbackAws.jsonError(400, "ResourceNotFoundException", "The specified log group does not exist.");
        }
        int limit = asked.path("limit").asInt(10_000);
        if (limit < 1 || limit > 10_000 || asked.path("endTime").asLong() < asked.path("startTime").asLong()) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "limit or time");
        }
        String pattern = asked.path("filterPattern").asText("");
        FilterPattern filter;
        try {
            filter = new FilterPattern(pattern);
        } catch (IllegalArgumentException invalid) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "Invalid filter pattern");
        }
        List<Map<String, Object>> found = lines.stream()
                .filter(line -> (long) line.get("timestamp") >= asked.path("startTime").asLong()
                        && (long) line.get("timestamp") <= asked.path("endTime").asLong())
                .filter(line -> line.get("logStreamName").toString()
                        .startsWith(asked.path("logStreamNamePrefix").asText("")))
                .filter(line -> scansInVain || filter.matches(line.get("message").toString()))
                .sorted(Comparator.comparing(line -> (long) line.get("timestamp"))).toList();
        int from = asked.path("nextToken").asInt();
        int to = Math.min(found.size(), from + (scansInVain ? pageSize : Math.min(limit, pageSize)));
        return LoopbackAws.json(Wire.json(object("events", found.subList(from, to).stream()
                .filter(line -> filter.matches(line.get("message").toString())).toList(), "searchedLogStreams",
                List.of(), "nextToken", to < found.size() ? Integer.toString(to) : null)));
    }
}
