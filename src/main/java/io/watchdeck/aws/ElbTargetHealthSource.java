package io.watchdeck.aws;

import io.watchdeck.fleet.TargetHealthSource;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;

/// Reads the health of targets from Elastic Load Balancing, one call a target group, and before the first one more for
/// the ARNs of 20 groups, which are kept.
final class ElbTargetHealthSource implements TargetHealthSource {

    /// More names a call than this are not taken for load balancers; for target groups no number is documented.
    private static final int GROUPS_A_CALL = 20;
    private static final Comparator<TargetState> BY_ID = Comparator.comparing(TargetState::id)
            .thenComparing(target -> target.port().orElse(0));

    private final AwsCalls calls;
    private final ConcurrentMap<String, String> arns = new ConcurrentHashMap<>();

    ElbTargetHealthSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, Reading<List<TargetState>>> targets(Collection<String> targetGroups) {
        Set<String> names = new LinkedHashSet<>(targetGroups);
        Map<String, CallFailed> failed = new LinkedHashMap<>();
        find(names.stream().filter(name -> !arns.containsKey(name)).toList(), failed);
        var answers = new LinkedHashMap<String, Reading<List<TargetState>>>();
        CallFailed all = null;
        for (String name : names) {
            CallFailed known = failed.getOrDefault(name, all);
            if (known != null) {
                answers.put(name, known.reading(calls.clock()));
                continue;
            }
            try {
                answers.put(name, Reading.known(targets(name), calls.clock().instant()));
            } catch (CallFailed failure) {
                answers.put(name, failure.reading(calls.clock()));
                // The right is not given group by group.
                all = failure.concernsAll() ? failure : null;
            }
        }
        return answers;
    }

    private List<TargetState> targets(String name) {
        String arn = arns.get(name);
        if (arn == null) {
            throw new CallFailed(Failure.notFound("target group " + name, calls.region()));
        }
        try {
            DescribeTargetHealthResponse answer = calls.call(AwsApi.DESCRIBE_TARGET_HEALTH, "target group " + name,
                    () -> calls.clients().loadBalancing()
                            .describeTargetHealth(request -> request.targetGroupArn(arn)));
            return answer.targetHealthDescriptions().stream().map(ElbMapper::target).sorted(BY_ID).toList();
        } catch (CallFailed failure) {
            if (failure.failure().kind() == Kind.NOT_FOUND) {
                arns.remove(name);
            }
            throw failure;
        }
    }

    /// Learns the ARNs of groups. One name that does not exist fails the call for all of them, so that each is asked
    /// alone then.
    private void find(List<String> names, Map<String, CallFailed> failed) {
        List<List<String>> batches = Batches.of(names, GROUPS_A_CALL);
        for (int i = 0; i < batches.size(); i++) {
            List<String> batch = batches.get(i);
            try {
                describe(batch);
            } catch (CallFailed failure) {
                if (failure.failure().kind() == Kind.NOT_FOUND && batch.size() > 1) {
                    batch.forEach(name -> find(List.of(name), failed));
                } else {
                    boolean all = failure.concernsAll();
                    (all ? batches.subList(i, batches.size()) : List.of(batch))
                            .forEach(some -> some.forEach(name -> failed.put(name, failure)));
                    if (all) {
                        return;
                    }
                }
            }
        }
    }

    private void describe(List<String> names) {
        String subject = names.size() == 1 ? "target group " + names.getFirst() : "target groups";
        calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_TARGET_GROUPS, subject,
                        () -> calls.clients().loadBalancing()
                                .describeTargetGroups(request -> request.names(names).marker(marker))),
                DescribeTargetGroupsResponse::nextMarker)
                .forEach(page -> page.targetGroups()
                        .forEach(group -> arns.put(group.targetGroupName(), group.targetGroupArn())));
    }
}
