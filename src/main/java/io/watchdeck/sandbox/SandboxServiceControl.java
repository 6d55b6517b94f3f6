package io.watchdeck.sandbox;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.fleet.rollout.ServiceControl;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.Optional;
import java.util.function.Predicate;

/// Changes services and tasks of the simulated account.
final class SandboxServiceControl implements ServiceControl {

    private static final String UPDATE = "ecs:UpdateService";
    private static final String STOP_TASK = "ecs:StopTask";
    private static final String STOP_DEPLOYMENT = "ecs:StopServiceDeployment";
    private static final int LONGEST_REASON = 255;

    private final SandboxAccount account;

    SandboxServiceControl(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Sent update(ServiceKey key, ServiceChange change) {
        return Answer.sent(account.request(UPDATE, stack -> stack.service(key),
                Failure.notFound("service " + key.service(), key.cluster()),
                (_, service, now) -> service.objection(change)
                        .<Answer<Optional<String>>>map(why -> new Answer.Refused<>(why.withAction(UPDATE), now))
                        .orElseGet(() -> Answer.done(service.update(change, now.getEpochSecond()), now))));
    }

    @Override
    public Sent stopTask(String cluster, String task, String reason) {
        String id = last(task);
        return Answer.sent(account.request(STOP_TASK,
                stack -> Optional.of(stack).filter(one -> one.file().cluster().equals(cluster))
                        .flatMap(one -> service(one, service -> service.hasTask(id))),
                Failure.notFound("task " + id, cluster), (_, service, now) -> {
                    if (reason.length() > LONGEST_REASON) {
                        return Answer.refused("InvalidParameterException: reason is longer than " + LONGEST_REASON
                                + " characters", STOP_TASK, now);
                    }
                    service.stopTask(id, reason, now.getEpochSecond());
                    return Answer.done(now);
                }));
    }

    @Override
    public Sent stopDeployment(String deployment) {
        return Answer.sent(account.request(STOP_DEPLOYMENT,
                stack -> service(stack, service -> service.deployments().has(deployment)),
                Failure.notFound("service deployment " + last(deployment), account.place().region().code()),
                (_, service, now) -> service.deployments().stop(deployment) ? Answer.done(deployment, now)
                        : Answer.refused("ConflictException: the service deployment is over, or rolls back already",
                                STOP_DEPLOYMENT, now)));
    }

    private static Optional<SimulatedService> service(SimulatedStack stack, Predicate<SimulatedService> which) {
        return stack.services().stream().filter(which).findFirst();
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
