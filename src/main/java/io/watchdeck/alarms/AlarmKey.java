package io.watchdeck.alarms;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.StackId;

/// What an occurrence is an episode of: one trouble of one component. Rules and CloudWatch alarms that tell of the same
/// trouble, and thresholds of several severities, share it, so that a person has one thing to take up and "it got worse"
/// is the same thing getting worse.
///
/// @param topic what is wrong, as [Condition#topic] tells it
public record AlarmKey(StackId stack, ComponentId on, String topic) {

    public static AlarmKey of(StackId stack, Condition condition) {
        return new AlarmKey(stack, condition.on(), condition.topic());
    }
}
