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

    private static final String ARN = "arn:aws:sqs:ap-northeast-2:123456789012:";
    private static final String URL = "https://sqs.ap-northeast-2.amazonaws.com/123456789012/";

    private final Map<String, Map<String, Object>> queues = new LinkedHashMap<>();

    FakeSqs(LoopbackAws aws) {
        aws.serve("GetQueueUrl", this::url).serve("GetQueueAttributes", this::attributes);
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

    FakeSqs without(String name) {
        queues.remove(name);
        return this;
    }

    private Answer url(Request request) {
        String name = Wire.parse(request.body()).path("QueueName").asText();
        return queues.containsKey(name) ? LoopbackAws.json(Wire.json(object("QueueUrl", URL + name))) : none();
    }

    private Answer attributes(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String url = asked.path("QueueUrl").asText();
        Map<String, Object> found = queues.get(url.substring(url.lastIndexOf('/') + 1));
        if (found == null) {
            return none();
        }
        List<String> names = Wire.texts(asked.path("AttributeNames"));
        var told = new LinkedHashMap<>(found);
        told.keySet().removeIf(name -> !names.contains("All") && !names.contains(name));
        return LoopbackAws.json(Wire.json(object("Attributes", told)));
    }

    /// As SQS answers: the JSON type has one word, the query-compatible header another.
    private static Answer none() {
        return exchange -> {
            exchange.getResponseHeaders().set("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender");
            LoopbackAws.jsonError(400, "QueueDoesNotExist", "The specified queue does not exist.").send(exchange);
        };
    }
}
