package io.watchdeck.fleet.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Bookkeeping.Seen;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Reads events of ECS as EventBridge delivers them, one JSON object each: "ECS Task State Change", which is also the
/// warning of an interruption on Fargate Spot, and "ECS Service Action" where a task could not be placed. Fields are those
/// of the ECS documentation, "Amazon ECS events". Warnings of EC2 are about instances and not about tasks: the tasks on
/// them have events of their own.
public final class EcsEventLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVICE = "service:";

    private EcsEventLog() {}

    /// What a line tells.
    public sealed interface Told {

        String cluster();
    }

    public record TaskTold(String cluster, Seen seen) implements Told {}

    public record FailureTold(String cluster, PlacementFailure failure) implements Told {}

    /// Empty for a line that is no such event, or is about something else.
    public static Optional<Told> read(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            if (event == null || !event.path("source").asText().equals("aws.ecs")) {
                return Optional.empty();
            }
            return switch (event.path("detail-type").asText()) {
                case "ECS Task State Change" -> task(event);
                case "ECS Service Action" -> action(event);
                default -> Optional.empty();
            };
        } catch (JsonProcessingException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Told> task(JsonNode event) {
        JsonNode detail = event.path("detail");
        String group = text(detail, "group");
        Optional<Instant> at = instant(event, "time");
        if (text(detail, "taskArn").isEmpty() || !group.startsWith(SERVICE) || at.isEmpty()) {
            return Optional.empty();
        }
        var task = new TaskState(text(detail, "taskArn"), group.substring(SERVICE.length()),
                text(detail, "taskDefinitionArn"), text(detail, "lastStatus"), text(detail, "desiredStatus"),
                text(detail, "capacityProviderName"), text(detail, "availabilityZone"), "UNKNOWN",
                instant(detail, "createdAt"), instant(detail, "startedAt"), instant(detail, "stoppingAt"),
                instant(detail, "stoppedAt"), text(detail, "stopCode"), text(detail, "stoppedReason"), List.of());
        return Optional.of(new TaskTold(last(text(detail, "clusterArn")), new Seen(task, at.get())));
    }

    private static Optional<Told> action(JsonNode event) {
        JsonNode detail = event.path("detail");
        String service = event.path("resources").path(0).asText();
        String name = text(detail, "eventName");
        Optional<Instant> at = instant(detail, "createdAt").or(() -> instant(event, "time"));
        String reason = text(detail, "reason");
        boolean throttled = name.equals("SERVICE_DISCOVERY_OPERATION_THROTTLED")
                || name.equals("ECS_OPERATION_THROTTLED");
        if (at.isEmpty() || service.isEmpty() || !name.equals("SERVICE_TASK_PLACEMENT_FAILURE") && !throttled) {
            return Optional.empty();
        }
        String cluster = last(text(detail, "clusterArn"));
        return Optional.of(new FailureTold(cluster, new PlacementFailure(new ServiceKey(cluster, last(service)),
                event.path("id").asText(), at.get(),
                throttled ? PlacementFailure.Cause.THROTTLED : Recognition.cause(reason),
                reason.isEmpty() ? name : name + ": " + reason, Learnt.LOG)));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        return Optional.of(text(node, field)).filter(text -> !text.isEmpty()).map(Instant::parse);
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
