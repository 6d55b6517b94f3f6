package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.xml;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// CloudWatch alarms behind [LoopbackAws]: at most 100 a page, composite ones only when asked for by type.
final class FakeAlarms {

    private static final String ARN = "arn:aws:cloudwatch:ap-northeast-2:123456789012:alarm:";

    private record Alarm(boolean composite, String xml) {}

    private record Turn(Instant at, boolean composite, String xml) {}

    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    FakeAlarms(LoopbackAws aws) {
        aws.serve("DescribeAlarms", this::describe);
        aws.serve("DescribeAlarmHistory", this::history);
    }

    FakeAlarms turn(String name, boolean composite, Instant at, String before, String state, String reason) {
        return turn(name, composite, at, Wire.json(Wire.object("version", "1.0", "oldState",
                Wire.object("stateValue", before, "stateReason", "Unchecked"), "newState",
                Wire.object("stateValue", state, "stateReason", reason))));
    }

    /// @param data of the change, JSON at AWS
    FakeAlarms turn(String name, boolean composite, Instant at, String data) {
        turns.add(new Turn(at, composite, xml("AlarmName", name, "AlarmType",
                composite ? "CompositeAlarm" : "MetricAlarm", "Timestamp", at.toString(), "HistoryItemType",
                "StateUpdate", "HistorySummary", "Alarm updated", "HistoryData", data)));
        return this;
    }

    FakeAlarms metric(String name, String state, String reason) {
        alarms.add(new Alarm(false, common(name, state, reason)
                + xml("Namespace", "AWS/ECS", "MetricName", "CPUUtilization", "Threshold", "70.0",
                        "ComparisonOperator", "GreaterThanThreshold", "Statistic", "Average", "Period", "300")
                + Wire.dimensions(Map.of("ClusterName", "contract-cluster", "ServiceName", "service-0001"))));
        return this;
    }

    /// A metric alarm in `ALARM` with what CloudWatch keeps beside its sentence.
    ///
    /// @param data JSON at AWS
    FakeAlarms told(String name, String reason, String data) {
        metric(name, "ALARM", reason);
        Alarm last = alarms.removeLast();
        alarms.add(new Alarm(false, last.xml() + xml("StateReasonData", data)));
        return this;
    }

    /// An alarm over the hits and misses of a node.
    FakeAlarms hitRate(String name, String node) {
        alarms.add(new Alarm(false, common(name, "OK", "") + xml("Threshold", "80.0", "ComparisonOperator",
                "LessThanThreshold")
                + Wire.xmlList("Metrics", List.of(query("h", "CacheHits", node), query("m", "CacheMisses", node),
                        xml("Id", "sum", "Expression", "h+m", "ReturnData", "false"),
                        xml("Id", "rate", "Expression", "100*h/sum", "ReturnData", "true")))));
        return this;
    }

    private static String query(String id, String metric, String node) {
        return xml("Id", id, "ReturnData", "false") + "<MetricStat><Metric>"
                + xml("Namespace", "AWS/ElastiCache", "MetricName", metric)
                + Wire.dimensions(Map.of("CacheClusterId", node)) + "</Metric>" + xml("Period", "300", "Stat", "Sum")
                + "</MetricStat>";
    }

    FakeAlarms math(String name) {
        alarms.add(new Alarm(false, common(name, "OK", "") + xml("Threshold", "80.0",
                "ComparisonOperator", "LessThanThreshold")
                + Wire.xmlList("Metrics", List.of(xml("Id", "rate", "Expression", "100*h/(h+m)")))));
        return this;
    }

    FakeAlarms composite(String name, String rule) {
        alarms.add(new Alarm(true, common(name, "OK", "") + xml("AlarmRule", rule)));
        return this;
    }

    private static String common(String name, String state, String reason) {
        return xml("AlarmName", name, "AlarmArn", ARN + name, "StateValue", state, "StateReason", reason,
                "StateUpdatedTimestamp", "2026-09-22T03:50:00Z", "StateTransitionedTimestamp", "2026-09-22T03:40:00Z")
                + Wire.xmlList("AlarmActions", List.of("arn:aws:sns:ap-northeast-2:123456789012:urgent"));
    }

    /// Newest first unless asked otherwise, both ends of the range included, other items than changes of state where nobody
    /// says which.
    private Answer history(Request request) {
        Map<String, String> form = Wire.form(request.body());
        int size = Integer.parseInt(form.getOrDefault("MaxRecords", "100"));
        if (size > 100 || !"StateUpdate".equals(form.get("HistoryItemType"))) {
            return LoopbackAws.xmlError(400, "ValidationError", "at most 100, and no other items are simulated");
        }
        Instant from = Instant.parse(form.get("StartDate"));
        Instant to = Instant.parse(form.get("EndDate"));
        List<Turn> found = turns.stream()
                .filter(turn -> form.containsValue(turn.composite() ? "CompositeAlarm" : "MetricAlarm"))
                .filter(turn -> !turn.at().isBefore(from) && !turn.at().isAfter(to)).toList();
        var page = Wire.Page.of("TimestampAscending".equals(form.get("ScanBy")) ? found : found.reversed(),
                form.getOrDefault("NextToken", ""), size);
        return LoopbackAws.xml("DescribeAlarmHistory",
                Wire.xmlList("AlarmHistoryItems", page.items().stream().map(Turn::xml).toList())
                        + (page.next().isEmpty() ? "" : xml("NextToken", page.next())));
    }

    private Answer describe(Request request) {
        Map<String, String> form = Wire.form(request.body());
        boolean composite = form.containsValue("CompositeAlarm");
        int size = Integer.parseInt(form.getOrDefault("MaxRecords", "50"));
        if (size > 100) {
            return LoopbackAws.xmlError(400, "ValidationError", "at most 100");
        }
        var page = Wire.Page.of(alarms.stream().filter(alarm -> composite || !alarm.composite()).toList(),
                form.getOrDefault("NextToken", ""), size);
        return LoopbackAws.xml("DescribeAlarms",
                Wire.xmlList("MetricAlarms", page.items().stream().filter(alarm -> !alarm.composite())
                        .map(Alarm::xml).toList())
                        + Wire.xmlList("CompositeAlarms", page.items().stream().filter(Alarm::composite)
                                .map(Alarm::xml).toList())
                        + (page.next().isEmpty() ? "" : xml("NextToken", page.next())));
    }
}
