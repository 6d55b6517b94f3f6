package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.rollout.DeploymentSettings;
import java.util.List;
import java.util.OptionalInt;

/// How ECS rolls a service out.
///
/// @param minPercent of the desired count that is kept running and healthy meanwhile
/// @param maxPercent of the desired count that may be wanted at a time
/// @param breaker    a deployment whose tasks do not start is given up
/// @param rollback   what is given up is rolled back
/// @param alarms     names of the CloudWatch alarms that end a deployment
public record RolloutRules(int minPercent, int maxPercent, boolean breaker, boolean rollback, List<String> alarms) {

    private static final int WHOLE = 100;
    private static final int TWICE = 200;
    /// The circuit breaker gives up after half of the desired tasks failed, but never before the third.
    private static final int LEAST_FAILURES = 3;
    private static final int MOST_FAILURES = 200;

    public RolloutRules {
        alarms = List.copyOf(alarms);
    }

    /// As ECS does it where nothing else is asked for.
    public static RolloutRules usual(boolean breaker, List<String> alarms) {
        return new RolloutRules(WHOLE, TWICE, breaker, breaker, alarms);
    }

    /// Tasks that there may be of so many, rounded down.
    int most(int desired) {
        return desired * maxPercent / WHOLE;
    }

    /// Tasks that are kept of so many, rounded up.
    int least(int desired) {
        return Math.ceilDiv(desired * minPercent, WHOLE);
    }

    /// Failures at which the circuit breaker triggers.
    static int threshold(int desired) {
        return Math.clamp(Math.ceilDiv(desired, 2), LEAST_FAILURES, MOST_FAILURES);
    }

    DeploymentSettings view() {
        return new DeploymentSettings("ECS", OptionalInt.of(minPercent), OptionalInt.of(maxPercent), breaker, rollback,
                alarms);
    }
}
