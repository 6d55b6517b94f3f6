package io.watchdeck.aws;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/// Reads ranges from Application Auto Scaling: ⌈services/50⌉ calls for the targets of all clusters, and for their policies what
/// [ScalingPolicies] needs. Activities are one call a service.
final class AutoScalingSource implements ScalingSource {

    private static final int TARGETS_A_CALL = 50;

    private final AwsCalls calls;
    private final ScalingPolicies policies;

    AutoScalingSource(AwsCalls calls) {
        this.calls = calls;
        policies = new ScalingPolicies(calls);
    }

    @Override
    public Map<ServiceKey, Reading<ScalingRange>> ranges(Collection<ServiceKey> services) {
        var answers = new LinkedHashMap<ServiceKey, Reading<ScalingRange>>();
        var targets = new HashMap<String, ScalableTarget>();
        List<List<ServiceKey>> batches = Batches.of(new LinkedHashSet<>(services), TARGETS_A_CALL);
        for (int i = 0; i < batches.size(); i++) {
            List<ServiceKey> batch = batches.get(i);
            try {
                batch.forEach(key -> answers.put(key, Reading.unknown(Failure.absent(), calls.clock().instant())));
                targets.putAll(targets(batch));
            } catch (CallFailed failed) {
                List<List<ServiceKey>> lost =
                        failed.concernsAll() ? batches.subList(i, batches.size()) : List.of(batch);
                lost.stream().flatMap(List::stream).forEach(key -> answers.put(key, failed.reading(calls.clock())));
                if (failed.concernsAll()) {
                    break;
                }
            }
        }
        Map<String, Reading<List<String>>> words = policies.of(targets.keySet());
        answers.replaceAll((key, reading) -> {
            String resource = ScalingMapper.resource(key.cluster(), key.service());
            return targets.containsKey(resource)
                    ? words.get(resource).flatMap(found -> range(key.service(), targets.get(resource), found))
                    : reading;
        });
        return answers;
    }

    private Reading<ScalingRange> range(String name, ScalableTarget target, List<String> words) {
        try {
            return Reading.known(ScalingMapper.range(name, target, words), calls.clock().instant());
        } catch (IllegalArgumentException e) {
            return Reading.unknown(Failure.unexpected(String.valueOf(e.getMessage()))
                    .withAction(AwsApi.DESCRIBE_SCALABLE_TARGETS.iamAction()), calls.clock().instant());
        }
    }

    private Map<String, ScalableTarget> targets(List<ServiceKey> services) {
        List<String> resources = services.stream().map(key -> ScalingMapper.resource(key.cluster(), key.service()))
                .toList();
        var found = new HashMap<String, ScalableTarget>();
        calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_SCALABLE_TARGETS, "scalable targets",
                        () -> calls.clients().scaling().describeScalableTargets(request -> request
                                .serviceNamespace(ServiceNamespace.ECS).resourceIds(resources)
                                .maxResults(TARGETS_A_CALL).nextToken(token))),
                DescribeScalableTargetsResponse::nextToken)
                .forEach(page -> page.scalableTargets().forEach(target -> found.put(target.resourceId(), target)));
        return found;
    }

    @Override
    public Reading<List<ScalingActivity>> activities(String cluster, String service) {
        return calls.read(() -> calls.call(AwsApi.DESCRIBE_SCALING_ACTIVITIES, "service " + service,
                () -> calls.clients().scaling().describeScalingActivities(request -> request
                        .serviceNamespace(ServiceNamespace.ECS).resourceId(ScalingMapper.resource(cluster, service))
                        .includeNotScaledActivities(true).maxResults(NEWEST)))
                .scalingActivities().stream().map(ScalingMapper::activity)
                .sorted(Comparator.comparing(ScalingActivity::startedAt).reversed()).toList());
    }
}
