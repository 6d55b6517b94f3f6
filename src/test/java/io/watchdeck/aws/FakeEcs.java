package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An ECS cluster behind [LoopbackAws] that keeps the limits of the real API: 10 services and 100 tasks a call, 100
/// tasks a page.
final class FakeEcs {

    static final String ARN = "arn:aws:ecs:ap-northeast-2:123456789012:";

    private final String cluster;
    private final List<FakeEcs> all;
    private final Map<String, Map<String, Object>> services = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> tasks = new LinkedHashMap<>();

    FakeEcs(LoopbackAws aws, String cluster) {
        this(cluster, new ArrayList<>());
        aws.serve("DescribeServices", request -> asked(request).describeServices(request))
                .serve("ListTasks", request -> asked(request).listTasks(request))
                .serve("DescribeTasks", request -> asked(request).describeTasks(request));
    }

    private FakeEcs(String cluster, List<FakeEcs> all) {
        this.cluster = cluster;
        this.all = all;
        all.add(this);
    }

    /// Another cluster of the same account.
    FakeEcs beside(String other) {
        return new FakeEcs(other, all);
    }

    private FakeEcs asked(Request request) {
        String name = Wire.parse(request.body()).path("cluster").asText();
        return all.stream().filter(one -> one.cluster.equals(name)).findFirst().orElse(this);
    }

    FakeEcs service(String name, int tasks, String rolloutState) {
        String definition = ARN + "task-definition/" + name + ":7";
        services.put(name, object("serviceName", name, "serviceArn", ARN + "service/" + cluster + "/" + name,
                "status", "ACTIVE", "desiredCount", tasks, "runningCount", tasks, "pendingCount", 0,
                "launchType", "FARGATE", "taskDefinition", definition,
                "deployments", List.of(object("id", "ecs-svc/1", "status", "PRIMARY", "taskDefinition", definition,
                        "desiredCount", tasks, "runningCount", tasks, "pendingCount", 0, "failedTasks", 0,
                        "rolloutState", rolloutState, "createdAt", 1.7740e9, "updatedAt", 1.7741e9)),
                "events", List.of()));
        for (int i = 0; i < tasks; i++) {
            task(name, object("desiredStatus", "RUNNING", "lastStatus", "RUNNING"));
        }
        return this;
    }

    /// Puts the tasks of a service behind a load balancer.
    FakeEcs register(String service, String targetGroup) {
        services.get(service).put("loadBalancers", List.of(object("targetGroupArn",
                "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/" + targetGroup + "/0123456789",
                "containerName", service, "containerPort", 3000)));
        return this;
    }

    /// Adds a task; the facts are those of the wire.
    FakeEcs task(String service, Map<String, Object> facts) {
        String arn = ARN + "task/" + cluster + "/" + String.format("%032x", tasks.size() + 1);
        var task = object("taskArn", arn, "group", "service:" + service, "createdAt", 1.7740e9,
                "taskDefinitionArn", ARN + "task-definition/" + service + ":7", "containers", List.of());
        task.putAll(facts);
        tasks.put(arn, task);
        return this;
    }

    /// The wire's facts of a service, to be changed; null where there is none.
    @Nullable
    Map<String, Object> service(String ofCluster, String name) {
        return all.stream().filter(one -> one.cluster.equals(ofCluster)).findFirst()
                .map(one -> one.services.get(name)).orElse(null);
    }

    boolean hasCluster(String name) {
        return all.stream().anyMatch(one -> one.cluster.equals(name));
    }

    /// The wire's facts of a task, to be changed; null where there is none.
    @Nullable
    Map<String, Object> task(String arn) {
        return all.stream().map(one -> one.tasks.get(arn)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private Answer describeServices(Request request) {
        JsonNode asked = Wire.parse(request.body());
        List<String> names = Wire.texts(asked.path("services"));
        if (unknown(asked)) {
            return noCluster();
        }
        if (names.isEmpty() || names.size() > 10) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "1 to 10 services");
        }
        var found = names.stream().filter(services::containsKey).map(services::get).toList();
        var failures = names.stream().filter(name -> !services.containsKey(name))
                .map(name -> object("arn", ARN + "service/" + cluster + "/" + name, "reason", "MISSING")).toList();
        return LoopbackAws.json(Wire.json(object("services", found, "failures", failures)));
    }

    private Answer listTasks(Request request) {
        JsonNode asked = Wire.parse(request.body());
        if (unknown(asked)) {
            return noCluster();
        }
        String status = asked.path("desiredStatus").asText("RUNNING");
        var arns = new ArrayList<String>();
        tasks.forEach((arn, task) -> {
            if (status.equals(task.get("desiredStatus"))) {
                arns.add(arn);
            }
        });
        var page = Wire.Page.of(arns, asked.path("nextToken").asText(""), asked.path("maxResults").asInt(100));
        return LoopbackAws.json(Wire.json(object("taskArns", page.items(),
                "nextToken", page.next().isEmpty() ? null : page.next())));
    }

    private Answer describeTasks(Request request) {
        JsonNode asked = Wire.parse(request.body());
        List<String> arns = Wire.texts(asked.path("tasks"));
        if (unknown(asked)) {
            return noCluster();
        }
        if (arns.isEmpty() || arns.size() > 100) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "1 to 100 tasks");
        }
        return LoopbackAws.json(Wire.json(object("tasks", arns.stream().map(tasks::get).toList(),
                "failures", List.of())));
    }

    private boolean unknown(JsonNode asked) {
        return !asked.path("cluster").asText().equals(cluster);
    }

    static Answer noCluster() {
        return LoopbackAws.jsonError(400, "ClusterNotFoundException", "Cluster not found.");
    }
}
