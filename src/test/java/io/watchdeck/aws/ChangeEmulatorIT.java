package io.watchdeck.aws;

import static io.watchdeck.model.Changes.assertNotFound;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watchdeck.emulator.Emulator;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.operations.Controls;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Step;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.batch.model.JobDetail;
import software.amazon.awssdk.services.batch.model.JobStatus;
import software.amazon.awssdk.services.batch.model.JobSummary;
import software.amazon.awssdk.services.batch.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Changes behind an emulator that was not written by us, and read back by clients of the SDK that are not the console's.
@Tag("slow")
@ExtendWith(TestKeys.class)
class ChangeEmulatorIT {

    private static final String CLUSTER = "glimpse-prod";
    private static final ServiceKey API = new ServiceKey(CLUSTER, "glimpse-api");
    private static final ServiceKey SESAMI = new ServiceKey("sesami-cluster", "sesami-backend");
    private static final String QUEUE = "sesami-analysis-jobs";
    private static final String DEAD = "sesami-analysis-jobs-dlq";
    private static final String JOBS = "sesami-job-queue";

    private static Emulator emulator;

    private final AwsConnector connector = new AwsConnector(_ -> {}, Clock.systemUTC(), AwsSettings.standard(),
            new Limiter(() -> 0, _ -> {}), Backoff.polite());
    private final Controls controls =
            connector.controls(Access.defaults(AwsRig.SEOUL).withEndpoint(emulator.endpoint()));
    private final EcsClient ecs = client(EcsClient.builder());
    private final SqsClient sqs = client(SqsClient.builder());
    private final BatchClient batch = client(BatchClient.builder());
    private final ApplicationAutoScalingClient scaling = client(ApplicationAutoScalingClient.builder());

    @BeforeAll
    static void start() {
        assumeTrue(Emulator.missing().isEmpty(), () -> Emulator.missing().orElseThrow());
        emulator = Emulator.start();
        emulator.provision(Emulator.ACCOUNT, "glimpse", "sesami");
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @AfterEach
    void close() {
        connector.close();
        ecs.close();
        sqs.close();
        batch.close();
        scaling.close();
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(Region.AP_NORTHEAST_2).endpointOverride(emulator.endpoint()).build();
    }

    @Test
    void theDesiredCountOfAServiceIsSet() {
        Service before = service(API);

        taken(controls.services().update(API, ServiceChange.desired(before.desiredCount() + 3)));

        Service after = service(API);
        assertThat(after.desiredCount()).isEqualTo(before.desiredCount() + 3);
        assertThat(after.capacityProviderStrategy()).isEqualTo(before.capacityProviderStrategy());
        assertThat(after.taskDefinition()).isEqualTo(before.taskDefinition());
    }

    @Test
    void aDeploymentIsForced() {
        Service before = service(API);

        var id = taken(controls.services().update(API, ServiceChange.newDeployment()));

        Service after = service(API);
        assertThat(id).hasValue(after.deployments().getFirst().id());
        assertThat(after.deployments().getFirst().id()).isNotEqualTo(before.deployments().getFirst().id());
        assertThat(after.desiredCount()).isEqualTo(before.desiredCount());
    }

    @Test
    void theWeightOfSpotIsChanged() {
        Service before = service(API);
        var shares = List.of(new CapacityShare("FARGATE_SPOT", 70, 0), new CapacityShare("FARGATE", 30, 1));

        taken(controls.services().update(API, ServiceChange.strategy(shares, true)));

        assertThat(service(API).capacityProviderStrategy())
                .extracting(item -> item.capacityProvider() + " " + item.weight() + " " + item.base())
                .containsExactly("FARGATE_SPOT 70 null", "FARGATE 30 1");
        assertThat(service(API).deployments().getFirst().id()).isNotEqualTo(before.deployments().getFirst().id());
        assertThat(service(API).desiredCount()).isEqualTo(before.desiredCount());
    }

    @Test
    void aServiceThatIsNotThereIsNotFound() {
        assertNotFound(controls.services().update(new ServiceKey(CLUSTER, "nobody"), ServiceChange.desired(1)));
        assertNotFound(controls.services().update(new ServiceKey("nobody", "glimpse-api"), ServiceChange.desired(1)));
    }

    @Test
    void aTaskIsStopped() {
        String arn = running().getFirst();

        taken(controls.services().stopTask(CLUSTER, arn, "It leaks memory: 메모리 누수"));

        Task task = ecs.describeTasks(request -> request.cluster(CLUSTER).tasks(arn)).tasks().getFirst();
        assertThat(task.desiredStatus()).isEqualTo("STOPPED");
        assertThat(task.stoppedReason()).isEqualTo("It leaks memory: 메모리 누수");
        assertThat(running()).doesNotContain(arn);
    }

    private List<String> running() {
        return ecs.listTasks(request -> request.cluster(CLUSTER).desiredStatus(DesiredStatus.RUNNING)).taskArns();
    }

    @Test
    void theRangeOfAServiceIsChanged() {
        ScalableTarget before = target();

        taken(controls.scaling().range(SESAMI, 3, 14));

        ScalableTarget after = target();
        assertThat(after.minCapacity()).isEqualTo(3);
        assertThat(after.maxCapacity()).isEqualTo(14);
        assertThat(after.toBuilder().minCapacity(before.minCapacity()).maxCapacity(before.maxCapacity()).build())
                .as("nothing else").isEqualTo(before);
        assertThat(scaling.describeScalingPolicies(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .resourceId(before.resourceId())).scalingPolicies()).as("the policies stay").isNotEmpty();
    }

    @Test
    void aServiceWithoutARangeGetsNone() {
        assertNotFound(controls.scaling().range(new ServiceKey(CLUSTER, "nobody"), 1, 2));

        assertThat(scaling.describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS))
                .scalableTargets()).extracting(ScalableTarget::resourceId).noneMatch(id -> id.endsWith("/nobody"));
    }

    private ScalableTarget target() {
        return scaling.describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .resourceIds("service/sesami-cluster/sesami-backend")).scalableTargets().getFirst();
    }

    @Test
    void aLookIntoADeadLetterQueueShowsWhatIsThereAndLeavesIt() {
        String url = url(DEAD);
        long before = depth(url);
        sqs.sendMessage(request -> request.queueUrl(url).messageBody("\"<&>\\ 첫\t번째\n😀").messageAttributes(
                Map.of("error", MessageAttributeValue.builder().dataType("String").stringValue("시간 초과")
                        .build())));
        Instant sent = Instant.now(Clock.systemUTC());

        List<DeadLetter> seen = value(controls.queues().receive(DEAD, Duration.ZERO));

        assertThat(seen).hasSize((int) before + 1);
        assertThat(seen).filteredOn(letter -> letter.body().equals("\"<&>\\ 첫\t번째\n😀")).singleElement()
                .satisfies(letter -> {
                    assertThat(letter.attributes().get("error").value()).isEqualTo("시간 초과");
                    assertThat(letter.sentAt()).isBetween(sent.minusSeconds(20), sent.plusSeconds(1));
                    assertThat(letter.receives()).isEqualTo(1);
                });
        assertThat(depth(url)).as("all are still there").isEqualTo(before + 1);
        assertThat(sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10)).messages())
                .extracting(Message::messageId)
                .containsExactlyInAnyOrderElementsOf(seen.stream().map(DeadLetter::id).toList());
    }

    @Test
    void aDeadLetterQueueKnowsItsSources() {
        assertThat(value(controls.redrives().sources(DEAD))).containsExactly(QUEUE);
        assertThat(value(controls.redrives().sources(QUEUE))).isEmpty();
    }

    @Test
    void aPurgeDestroysTheMessagesOfOneQueue() {
        String url = sqs.createQueue(request -> request.queueName("purged-by-a-test")).queueUrl();
        sqs.sendMessage(request -> request.queueUrl(url).messageBody("1"));
        sqs.sendMessage(request -> request.queueUrl(url).messageBody("2"));
        long others = depth(url(QUEUE));

        taken(controls.queues().purge("purged-by-a-test"));

        assertThat(depth(url)).isZero();
        assertThat(depth(url(QUEUE))).isEqualTo(others).isPositive();
    }

    @Test
    void aFailedJobIsSubmittedAgain() {
        String failed = jobs(JobStatus.FAILED).getFirst().jobId();
        JobDetail before = job(failed);

        String id = taken(controls.jobs().resubmit(JOBS, failed)).orElseThrow();

        JobDetail again = job(id);
        assertThat(id).isNotEqualTo(failed);
        assertThat(again.jobName()).isEqualTo(before.jobName());
        assertThat(again.jobDefinition()).isEqualTo(before.jobDefinition());
        assertThat(again.parameters()).isEqualTo(before.parameters());
        assertThat(again.container().command()).isEqualTo(before.container().command());
        assertThat(again.container().environment()).as("what Batch sets itself is not the old job's")
                .extracting(KeyValuePair::value).containsExactly(id);
        assertThat(again.container().memory()).isEqualTo(before.container().memory());
        assertThat(job(failed)).isEqualTo(before);
    }

    /// What is copied runs in a shell and does what the console would do; only values of variables are to be filled in.
    @Test
    void theCopiedCommandSubmitsTheSameJob() throws IOException, InterruptedException {
        String failed = jobs(JobStatus.FAILED).getFirst().jobId();
        JobDetail before = job(failed);
        JobOrder order = value(controls.jobs().orders(JOBS, List.of(failed))).getFirst();

        String answer = shell(new Step.Resubmit(JOBS, order));

        JobDetail again = job(answer.replaceAll("(?s).*\"jobId\": \"([^\"]+)\".*", "$1"));
        assertThat(again.jobId()).isNotEqualTo(failed);
        assertThat(again.jobName()).isEqualTo(before.jobName());
        assertThat(again.jobDefinition()).isEqualTo(before.jobDefinition());
        assertThat(again.parameters()).isEqualTo(before.parameters());
        assertThat(again.container().command()).isEqualTo(before.container().command());
    }

    static List<Step> commands() {
        return List.of(new Step.Update(API, ServiceChange.newDeployment()),
                new Step.Update(API, ServiceChange.desired(3)),
                new Step.Update(API, ServiceChange.strategy(List.of(new CapacityShare("FARGATE_SPOT", 70, 0),
                        new CapacityShare("FARGATE", 30, 1)), true)),
                new Step.Purge(QUEUE, "https://sqs.ap-northeast-2.amazonaws.com/" + Emulator.ACCOUNT + "/" + QUEUE));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theOtherCopiedCommandsRunToo(Step step) throws IOException, InterruptedException {
        shell(step);
    }

    /// Those that the emulator does not have are read by AWS's command line, which sends nothing then.
    static List<Step> unsent() {
        return List.of(new Step.SetRange(API, new ServiceSpec.Range(2, 12)),
                new Step.StopTask(API.cluster(), "arn:aws:ecs:ap-northeast-2:1:task/a/b", "Watchdeck, sora: it's"),
                new Step.StopDeployment("arn:aws:ecs:ap-northeast-2:1:service-deployment/a/b/c"),
                new Step.StartRedrive(QUEUE, "arn:aws:sqs:ap-northeast-2:1:dlq", OptionalInt.of(10)),
                new Step.CancelRedrive("aGFuZGxl=="));
    }

    @ParameterizedTest
    @MethodSource("unsent")
    void theParserOfTheCommandLineTakesEach(Step step) throws IOException, InterruptedException {
        run(step.request().command(where()) + " --generate-cli-skeleton output");
    }

    private static List<String> where() {
        return JournalEntry.Place.options(Access.defaults(AwsRig.SEOUL).withEndpoint(emulator.endpoint()));
    }

    private static String shell(Step step) throws IOException, InterruptedException {
        return run(step.request().command(where()));
    }

    private static String run(String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test", "AWS_PAGER",
                ""));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(script + "\n" + said).isZero();
        return said;
    }

    @Test
    void aJobThatHasNotFailedIsNotSubmittedAgain() {
        String running = jobs(JobStatus.RUNNING).getFirst().jobId();

        refused(controls.jobs().resubmit(JOBS, running));
    }

    private List<JobSummary> jobs(JobStatus status) {
        return batch.listJobs(request -> request.jobQueue(JOBS).jobStatus(status)).jobSummaryList();
    }

    private JobDetail job(String id) {
        return batch.describeJobs(request -> request.jobs(id)).jobs().getFirst();
    }

    private Service service(ServiceKey key) {
        return ecs.describeServices(request -> request.cluster(key.cluster()).services(key.service())).services()
                .getFirst();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    private long depth(String url) {
        var attributes = sqs.getQueueAttributes(request -> request.queueUrl(url)
                .attributeNames(QueueAttributeName.ALL)).attributes();
        return Long.parseLong(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Long.parseLong(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }
}
