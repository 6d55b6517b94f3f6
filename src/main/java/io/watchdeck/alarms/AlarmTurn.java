package io.watchdeck.alarms;

import java.time.Instant;

/// A change of the state of a CloudWatch alarm, metric or composite. States are as in [CloudAlarm#state].
///
/// @param alarm  its name
/// @param before the state that it left; empty where AWS does not say
/// @param state  the state that it reached
/// @param reason AWS's own sentence for the new state
public record AlarmTurn(String alarm, Instant at, String before, String state, String reason) {}
