package io.watchdeck;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.JournalEntry.Sending;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.words.ExactTime;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Journal entries as JSON: an array with an object a line, everything that is kept of each. What is not known is `null`.
/// Words that decide, such as the verdict's, are the same in every language; sentences are those of the reader.
final class JournalDocument {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Words words;
    private final JsonMapper json = JsonMapper.builder().build();

    JournalDocument(Words words) {
        this.words = words;
    }

    void write(List<JournalEntry> entries, Writer out) throws IOException {
        out.write("[");
        String before = "\n";
        for (JournalEntry entry : entries) {
            out.write(before);
            out.write(json.writeValueAsString(entry(entry)));
            before = ",\n";
        }
        out.write(entries.isEmpty() ? "]\n" : "\n]\n");
    }

    private ObjectNode entry(JournalEntry entry) {
        ObjectNode node = NODES.objectNode();
        node.put("id", entry.id().toString());
        node.put("stack", entry.operation().stack().value());
        node.put("environment", entry.place().environment().word());
        node.put("account", entry.place().account().orElse(null));
        node.put("region", entry.place().region().code());
        node.put("profile", entry.place().profile().orElse(null));
        node.put("endpoint", entry.place().endpoint().map(URI::toString).orElse(null));
        node.set("operation", operation(entry.operation()));
        node.put("person", entry.person());
        node.put("note", entry.note());
        node.put("begun", ExactTime.of(entry.begun()));
        node.put("ended", entry.verdict().map(Verdict::at).map(ExactTime::of).orElse(null));
        entry.took().ifPresentOrElse(span -> node.put("seconds", span.toSeconds()), () -> node.putNull("seconds"));
        node.put("warnings", entry.warnings());
        ArrayNode warned = node.putArray("warned");
        entry.warned().forEach(one -> warned.add(words.say(one)));
        node.set("before", before(entry.before()));
        node.put("planned", entry.planned());
        ArrayNode requests = node.putArray("requests");
        entry.sendings().forEach(one -> requests.add(request(one, entry)));
        ArrayNode remarks = node.putArray("remarks");
        entry.remarks().forEach(one -> remarks.addObject().put("at", ExactTime.of(one.at())).put("sentence",
                words.say(one.sentence())));
        ArrayNode commands = node.putArray("commands");
        entry.commands().stream().flatMap(String::lines).forEach(commands::add);
        node.set("verdict", entry.verdict().map(this::verdict).orElse(null));
        node.set("reminder", entry.reminder().map(JournalDocument::reminder).orElse(null));
        return node;
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode node = NODES.objectNode();
        node.put("kind", operation.kind().word());
        node.put("target", operation.target());
        if (operation instanceof Operation.OfService one) {
            node.put("cluster", one.service().cluster());
        }
        switch (operation) {
            case Operation.Scale scale -> {
                put(node, "desired", scale.desired());
                node.set("range", scale.range().map(JournalDocument::range).orElse(null));
            }
            case Operation.RollBack back -> node.put("taskDefinition", back.taskDefinition());
            case Operation.StopDeployment stop -> node.put("deployment", stop.deployment());
            case Operation.SpotWeight spot -> {
                node.set("strategy", strategy(spot.strategy()));
                node.put("force", spot.force());
            }
            case Operation.StopTask stop -> node.put("task", stop.task());
            case Operation.Resubmit jobs -> jobs.jobs().forEach(node.putArray("jobs")::add);
            case Operation.Redrive redrive -> {
                put(node, "perSecond", redrive.perSecond());
                put(node, "bounces", redrive.bounces());
            }
            case Operation.CancelRedrive cancel -> node.put("handle", cancel.handle());
            case Operation.ForceDeployment _,Operation.Purge _ -> {
                // their target says all
            }
        }
        return node;
    }

    private static ObjectNode before(Baseline before) {
        ObjectNode node = NODES.objectNode();
        put(node, "desired", before.desired());
        node.set("range", before.range().map(JournalDocument::range).orElse(null));
        node.put("taskDefinition", before.taskDefinition().orElse(null));
        node.put("deployment", before.deployment().orElse(null));
        node.set("strategy", strategy(before.strategy()));
        OptionalLong messages = before.messages();
        node.put("messages", messages.isPresent() ? messages.getAsLong() : null);
        ObjectNode bodies = node.putObject("bodies");
        before.hashes().forEach(bodies::put);
        node.put("bodiesLeftOut", before.unlisted());
        ArrayNode jobs = node.putArray("jobs");
        before.jobs().forEach(job -> jobs.addObject().put("id", job.id()).put("name", job.name())
                .put("failedAt", ExactTime.of(job.stoppedAt())).put("reason", job.reason()));
        return node;
    }

    private ObjectNode request(Sending sending, JournalEntry entry) {
        ObjectNode node = NODES.objectNode();
        node.put("service", sending.request().service());
        node.put("action", sending.request().action());
        ArrayNode fields = node.putArray("fields");
        sending.request().fields().forEach(field -> {
            ObjectNode one = fields.addObject().put("name", field.name());
            field.values().forEach(one.putArray("values")::add);
        });
        sending.request().like().forEach(node.putArray("like")::add);
        node.put("command", sending.request().command(entry.place().options()));
        node.put("answer", sending.answer().map(JournalDocument::answer).orElse(null));
        node.put("answeredAt", sending.answer().map(Sent::at).map(ExactTime::of).orElse(null));
        node.put("id", sending.answer().filter(Sent.Taken.class::isInstance).map(Sent.Taken.class::cast)
                .flatMap(Sent.Taken::id).orElse(null));
        node.set("failure", sending.answer().flatMap(JournalDocument::failure).map(this::failure).orElse(null));
        return node;
    }

    private static String answer(Sent sent) {
        return switch (sent) {
            case Sent.Taken _ -> "taken";
            case Sent.Refused _ -> "refused";
            case Sent.Lost _ -> "lost";
        };
    }

    private static Optional<Failure> failure(Sent sent) {
        return switch (sent) {
            case Sent.Taken _ -> Optional.empty();
            case Sent.Refused(Failure failure, var _) -> Optional.of(failure);
            case Sent.Lost(Failure failure, var _) -> Optional.of(failure);
        };
    }

    private ObjectNode failure(Failure failure) {
        return NODES.objectNode().put("kind", failure.kind().word()).put("sentence", words.say(failure.sentence()))
                .put("action", failure.action().orElse(null)).put("detail", failure.detail());
    }

    private ObjectNode verdict(Verdict verdict) {
        return NODES.objectNode().put("result", verdict.result().word())
                .put("sentence", words.say(verdict.sentence())).put("at", ExactTime.of(verdict.at()));
    }

    private static ObjectNode reminder(Reminder reminder) {
        ObjectNode node = NODES.objectNode().put("at", ExactTime.of(reminder.at()));
        put(node, "desired", reminder.desired());
        node.set("range", reminder.range().map(JournalDocument::range).orElse(null));
        return node.put("settled", reminder.settled());
    }

    private static ObjectNode range(Range range) {
        return NODES.objectNode().put("min", range.min()).put("max", range.max());
    }

    private static ArrayNode strategy(List<CapacityShare> shares) {
        ArrayNode nodes = NODES.arrayNode();
        shares.forEach(share -> nodes.addObject().put("provider", share.provider()).put("weight", share.weight())
                .put("base", share.base()));
        return nodes;
    }

    private static void put(ObjectNode node, String name, OptionalInt value) {
        node.put(name, value.isPresent() ? value.getAsInt() : null);
    }
}
