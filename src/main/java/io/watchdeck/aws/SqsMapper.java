package io.watchdeck.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.QueueState.RedrivePolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// SQS's attributes, all of them text, to a queue.
final class SqsMapper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SqsMapper() {}

    /// @throws IllegalArgumentException when a count is missing or an attribute is not what SQS documents: a queue is
    ///                                  never read as empty because its answer was not understood
    static QueueState queue(String name, Map<QueueAttributeName, String> attributes) {
        return new QueueState(name, text(attributes, QueueAttributeName.QUEUE_ARN),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                Duration.ofSeconds(number(attributes, QueueAttributeName.MESSAGE_RETENTION_PERIOD)),
                Duration.ofSeconds(number(attributes, QueueAttributeName.VISIBILITY_TIMEOUT)),
                "true".equalsIgnoreCase(attributes.get(QueueAttributeName.FIFO_QUEUE)) || name.endsWith(".fifo"),
                redrive(attributes.get(QueueAttributeName.REDRIVE_POLICY)));
    }

    /// SQS keeps the policy as it was written, so `maxReceiveCount` is a number or a text.
    static Optional<RedrivePolicy> redrive(@Nullable String policy) {
        if (policy == null || policy.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(policy);
            String target = node.path("deadLetterTargetArn").asText();
            return target.isEmpty() ? Optional.empty()
                    : Optional.of(new RedrivePolicy(target, node.path("maxReceiveCount").asInt()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the redrive policy is not JSON", e);
        }
    }

    private static String text(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the answer has no " + name);
        }
        return value;
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        String value = text(attributes, name);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number: " + value, e);
        }
    }
}
