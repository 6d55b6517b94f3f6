package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.xml;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Elastic Load Balancing behind [LoopbackAws]: one name that does not exist fails the description of all groups, as it
/// does in AWS.
final class FakeElb {

    private static final String ARN = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/";

    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, String> delays = new LinkedHashMap<>();
    private int generation = 1;

    FakeElb(LoopbackAws aws) {
        aws.serve("DescribeTargetGroups", this::describeGroups).serve("DescribeTargetHealth", this::describeHealth)
                .serve("DescribeTargetGroupAttributes", this::describeAttributes);
    }

    FakeElb group(String name) {
        groups.put(name, new ArrayList<>());
        return this;
    }

    /// @param seconds as the wire has it: text
    FakeElb delay(String group, String seconds) {
        delays.put(group, seconds);
        return this;
    }

    FakeElb without(String name) {
        groups.remove(name);
        return this;
    }

    /// The next group that is made under an old name has another ARN.
    FakeElb nextGeneration() {
        generation++;
        return this;
    }

    FakeElb healthy(String group, String id) {
        return target(group, id, xml("State", "healthy"));
    }

    FakeElb target(String group, String id, String state, String reason, String description) {
        return target(group, id, xml("State", state, "Reason", reason, "Description", description));
    }

    private FakeElb target(String group, String id, String health) {
        groups.get(group).add(xml("Target", xml("Id", id, "Port", "3000", "AvailabilityZone", "ap-northeast-2a"),
                "HealthCheckPort", "3000", "TargetHealth", health));
        return this;
    }

    private Answer describeGroups(Request request) {
        List<String> names = Wire.members(Wire.form(request.body()), "Names").stream().map(one -> one.get("")).toList();
        if (!groups.keySet().containsAll(names)) {
            return LoopbackAws.xmlError(400, "TargetGroupNotFound", "One or more target groups not found");
        }
        return LoopbackAws.xml("DescribeTargetGroups", Wire.xmlList("TargetGroups", names.stream()
                .map(name -> xml("TargetGroupArn", arn(name), "TargetGroupName", name, "TargetType", "ip")).toList()));
    }

    private Answer describeHealth(Request request) {
        String arn = request.parameter("TargetGroupArn");
        return groups.keySet().stream().filter(name -> arn(name).equals(arn)).findFirst()
                .map(name -> LoopbackAws.xml("DescribeTargetHealth",
                        Wire.xmlList("TargetHealthDescriptions", groups.get(name))))
                .orElseGet(() -> LoopbackAws.xmlError(400, "TargetGroupNotFound",
                        "One or more target groups not found"));
    }

    private Answer describeAttributes(Request request) {
        String arn = request.parameter("TargetGroupArn");
        return groups.keySet().stream().filter(name -> arn(name).equals(arn)).findFirst()
                .map(name -> LoopbackAws.xml("DescribeTargetGroupAttributes", Wire.xmlList("Attributes", List.of(
                        xml("Key", "stickiness.enabled", "Value", "false"),
                        xml("Key", "deregistration_delay.timeout_seconds", "Value",
                                delays.getOrDefault(name, "300"))))))
                .orElseGet(() -> LoopbackAws.xmlError(400, "TargetGroupNotFound",
                        "One or more target groups not found"));
    }

    private String arn(String name) {
        return ARN + name + "/" + generation;
    }
}
