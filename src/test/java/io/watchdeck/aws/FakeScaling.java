package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Application Auto Scaling behind [LoopbackAws], with its pages: 50 targets, 10 policies.
final class FakeScaling {

    private final List<Map<String, Object>> targets = new ArrayList<>();
    private final List<Map<String, Object>> policies = new ArrayList<>();
    private final List<Map<String, Object>> activities = new ArrayList<>();

    FakeScaling(LoopbackAws aws) {
        aws.serve("DescribeScalableTargets", this::targets).serve("DescribeScalingPolicies", this::policies)
                .serve("DescribeScalingActivities", this::activities)
                .serve("RegisterScalableTarget", this::register);
    }

    /// @param more further members, name and value in turns
    FakeScaling target(String cluster, String service, Object... more) {
        var target = object("ServiceNamespace", "ecs", "ResourceId", "service/" + cluster + "/" + service,
                "ScalableDimension", "ecs:service:DesiredCount", "MinCapacity", 2, "MaxCapacity", 10, "CreationTime",
                1758500000.123);
        target.putAll(object(more));
        targets.add(target);
        return this;
    }

    FakeScaling cpuPolicy(String cluster, String service, double percent) {
        return policy(cluster, service, "PolicyType", "TargetTrackingScaling",
                "TargetTrackingScalingPolicyConfiguration", object("TargetValue", percent,
                        "PredefinedMetricSpecification", object("PredefinedMetricType",
                                "ECSServiceAverageCPUUtilization")));
    }

    FakeScaling policy(String cluster, String service, Object... more) {
        var policy = object("PolicyARN", "arn:aws:autoscaling:x", "PolicyName", "policy-" + policies.size(),
                "ServiceNamespace", "ecs", "ResourceId", "service/" + cluster + "/" + service, "ScalableDimension",
                "ecs:service:DesiredCount", "CreationTime", 1758500000.5);
        policy.putAll(object(more));
        policies.add(policy);
        return this;
    }

    FakeScaling activity(String cluster, String service, Object... more) {
        var activity = object("ActivityId", "activity-" + activities.size(), "ServiceNamespace", "ecs", "ResourceId",
                "service/" + cluster + "/" + service, "ScalableDimension", "ecs:service:DesiredCount");
        activity.putAll(object(more));
        activities.add(activity);
        return this;
    }

    private Answer targets(Request request) {
        List<String> wanted = Wire.texts(Wire.parse(request.body()).path("ResourceIds"));
        return wanted.size() > 50 ? LoopbackAws.jsonError(400, "ValidationException", "too many resource ids")
                : page(request, "ScalableTargets", targets.stream()
                        .filter(target -> wanted.contains(target.get("ResourceId"))).toList(), 50);
    }

    /// As AWS does, makes a target where there is none, and keeps what is not sent.
    private Answer register(Request request) {
        JsonNode asked = Wire.parse(request.body());
        if (asked.path("MinCapacity").asInt() > asked.path("MaxCapacity").asInt()) {
            return LoopbackAws.jsonError(400, "ValidationException",
                    "Maximum capacity cannot be less than minimum capacity");
        }
        String resource = asked.path("ResourceId").asText();
        Map<String, Object> target = targets.stream().filter(one -> resource.equals(one.get("ResourceId")))
                .findFirst().orElseGet(() -> {
                    String[] parts = resource.split("/");
                    target(parts[1], parts[2]);
                    return targets.getLast();
                });
        target.put("MinCapacity", asked.path("MinCapacity").asInt());
        target.put("MaxCapacity", asked.path("MaxCapacity").asInt());
        return LoopbackAws.json(Wire.json(object("ScalableTargetARN",
                "arn:aws:application-autoscaling:ap-northeast-2:123456789012:scalable-target/0ec5")));
    }

    private Answer policies(Request request) {
        return page(request, "ScalingPolicies", ofResource(request, policies), 10);
    }

    /// Newest first, as AWS lists them; those that changed nothing only when asked for.
    private Answer activities(Request request) {
        boolean all = Wire.parse(request.body()).path("IncludeNotScaledActivities").asBoolean();
        return page(request, "ScalingActivities", ofResource(request, activities.reversed()).stream()
                .filter(activity -> all || !activity.containsKey("NotScaledReasons")).toList(), 50);
    }

    private static List<Map<String, Object>> ofResource(Request request, List<Map<String, Object>> all) {
        JsonNode resource = Wire.parse(request.body()).path("ResourceId");
        return all.stream().filter(one -> resource.isMissingNode() || resource.asText().equals(one.get("ResourceId")))
                .toList();
    }

    private static Answer page(Request request, String name, List<Map<String, Object>> all, int most) {
        JsonNode asked = Wire.parse(request.body());
        int size = asked.path("MaxResults").asInt(most);
        if (size > most || !asked.path("ServiceNamespace").asText().equals("ecs")) {
            return LoopbackAws.jsonError(400, "ValidationException", "MaxResults or ServiceNamespace");
        }
        int from = asked.path("NextToken").asInt();
        int to = Math.min(all.size(), from + size);
        return LoopbackAws.json(Wire.json(object(name, all.subList(from, to), "NextToken",
                to < all.size() ? Integer.toString(to) : null)));
    }
}
