package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;

/// The ARNs of target groups, by which Elastic Load Balancing describes them: 20 groups a call, kept while they are there.
final class TargetGroupArns {

    /// More names a call than this are not taken for load balancers; for target groups no number is documented.
    private static final int GROUPS_A_CALL = 20;

    private final AwsCalls calls;
    private final ConcurrentMap<String, String> arns = new ConcurrentHashMap<>();

    TargetGroupArns(AwsCalls calls) {
        this.calls = calls;
    }

    /// Reads each group by a call of its own, one after another. A failure that would be that of the next group too ends
    /// the reading.
    ///
    /// @param value by name and ARN; throws [CallFailed]
    <T> Map<String, Reading<T>> each(Collection<String> targetGroups, BiFunction<String, String, T> value) {
        Set<String> names = new LinkedHashSet<>(targetGroups);
        Map<String, CallFailed> failed = new LinkedHashMap<>();
        find(names.stream().filter(name -> !arns.containsKey(name)).toList(), failed);
        var answers = new LinkedHashMap<String, Reading<T>>();
        CallFailed all = null;
        for (String name : names) {
            CallFailed known = failed.getOrDefault(name, all);
            if (known != null) {
                answers.put(name, known.reading(calls.clock()));
                continue;
            }
            try {
                answers.put(name, Reading.known(value(name, value), calls.clock().instant()));
            } catch (CallFailed failure) {
                answers.put(name, failure.reading(calls.clock()));
                // The right is not given group by group.
                all = failure.concernsAll() ? failure : null;
            }
        }
        return answers;
    }

    private <T> T value(String name, BiFunction<String, String, T> value) {
        String arn = arns.get(name);
        if (arn == null) {
            throw new CallFailed(Failure.notFound("target group " + name, calls.region()));
        }
        try {
            return value.apply(name, arn);
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
