package io.watchdeck.aws;

import static io.watchdeck.model.Changes.assertNotFound;
import static io.watchdeck.model.Changes.lost;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Readings;
import io.watchdeck.operations.Controls;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Dead letters behind a server that really moves them, read back by a client of the SDK that is not the console's. It
/// differs from SQS: a task that was cancelled is no longer listed, and one that is completed has nothing to move.
@ExtendWith(TestKeys.class)
@Timeout(60)
class ElasticMqTest {

    private static SQSRestServer server;
    private static URI endpoint;

    private final AwsConnector connector = new AwsConnector(_ -> {}, Clock.systemUTC(), AwsSettings.standard(),
            new Limiter(() -> 0, _ -> {}), Backoff.polite());
    private final Controls controls = connector.controls(Access.defaults(AwsRig.SEOUL).withEndpoint(endpoint));
    private final SqsClient sqs = SqsClient.builder().region(Region.AP_NORTHEAST_2).endpointOverride(endpoint).build();
    /// Each test has queues of its own.
    private String queue;
    private String dead;

    @BeforeAll
    static void start() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        endpoint = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    }

    @AfterAll
    static void stop() {
        server.stopAndWait();
    }

    @BeforeEach
    void queues(TestInfo test) {
        queue = test.getTestMethod().orElseThrow().getName();
        dead = queue + "-dlq";
        String deadUrl = sqs.createQueue(request -> request.queueName(dead)).queueUrl();
        String arn = sqs.getQueueAttributes(request -> request.queueUrl(deadUrl)
                .attributeNames(QueueAttributeName.QUEUE_ARN)).attributes().get(QueueAttributeName.QUEUE_ARN);
        sqs.createQueue(request -> request.queueName(queue).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT,
                "0", QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":1}")));
    }

    @AfterEach
    void close() {
        connector.close();
        sqs.close();
    }

    @Test
    void aRedriveBringsEveryMessageBackToWhereItCameFrom() {
        List<String> bodies = letters(30);

        taken(controls.queues().redrive(dead, OptionalInt.of(500)));

        await(() -> depth(queue) == 30);
        assertThat(depth(dead)).isZero();
        assertThat(take(queue)).containsExactlyInAnyOrderElementsOf(bodies);
        await(() -> tasks().getFirst().status().equals("COMPLETED"));
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.moved()).isEqualTo(30);
            assertThat(task.isUnderWay()).isFalse();
            assertThat(task.sourceArn()).endsWith(":" + dead);
        });
    }

    @Test
    void aRedriveKeepsToItsRateAndTellsHowFarItIs() {
        letters(40);

        String handle = taken(controls.queues().redrive(dead, OptionalInt.of(2))).orElseThrow();
        await(() -> tasks().getFirst().moved() > 0);

        RedriveTask task = tasks().getFirst();
        assertThat(task.isRunning()).isTrue();
        assertThat(task.handle()).hasValue(handle);
        assertThat(task.perSecond()).hasValue(2);
        assertThat(task.moved()).isBetween(1L, 20L);
        assertThat(depth(dead)).as("most are still there").isGreaterThan(10);
        refused(controls.queues().redrive(dead, OptionalInt.of(2)));
        taken(controls.queues().cancelRedrive(handle));
    }

    @Test
    void whatHasMovedWhenARedriveIsCancelledStaysMoved() {
        List<String> bodies = letters(40);
        String handle = taken(controls.queues().redrive(dead, OptionalInt.of(5))).orElseThrow();
        await(() -> depth(queue) > 0);

        taken(controls.queues().cancelRedrive(handle));

        assertThat(tasks()).noneMatch(RedriveTask::isRunning);
        long moved = depth(queue);
        assertThat(moved).isBetween(1L, 39L);
        assertThat(depth(dead)).isEqualTo(40 - moved);
        var all = new ArrayList<>(take(queue));
        all.addAll(take(dead));
        assertThat(all).as("none was lost or doubled").containsExactlyInAnyOrderElementsOf(bodies);
        refused(controls.queues().cancelRedrive(handle));
    }

    @Test
    void aLookShowsWhatIsThereAndLeavesIt() {
        List<String> bodies = letters(25);
        var seen = new ArrayList<DeadLetter>();

        for (int page = 0; page < 3; page++) {
            seen.addAll(value(controls.queues().receive(dead, Duration.ofMinutes(5))));
        }

        assertThat(seen).extracting(DeadLetter::body).containsExactlyInAnyOrderElementsOf(bodies);
        assertThat(seen).allSatisfy(letter -> {
            assertThat(letter.receives()).isPositive();
            assertThat(letter.sentAt()).isBefore(Clock.systemUTC().instant().plusSeconds(1));
        });
        assertThat(depth(dead)).isEqualTo(25);
    }

    /// SQS signs its empty answer with an id, this server does not: nobody's word, and yet it was done.
    @Test
    void aPurgeThatNobodyOwnsUpToIsSeenInTheQueue() {
        letters(25);
        sqs.sendMessage(request -> request.queueUrl(url(queue)).messageBody("live"));

        assertThat(lost(controls.queues().purge(dead)).detail()).contains("empty");

        assertThat(depth(dead)).isZero();
        assertThat(depth(queue)).isEqualTo(1);
    }

    @Test
    void aDeadLetterQueueKnowsItsSources() {
        assertThat(value(controls.redrives().sources(dead))).containsExactly(queue);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aQueueThatDoesNotExistIsNotFound() {
        assertNotFound(controls.queues().redrive("nobody", OptionalInt.empty()));
        assertNotFound(controls.queues().purge("nobody"));
        Readings.assertNotFound(controls.queues().receive("nobody", Duration.ZERO));
    }

    /// Sends messages and fails them until they are dead letters.
    private List<String> letters(int count) {
        List<String> bodies = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "{\"order\":%d,\"note\":\"첫 번째\"}".formatted(number)).toList();
        bodies.forEach(body -> sqs.sendMessage(request -> request.queueUrl(url(queue)).messageBody(body)));
        await(() -> {
            sqs.receiveMessage(request -> request.queueUrl(url(queue)).maxNumberOfMessages(10).visibilityTimeout(0));
            return depth(dead) == count;
        });
        return bodies;
    }

    private List<String> take(String name) {
        var bodies = new ArrayList<String>();
        List<Message> page;
        do {
            page = sqs.receiveMessage(request -> request.queueUrl(url(name)).maxNumberOfMessages(10)
                    .visibilityTimeout(600)).messages();
            page.forEach(message -> bodies.add(message.body()));
        } while (!page.isEmpty());
        return bodies;
    }

    private List<RedriveTask> tasks() {
        return value(controls.redrives().redrives(dead));
    }

    private String url(String name) {
        return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    private long depth(String name) {
        var attributes = sqs.getQueueAttributes(request -> request.queueUrl(url(name))
                .attributeNames(QueueAttributeName.ALL)).attributes();
        return Long.parseLong(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Long.parseLong(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    /// Asks again and again; the test's time is the end of patience.
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
