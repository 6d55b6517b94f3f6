package io.watchdeck.aws;

import io.watchdeck.fleet.TargetHealthSource;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;

/// Reads the health of targets from Elastic Load Balancing, one call a target group, and before the first one what
/// [TargetGroupArns] needs.
final class ElbTargetHealthSource implements TargetHealthSource {

    private static final Comparator<TargetState> BY_ID = Comparator.comparing(TargetState::id)
            .thenComparing(target -> target.port().orElse(0));

    private final AwsCalls calls;
    private final TargetGroupArns arns;

    ElbTargetHealthSource(AwsCalls calls, TargetGroupArns arns) {
        this.calls = calls;
        this.arns = arns;
    }

    @Override
    public Map<String, Reading<List<TargetState>>> targets(Collection<String> targetGroups) {
        return arns.each(targetGroups, this::targets);
    }

    private List<TargetState> targets(String name, String arn) {
        DescribeTargetHealthResponse answer = calls.call(AwsApi.DESCRIBE_TARGET_HEALTH, "target group " + name,
                () -> calls.clients().loadBalancing().describeTargetHealth(request -> request.targetGroupArn(arn)));
        return answer.targetHealthDescriptions().stream().map(ElbMapper::target).sorted(BY_ID).toList();
    }
}
