package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Phrase;
import io.watchdeck.queues.JobOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.batch.model.ArrayPropertiesDetail;
import software.amazon.awssdk.services.batch.model.ContainerDetail;
import software.amazon.awssdk.services.batch.model.ContainerOverrides;
import software.amazon.awssdk.services.batch.model.JobDetail;
import software.amazon.awssdk.services.batch.model.JobStatus;
import software.amazon.awssdk.services.batch.model.KeyValuePair;
import software.amazon.awssdk.services.batch.model.ResourceRequirement;
import software.amazon.awssdk.services.batch.model.ResourceType;
import software.amazon.awssdk.services.batch.model.SubmitJobRequest;

/// A Batch job as it was described, to the request that submits it again. Batch does not tell what was overridden but what
/// came of it, which sent as overrides gives the same job.
final class ResubmitMapper {

    /// Batch sets these itself and takes none from others.
    private static final String RESERVED = "AWS_BATCH";

    private ResubmitMapper() {}

    /// Why a job cannot be submitted again: it has not failed, or is of a kind whose description does not tell all that was
    /// submitted.
    static Optional<Failure> objection(JobDetail job) {
        if (job.status() != JobStatus.FAILED) {
            return Optional.of(refusal("failure.aws.jobState", job.jobId(), text(job.statusAsString())));
        }
        return isSingle(job) ? Optional.empty() : Optional.of(refusal("failure.aws.jobKind", job.jobId()));
    }

    private static boolean isSingle(JobDetail job) {
        ArrayPropertiesDetail array = job.arrayProperties();
        boolean isArray = array != null && (array.index() != null || array.size() != null && array.size() > 0);
        return !isArray && job.container() != null && job.nodeProperties() == null && job.nodeDetails() == null
                && job.eksProperties() == null && job.ecsProperties() == null;
    }

    private static Failure refusal(String key, Object... arguments) {
        return new Failure(Kind.UNEXPECTED, Phrase.of(key, arguments), Optional.empty(), Optional.empty(), "");
    }

    /// Parameters that an order names by itself.
    private static final Set<String> NAMED = Set.of("jobName", "jobQueue", "jobDefinition");

    /// What [#again] sends, parameter by parameter.
    static JobOrder order(String queue, JobDetail job) {
        Optional<Failure> objection = objection(job);
        List<JobOrder.Option> options = objection.isPresent() ? List.of()
                : RequestJson.parameters(again(queue, job)).entrySet().stream()
                        .filter(one -> !NAMED.contains(one.getKey()))
                        .map(one -> new JobOrder.Option(one.getKey(), one.getValue())).toList();
        return new JobOrder(job.jobId(), text(job.jobName()), text(job.jobDefinition()), options, objection);
    }

    static SubmitJobRequest again(String queue, JobDetail job) {
        var request = SubmitJobRequest.builder().jobName(job.jobName()).jobQueue(queue)
                .jobDefinition(job.jobDefinition()).retryStrategy(job.retryStrategy()).timeout(job.timeout());
        if (!job.parameters().isEmpty()) {
            request.parameters(job.parameters());
        }
        if (job.shareIdentifier() != null) {
            request.shareIdentifier(job.shareIdentifier()).schedulingPriorityOverride(job.schedulingPriority());
        }
        overrides(job.container()).ifPresent(request::containerOverrides);
        return request.build();
    }

    private static Optional<ContainerOverrides> overrides(ContainerDetail container) {
        var overrides = ContainerOverrides.builder();
        if (!container.command().isEmpty()) {
            overrides.command(container.command());
        }
        List<KeyValuePair> environment = container.environment().stream()
                .filter(variable -> !text(variable.name()).startsWith(RESERVED)).toList();
        if (!environment.isEmpty()) {
            overrides.environment(environment);
        }
        List<ResourceRequirement> resources = container.resourceRequirements().isEmpty() ? sizes(container)
                : container.resourceRequirements();
        if (!resources.isEmpty()) {
            overrides.resourceRequirements(resources);
        }
        ContainerOverrides all = overrides.build();
        return all.equals(ContainerOverrides.builder().build()) ? Optional.empty() : Optional.of(all);
    }

    /// As jobs of older definitions tell their size.
    private static List<ResourceRequirement> sizes(ContainerDetail container) {
        var all = new ArrayList<ResourceRequirement>();
        if (container.vcpus() != null && container.vcpus() > 0) {
            all.add(requirement(ResourceType.VCPU, container.vcpus()));
        }
        if (container.memory() != null && container.memory() > 0) {
            all.add(requirement(ResourceType.MEMORY, container.memory()));
        }
        return all;
    }

    private static ResourceRequirement requirement(ResourceType type, int value) {
        return ResourceRequirement.builder().type(type).value(Integer.toString(value)).build();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
