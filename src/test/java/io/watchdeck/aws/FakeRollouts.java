package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What changes services of a [FakeEcs], and what tells how they roll out: service deployments and revisions, task
/// definitions, 20 of them a call. Nothing moves by itself: a test moves it.
final class FakeRollouts {

    private static final Set<String> OVER = Set.of("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");
    private static final int MOST = 20;
    private static final int PAGE = 100;

    private final FakeEcs ecs;
    private final Map<String, Map<String, Object>> definitions = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> deployments = new LinkedHashMap<>();
    /// Task definitions of service revisions, by ARN.
    private final Map<String, String> revisions = new LinkedHashMap<>();

    FakeRollouts(LoopbackAws aws, FakeEcs ecs) {
        this.ecs = ecs;
        aws.serve("UpdateService", this::update).serve("StopTask", this::stopTask)
                .serve("StopServiceDeployment", this::stop).serve("ListServiceDeployments", this::list)
                .serve("DescribeServiceDeployments", this::describe)
                .serve("DescribeServiceRevisions", this::describeRevisions)
                .serve("DescribeTaskDefinition", this::definition);
    }

    /// @param name `family:revision`
    /// @param more further members, name and value in turns
    FakeRollouts definition(String name, Object... more) {
        var definition = object("taskDefinitionArn", definitionArn(name), "status", "ACTIVE",
                "containerDefinitions", List.of(object("name", "app", "image", "registry.example/app")));
        definition.putAll(object(more));
        definitions.put(definitionArn(name), definition);
        return this;
    }

    static String definitionArn(String name) {
        return FakeEcs.ARN + "task-definition/" + name;
    }

    /// One more service deployment, made later than those before.
    ///
    /// @param more further members, name and value in turns
    /// @return its ARN
    String deployment(String cluster, String service, String status, String definition, Instant at, Object... more) {
        String id = String.format("%020d", deployments.size() + 1);
        String arn = FakeEcs.ARN + "service-deployment/" + cluster + "/" + service + "/" + id;
        String revision = FakeEcs.ARN + "service-revision/" + cluster + "/" + service + "/" + id;
        revisions.put(revision, definitionArn(definition));
        var deployment = object("serviceDeploymentArn", arn, "serviceArn",
                FakeEcs.ARN + "service/" + cluster + "/" + service, "clusterArn", FakeEcs.ARN + "cluster/" + cluster,
                "status", status, "createdAt", seconds(at), "startedAt", seconds(at.plusSeconds(1)), "updatedAt",
                seconds(at), "targetServiceRevision", object("arn", revision, "requestedTaskCount", 3));
        if (OVER.contains(status)) {
            deployment.put("finishedAt", seconds(at.plusSeconds(90)));
        }
        deployment.putAll(object(more));
        deployments.put(arn, deployment);
        return arn;
    }

    /// Facts of the newest service deployment, name and value in turns.
    FakeRollouts newest(Object... facts) {
        deployments.values().stream().reduce((_, last) -> last).orElseThrow().putAll(object(facts));
        return this;
    }

    /// AWS forgets the service revision that the newest deployment brought.
    FakeRollouts forgetRevision() {
        revisions.remove(revisions.keySet().stream().reduce((_, last) -> last).orElseThrow());
        return this;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    /// What the service is to be from now on.
    Answer update(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String cluster = asked.path("cluster").asText();
        String name = asked.path("service").asText();
        if (!ecs.hasCluster(cluster)) {
            return FakeEcs.noCluster();
        }
        Map<String, Object> service = ecs.service(cluster, name);
        if (service == null) {
            return LoopbackAws.jsonError(400, "ServiceNotFoundException", "Service not found.");
        }
        String definition = asked.path("taskDefinition").asText((String) service.get("taskDefinition"));
        if (asked.has("taskDefinition") && !definitions.containsKey(definition)) {
            return LoopbackAws.jsonError(400, "ClientException", "TaskDefinition not found.");
        }
        if (asked.has("desiredCount")) {
            service.put("desiredCount", asked.path("desiredCount").asInt());
        }
        if (asked.has("capacityProviderStrategy")) {
            service.remove("launchType");
            service.put("capacityProviderStrategy", Wire.objects(asked.path("capacityProviderStrategy")));
        }
        if (asked.has("taskDefinition") || asked.path("forceNewDeployment").asBoolean()) {
            begin(cluster, name, service, definition);
        }
        return LoopbackAws.json(Wire.json(object("service", service)));
    }

    private void begin(String cluster, String name, Map<String, Object> service, String definition) {
        service.put("taskDefinition", definition);
        var all = new ArrayList<Map<String, Object>>();
        all.add(object("id", "ecs-svc/" + (1000 + deployments.size()), "status", "PRIMARY", "taskDefinition",
                definition,
                "desiredCount", service.get("desiredCount"), "runningCount", 0, "pendingCount", 0, "failedTasks", 0,
                "rolloutState", "IN_PROGRESS", "createdAt", seconds(AwsRig.NOW), "updatedAt", seconds(AwsRig.NOW)));
        Wire.objects(service.get("deployments")).forEach(before -> {
            before.put("status", "ACTIVE");
            all.add(before);
        });
        service.put("deployments", all);
        deployment(cluster, name, "IN_PROGRESS", definition.substring(definition.lastIndexOf('/') + 1), AwsRig.NOW);
    }

    private Answer stopTask(Request request) {
        JsonNode asked = Wire.parse(request.body());
        if (!ecs.hasCluster(asked.path("cluster").asText())) {
            return FakeEcs.noCluster();
        }
        Map<String, Object> task = ecs.task(asked.path("task").asText());
        if (task == null) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "The referenced task was not found.");
        }
        task.put("desiredStatus", "STOPPED");
        task.put("stopCode", "UserInitiated");
        task.put("stoppedReason", asked.path("reason").asText("Task stopped by user"));
        task.put("stoppingAt", seconds(AwsRig.NOW));
        return LoopbackAws.json(Wire.json(object("task", task)));
    }

    private Answer stop(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String arn = asked.path("serviceDeploymentArn").asText();
        Map<String, Object> deployment = deployments.get(arn);
        if (deployment == null) {
            return LoopbackAws.jsonError(400, "ServiceDeploymentNotFoundException", "Service deployment not found.");
        }
        if (OVER.contains((String) deployment.get("status"))) {
            return LoopbackAws.jsonError(400, "ConflictException", "The service deployment is not in progress.");
        }
        deployment.put("status",
                asked.path("stopType").asText().equals("ROLLBACK") ? "ROLLBACK_REQUESTED" : "STOP_REQUESTED");
        return LoopbackAws.json(Wire.json(object("serviceDeploymentArn", arn)));
    }

    /// Newest first, as AWS lists them.
    private Answer list(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String cluster = asked.path("cluster").asText();
        String service = asked.path("service").asText();
        if (!ecs.hasCluster(cluster)) {
            return FakeEcs.noCluster();
        }
        if (ecs.service(cluster, service) == null) {
            return LoopbackAws.jsonError(400, "ServiceNotFoundException", "Service not found.");
        }
        List<Map<String, Object>> all = deployments.values().stream()
                .filter(one -> one.get("serviceArn").equals(FakeEcs.ARN + "service/" + cluster + "/" + service))
                .sorted(Comparator.comparing(one -> -(double) one.get("createdAt")))
                .map(FakeRollouts::brief).toList();
        int size = asked.path("maxResults").asInt(MOST);
        if (size > PAGE) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "maxResults");
        }
        var page = Wire.Page.of(all, asked.path("nextToken").asText(""), size);
        return LoopbackAws.json(Wire.json(object("serviceDeployments", page.items(), "nextToken",
                page.next().isEmpty() ? null : page.next())));
    }

    private static Map<String, Object> brief(Map<String, Object> deployment) {
        var brief = new LinkedHashMap<>(deployment);
        brief.keySet().retainAll(Set.of("serviceDeploymentArn", "serviceArn", "clusterArn", "startedAt", "createdAt",
                "finishedAt", "status", "statusReason"));
        return brief;
    }

    private Answer describe(Request request) {
        return describe(request, "serviceDeploymentArns", "serviceDeployments",
                arn -> Stream.ofNullable(deployments.get(arn)));
    }

    private Answer describeRevisions(Request request) {
        return describe(request, "serviceRevisionArns", "serviceRevisions", arn -> revisions.containsKey(arn)
                ? Stream.of(object("serviceRevisionArn", arn, "taskDefinition", revisions.get(arn))) : Stream.of());
    }

    private interface Found {
        Stream<Map<String, Object>> of(String arn);
    }

    private static Answer describe(Request request, String asked, String told, Found found) {
        List<String> arns = Wire.texts(Wire.parse(request.body()).path(asked));
        if (arns.isEmpty() || arns.size() > MOST) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "1 to 20 ARNs");
        }
        return LoopbackAws.json(Wire.json(object(told, arns.stream().flatMap(found::of).toList(), "failures",
                arns.stream().filter(arn -> found.of(arn).findAny().isEmpty())
                        .map(arn -> object("arn", arn, "reason", "MISSING")).toList())));
    }

    private Answer definition(Request request) {
        String asked = Wire.parse(request.body()).path("taskDefinition").asText();
        Map<String, Object> found = definitions.get(asked.startsWith("arn:") ? asked : definitionArn(asked));
        return found == null
                ? LoopbackAws.jsonError(400, "ClientException", "Unable to describe task definition.")
                : LoopbackAws.json(Wire.json(object("taskDefinition", found)));
    }
}
