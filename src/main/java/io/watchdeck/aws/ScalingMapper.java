package io.watchdeck.aws;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingActivity.NotScaled;
import io.watchdeck.fleet.ScalingRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.NotScaledReason;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/// Application Auto Scaling's targets, policies and activities to ours.
final class ScalingMapper {

    private static final List<String> FIRST = List.of("CPU ", "memory ", "ALB requests ");

    private ScalingMapper() {}

    /// The usual policies first, the others by their letters: AWS promises no order, and a list must not dance.
    static List<String> inOrder(Collection<String> policies) {
        return policies.stream().sorted(Comparator.comparingInt(ScalingMapper::rank)
                .thenComparing(String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private static int rank(String policy) {
        return (int) FIRST.stream().takeWhile(word -> !policy.startsWith(word)).count();
    }

    /// As Application Auto Scaling names a service.
    static String resource(String cluster, String service) {
        return "service/" + cluster + "/" + service;
    }

    /// @throws IllegalArgumentException when an end is missing
    static ScalingRange range(String service, ScalableTarget target, List<String> policies) {
        if (target.minCapacity() == null || target.maxCapacity() == null) {
            throw new IllegalArgumentException("the scalable target has no range");
        }
        var words = new ArrayList<>(policies);
        SuspendedState suspended = target.suspendedState();
        if (suspended != null) {
            add(words, suspended.dynamicScalingInSuspended(), "scale-in suspended");
            add(words, suspended.dynamicScalingOutSuspended(), "scale-out suspended");
            add(words, suspended.scheduledScalingSuspended(), "scheduled scaling suspended");
        }
        return new ScalingRange(service, target.minCapacity(), target.maxCapacity(), words);
    }

    private static void add(List<String> words, @Nullable Boolean condition, String word) {
        if (Boolean.TRUE.equals(condition)) {
            words.add(word);
        }
    }

    static String policy(ScalingPolicy policy) {
        TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
        if (tracking != null) {
            return tracked(policy, tracking)
                    + (Boolean.TRUE.equals(tracking.disableScaleIn()) ? " (scale-out only)" : "");
        }
        String name = text(policy.policyName());
        return switch (text(policy.policyTypeAsString())) {
            case "StepScaling" -> "step scaling " + name;
            case "PredictiveScaling" -> "predictive scaling " + name;
            default -> (text(policy.policyTypeAsString()) + " " + name).strip();
        };
    }

    private static String tracked(ScalingPolicy policy, TargetTrackingScalingPolicyConfiguration tracking) {
        String target = tracking.targetValue() == null ? "?" : number(tracking.targetValue());
        if (tracking.predefinedMetricSpecification() != null) {
            String metric = text(tracking.predefinedMetricSpecification().predefinedMetricTypeAsString());
            return switch (metric) {
                case "ECSServiceAverageCPUUtilization" -> "CPU " + target + " %";
                case "ECSServiceAverageMemoryUtilization" -> "memory " + target + " %";
                case "ALBRequestCountPerTarget" -> "ALB requests " + target + " per target";
                default -> metric + " " + target;
            };
        }
        String custom = Optional.ofNullable(tracking.customizedMetricSpecification())
                .map(metric -> metric.metricName()).orElseGet(() -> text(policy.policyName()));
        return custom + " " + target;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static ScalingActivity activity(
            software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity activity) {
        return new ScalingActivity(text(activity.activityId()),
                Objects.requireNonNullElse(activity.startTime(), Instant.EPOCH),
                Optional.ofNullable(activity.endTime()), text(activity.statusCodeAsString()),
                text(activity.description()), text(activity.cause()), text(activity.statusMessage()),
                activity.notScaledReasons().stream().map(ScalingMapper::notScaled).toList());
    }

    private static NotScaled notScaled(NotScaledReason reason) {
        return new NotScaled(text(reason.code()), count(reason.currentCapacity()), count(reason.minCapacity()),
                count(reason.maxCapacity()));
    }

    private static OptionalInt count(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
