package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.queues.letters.DeadLetter.Attribute;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The messages and message move tasks of a [FakeSqs]. Nothing moves by itself: a test moves it.
final class FakeLetters {

    private static final int PAGE = 2;

    private final FakeSqs sqs;
    private final Map<String, List<Letter>> letters = new LinkedHashMap<>();
    private final List<Map<String, Object>> tasks = new ArrayList<>();
    private final List<String> purged = new ArrayList<>();
    private int made;

    private static final class Letter {
        private final String id;
        private final String body;
        private final Map<String, Attribute> attributes;
        private final Map<String, String> system;
        private int receives = 1;
        private boolean hidden;

        Letter(String id, String body, Map<String, Attribute> attributes, Map<String, String> system) {
            this.id = id;
            this.body = body;
            this.attributes = attributes;
            this.system = system;
        }
    }

    FakeLetters(LoopbackAws aws, FakeSqs sqs) {
        this.sqs = sqs;
        aws.serve("ReceiveMessage", this::receive).serve("PurgeQueue", this::purge)
                .serve("StartMessageMoveTask", this::start).serve("CancelMessageMoveTask", this::cancel)
                .serve("ListMessageMoveTasks", this::list)
                .serve("ListDeadLetterSourceQueues", this::sources);
    }

    /// One more message of a dead-letter queue.
    FakeLetters letter(String queue, String source, Instant sentAt, String body, Map<String, Attribute> attributes) {
        letters.computeIfAbsent(queue, _ -> new ArrayList<>()).add(new Letter("message-" + ++made, body, attributes,
                Map.of("SenderId", "AIDAEXAMPLE", "SentTimestamp", Long.toString(sentAt.toEpochMilli()),
                        "ApproximateFirstReceiveTimestamp", Long.toString(sentAt.plusSeconds(2).toEpochMilli()),
                        "DeadLetterQueueSourceArn", FakeSqs.ARN + source)));
        count(queue);
        return this;
    }

    /// One more task, begun after those before; the facts are those of the wire.
    FakeLetters task(String queue, Object... facts) {
        var task = object("SourceArn", FakeSqs.ARN + queue, "StartedTimestamp", AwsRig.NOW.toEpochMilli());
        task.putAll(object(facts));
        tasks.addFirst(task);
        return this;
    }

    /// The newest task moves the first messages of a queue out of it.
    void move(String queue, int number) {
        letters.get(queue).subList(0, number).clear();
        tasks.getFirst().merge("ApproximateNumberOfMessagesMoved", number, (one, more) -> (int) one + (int) more);
        count(queue);
    }

    /// The newest task is over.
    void over(String status) {
        tasks.getFirst().put("Status", status);
        tasks.getFirst().remove("TaskHandle");
    }

    /// Messages are no longer hidden.
    void show(String queue) {
        letters.getOrDefault(queue, List.of()).forEach(letter -> letter.hidden = false);
        count(queue);
    }

    private void count(String queue) {
        List<Letter> all = letters.getOrDefault(queue, List.of());
        long hidden = all.stream().filter(letter -> letter.hidden).count();
        sqs.set(queue, "ApproximateNumberOfMessages", Long.toString(all.size() - hidden));
        sqs.set(queue, "ApproximateNumberOfMessagesNotVisible", Long.toString(hidden));
    }

    private Answer receive(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String queue = FakeSqs.name(asked.path("QueueUrl").asText());
        if (!sqs.has(queue)) {
            return FakeSqs.none();
        }
        int most = asked.path("MaxNumberOfMessages").asInt(1);
        if (most > 10) {
            return LoopbackAws.jsonError(400, "InvalidParameterValue", "MaxNumberOfMessages");
        }
        boolean all = Wire.texts(asked.path("MessageSystemAttributeNames")).contains("All");
        boolean own = Wire.texts(asked.path("MessageAttributeNames")).contains("All");
        List<Map<String, Object>> seen = letters.getOrDefault(queue, List.of()).stream()
                .filter(letter -> !letter.hidden).limit(most).map(letter -> {
                    letter.receives++;
                    letter.hidden = asked.path("VisibilityTimeout").asInt(30) > 0;
                    return message(letter, all, own);
                }).toList();
        count(queue);
        return LoopbackAws.json(Wire.json(seen.isEmpty() ? object() : object("Messages", seen)));
    }

    private static Map<String, Object> message(Letter letter, boolean all, boolean own) {
        var system = new LinkedHashMap<>(letter.system);
        system.put("ApproximateReceiveCount", Integer.toString(letter.receives));
        var attributes = new TreeMap<String, Object>();
        letter.attributes.forEach((name, value) -> attributes.put(name, object("DataType", value.type(),
                isBinary(value) ? "BinaryValue" : "StringValue", value.value())));
        boolean told = own && !attributes.isEmpty();
        return object("MessageId", letter.id, "ReceiptHandle", "AQEB" + letter.id, "Body", letter.body, "MD5OfBody",
                md5(letter.body.getBytes(StandardCharsets.UTF_8)), "Attributes", all ? system : null,
                "MessageAttributes", told ? attributes : null, "MD5OfMessageAttributes",
                told ? md5(letter.attributes) : null);
    }

    private static boolean isBinary(Attribute value) {
        return value.type().startsWith("Binary");
    }

    /// "Calculating the MD5 message digest for message attributes" (Amazon SQS Developer Guide).
    private static String md5(Map<String, Attribute> attributes) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var entry : new TreeMap<>(attributes).entrySet()) {
                Attribute value = entry.getValue();
                write(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                write(out, value.type().getBytes(StandardCharsets.UTF_8));
                out.writeByte(isBinary(value) ? 2 : 1);
                write(out, isBinary(value) ? Base64.getDecoder().decode(value.value())
                        : value.value().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return md5(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Answer purge(Request request) {
        String queue = FakeSqs.name(Wire.parse(request.body()).path("QueueUrl").asText());
        if (!sqs.has(queue)) {
            return FakeSqs.none();
        }
        if (purged.contains(queue)) {
            return FakeSqs.error(403, "PurgeQueueInProgress", "Only one PurgeQueue operation on " + queue
                    + " is allowed every 60 seconds.");
        }
        purged.add(queue);
        letters.remove(queue);
        count(queue);
        return LoopbackAws.status(200, "application/x-amz-json-1.0", "");
    }

    private Answer start(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String queue = asked.path("SourceArn").asText().replaceFirst("^.*:", "");
        if (!sqs.has(queue)) {
            return FakeSqs.error(404, "ResourceNotFoundException",
                    "The resource that you specified for the SourceArn parameter doesn't exist.");
        }
        if (sqs.sources(queue).isEmpty()) {
            return FakeSqs.error(400, "InvalidParameterValue",
                    "Source queue must be configured as a Dead Letter Queue.");
        }
        if (tasks.stream().anyMatch(task -> task.get("SourceArn").equals(FakeSqs.ARN + queue)
                && task.get("Status").equals("RUNNING"))) {
            return FakeSqs.error(400, "UnsupportedOperation", "There is already a task running. Only one active task"
                    + " is allowed for a source queue arn at a given time.");
        }
        String handle = "aGFuZGxl" + tasks.size();
        task(queue, "TaskHandle", handle, "Status", "RUNNING", "ApproximateNumberOfMessagesMoved", 0,
                "ApproximateNumberOfMessagesToMove", letters.getOrDefault(queue, List.of()).size(),
                "MaxNumberOfMessagesPerSecond", asked.has("MaxNumberOfMessagesPerSecond")
                        ? asked.path("MaxNumberOfMessagesPerSecond").asInt() : null,
                "DestinationArn", asked.has("DestinationArn") ? asked.path("DestinationArn").asText() : null);
        return LoopbackAws.json(Wire.json(object("TaskHandle", handle)));
    }

    private Answer cancel(Request request) {
        String handle = Wire.parse(request.body()).path("TaskHandle").asText();
        return tasks.stream().filter(task -> handle.equals(task.get("TaskHandle"))).findFirst().map(task -> {
            task.put("Status", "CANCELLING");
            task.remove("TaskHandle");
            return LoopbackAws.json(Wire.json(object("ApproximateNumberOfMessagesMoved",
                    task.get("ApproximateNumberOfMessagesMoved"))));
        }).orElseGet(() -> FakeSqs.error(404, "ResourceNotFoundException", "Task does not exist."));
    }

    private Answer list(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String arn = asked.path("SourceArn").asText();
        if (!sqs.has(arn.replaceFirst("^.*:", ""))) {
            return FakeSqs.error(404, "ResourceNotFoundException",
                    "The resource that you specified for the SourceArn parameter doesn't exist.");
        }
        return LoopbackAws.json(Wire.json(object("Results", tasks.stream()
                .filter(task -> task.get("SourceArn").equals(arn)).limit(asked.path("MaxResults").asInt(1))
                .toList())));
    }

    private Answer sources(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String queue = FakeSqs.name(asked.path("QueueUrl").asText());
        if (!sqs.has(queue)) {
            return FakeSqs.none();
        }
        var page = Wire.Page.of(sqs.sources(queue).reversed(), asked.path("NextToken").asText(""), PAGE);
        return LoopbackAws.json(Wire.json(object("queueUrls", page.items().stream().map(FakeSqs::url).toList(),
                "NextToken", page.next().isEmpty() ? null : page.next())));
    }
}
