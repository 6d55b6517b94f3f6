package io.watchdeck.aws;

import io.watchdeck.fleet.TargetState;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/// Target health to ours. Words that this SDK does not know stay as AWS wrote them.
final class ElbMapper {

    private ElbMapper() {}

    static TargetState target(TargetHealthDescription description) {
        TargetDescription target = description.target() == null ? TargetDescription.builder().build()
                : description.target();
        TargetHealth health = description.targetHealth() == null ? TargetHealth.builder().build()
                : description.targetHealth();
        return new TargetState(text(target.id()),
                target.port() == null ? OptionalInt.empty() : OptionalInt.of(target.port()),
                text(target.availabilityZone()), text(health.stateAsString()), text(health.reasonAsString()),
                text(health.description()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
