package io.watchdeck.sandbox;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ScalingControl;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;

/// Changes autoscaling ranges of the simulated account.
final class SandboxScalingControl implements ScalingControl {

    private static final String REGISTER = "application-autoscaling:RegisterScalableTarget";

    private final SandboxAccount account;

    SandboxScalingControl(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Sent range(ServiceKey key, int min, int max) {
        return Answer.sent(account.request(REGISTER,
                stack -> stack.service(key).filter(service -> service.range().isPresent()),
                Failure.notFound("autoscaling range of service " + key.service(), account.place().region().code()),
                (stack, _, now) -> {
                    if (min < 0 || max < min) {
                        return Answer.refused("ValidationException: Maximum capacity cannot be less than minimum "
                                + "capacity, and neither can be less than 0", REGISTER, now);
                    }
                    stack.tracking(key.service()).ifPresent(one -> one.register(min, max, now.getEpochSecond()));
                    return Answer.done(now);
                }, "application-autoscaling:DescribeScalableTargets"));
    }
}
