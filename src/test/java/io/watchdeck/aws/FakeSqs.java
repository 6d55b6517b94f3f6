package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// SQS behind [LoopbackAws]. The URL of a queue names AWS's own host, as the real one does.
final class FakeSqs {

    static final String ARN = "arn:aws:sqs:ap-northeast-2:123456789012:";
    private static final String URL = "https://sqs.ap-northeast-2.amazonaws.com/123456789012/";

    private final Map<String, Map<String, Object>> queues = new LinkedHashMap<>();

    FakeSqs(LoopbackAws aws) {
        aws.serve("GetQueueUrl", this::urlOf).serve("GetQueueAttributes", this::attributes);
    }

    /// @param more further attributes, name and value in turns
    FakeSqs queue(String name, long visible, Object... more) {
        var attributes = object("QueueArn", ARN + name, "ApproximateNumberOfMessages", Long.toString(visible),
                "ApproximateNumberOfMessagesNotVisible", "0", "ApproximateNumberOfMessagesDelayed", "0",
                "MessageRetentionPeriod", "1209600", "VisibilityTimeout", "900");
        attributes.putAll(object(more));
        queues.put(name, attributes);
        return this;
    }

    /// A queue that dead-letters to another.
    FakeSqs source(String name, String dead) {
        return queue(name, 0, "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + ARN + dead + "\",\"maxReceiveCount\":3}");
    }

    void set(String name, String attribute, String value) {
        queues.get(name).put(attribute, value);
    }

    boolean has(String name) {
        return queues.containsKey(name);
    }

    /// Names of the queues that dead-letter to this one, in the order in which they were made.
    List<String> sources(String dead) {
        return queues.entrySet().stream()
                .filter(queue -> String.valueOf(queue.getValue().get("RedrivePolicy")).contains(ARN + dead + "\""))
                .map(Map.Entry::getKey).toList();
    }

    static String url(String name) {
        return URL + name;
    }

    static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    FakeSqs without(String name) {
        queues.remove(name);
        return this;
    }

    private Answer urlOf(Request request) {
        String name = Wire.parse(request.body()).path("QueueName").asText();
        return queues.containsKey(name) ? LoopbackAws.json(Wire.json(object("QueueUrl", URL + name))) : none();
    }

    private Answer attributes(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String url = asked.path("QueueUrl").asText();
        Map<String, Object> found = queues.get(name(url));
        if (found == null) {
            return none();
        }
        List<String> names = Wire.texts(asked.path("AttributeNames"));
        var told = new LinkedHashMap<>(found);
        told.keySet().removeIf(name -> !names.contains("All") && !names.contains(name));
        return LoopbackAws.json(Wire.json(object("Attributes", told)));
    }

    static Answer none() {
        return error(400, "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue",
                "The specified queue does not exist.");
    }

    static Answer error(int status, String code, String message) {
        return error(status, code, code.contains("InvalidParameter") ? code : "AWS.SimpleQueueService." + code,
                message);
    }

    /// As SQS answers: the JSON type has one word, the query-compatible header another.
    private static Answer error(int status, String type, String code, String message) {
        return exchange -> {
            exchange.getResponseHeaders().set("x-amzn-query-error", code + ";Sender");
            LoopbackAws.jsonError(status, type, message).send(exchange);
        };
    }
}
