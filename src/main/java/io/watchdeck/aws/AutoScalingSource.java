package io.watchdeck.aws;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
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

/// Reads ranges from Application Auto Scaling: ⌈services/50⌉ calls for the targets, and for their policies what
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
    public Map<String, Reading<ScalingRange>> ranges(String cluster, Collection<String> services) {
        var answers = new LinkedHashMap<String, Reading<ScalingRange>>();
        var targets = new HashMap<String, ScalableTarget>();
        List<List<String>> batches = Batches.of(new LinkedHashSet<>(services), TARGETS_A_CALL);
        for (int i = 0; i < batches.size(); i++) {
            List<String> batch = batches.get(i);
            try {
                batch.forEach(name -> answers.put(name, Reading.unknown(Failure.absent(), calls.clock().instant())));
                targets.putAll(targets(cluster, batch));
            } catch (CallFailed failed) {
                List<List<String>> lost = failed.concernsAll() ? batches.subList(i, batches.size()) : List.of(batch);
                lost.stream().flatMap(List::stream).forEach(name -> answers.put(name, failed.reading(calls.clock())));
                if (failed.concernsAll()) {
                    break;
                }
            }
        }
        Map<String, Reading<List<String>>> words = policies.of(targets.keySet());
        answers.replaceAll((name, reading) -> {
            String resource = ScalingMapper.resource(cluster, name);
            return targets.containsKey(resource)
                    ? words.get(resource).flatMap(found -> range(name, targets.get(resource), found)) : reading;
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

    private Map<String, ScalableTarget> targets(String cluster, List<String> names) {
        List<String> resources = names.stream().map(name -> ScalingMapper.resource(cluster, name)).toList();
        var found = new HashMap<String, ScalableTarget>();
        calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_SCALABLE_TARGETS, "cluster " + cluster,
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
