package io.watchdeck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Gap;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the `failures` of a stack in `status --json`: why a figure is `null`, under the figure's own path or that of
/// the block that it stands in. One answer of AWS may give several figures; a gap in it has an entry for each of them.
final class StatusFailures {

    private final Words words;

    StatusFailures(Words words) {
        this.words = words;
    }

    ArrayNode of(StackSnapshot stack) {
        ArrayNode failures = JsonNodeFactory.instance.arrayNode();
        for (Gap gap : stack.gaps()) {
            places(stack, gap.path()).forEach(path -> failures.add(failure(path, gap)));
        }
        stack.services().stream().filter(service -> service.interruptions().isEmpty())
                .forEach(service -> failures.add(missing("services[" + service.spec().name() + "].interruptions",
                        service.tasks().state().problem().orElseGet(Failure::notKept))));
        if (stack.cost().state() instanceof Loadable.Loading) {
            failures.add(missing("cost", Failure.notAsked()));
        }
        if (stack.alarms().deciding(stack.asOf()).isPresent()) {
            stack.alarms().state().latest().orElse(List.of()).forEach(alarm -> valueless(alarm, stack)
                    .ifPresent(failures::add));
        }
        return failures;
    }

    /// An alarm of CloudWatch of which no present value is known; with the value for which it reached its state. A composite
    /// alarm has none by its nature.
    private Optional<ObjectNode> valueless(CloudAlarm alarm, StackSnapshot stack) {
        return stack.conditions().stream().filter(one -> one.source() == Condition.Source.CLOUDWATCH
                && one.name().equals(alarm.name()) && one.value().isEmpty() && !alarm.composite()).findFirst()
                .map(_ -> failure("alarms[" + alarm.name() + "].value", new Gap("", Failure.noValue(),
                        alarm.evidence().map(told -> Double.toString(told.value())),
                        alarm.evidence().flatMap(CloudAlarm.Evidence::at), false)));
    }

    /// The gap's own path, then those of the figures that come from what is missing there.
    private static List<String> places(StackSnapshot stack, String path) {
        var places = new ArrayList<String>();
        places.add(path);
        if (path.equals("identity")) {
            places.add("account");
        }
        int end = path.lastIndexOf('.');
        String block = end < 0 ? "" : path.substring(0, end);
        for (StackSnapshot.Service service : stack.services()) {
            if (path.equals("services[" + service.spec().name() + "].scaling")) {
                places.addAll(List.of(block + ".min", block + ".max"));
            } else if (path.equals("services[" + service.spec().name() + "].tasks")) {
                places.addAll(List.of(block + ".spotRunning", block + ".onDemandRunning"));
            }
        }
        for (StackSnapshot.Database database : stack.databases()) {
            if (path.equals("databases[" + database.spec().id() + "].facts")
                    && database.spec().kind() == DatabaseSpec.Kind.CLUSTER && database.maxAcu().isEmpty()) {
                places.add(block + ".maxAcu");
            }
        }
        for (StackSnapshot.Queue queue : stack.queues()) {
            String name = "queues[" + queue.spec().name() + "]";
            if (path.equals(name + ".dlq.oldestAgeSeconds")) {
                places.add(name + ".dlq.expiresInSeconds");
            } else if (queue.spec().pipe().filter(pipe -> path.equals("pipes[" + pipe + "]")).isPresent()) {
                places.add(name + ".pipe");
            }
        }
        return places;
    }

    private ObjectNode failure(String path, Gap gap) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("path", path);
        node.put("kind", gap.failure().kind().word());
        node.put("action", gap.failure().action().orElse(null));
        node.put("message", words.say(gap.failure().sentence()));
        node.put("lastValue", gap.lastValue().orElse(null));
        node.put("lastAsOf", gap.lastAsOf().map(Instant::toString).orElse(null));
        return node;
    }

    /// Not asked for: interruptions are counted where a ledger is kept and somebody could look, and `status` does not ask
    /// Cost Explorer.
    private ObjectNode missing(String path, Failure why) {
        return failure(path, new Gap(path, why, Optional.empty(), Optional.empty(), false));
    }
}
