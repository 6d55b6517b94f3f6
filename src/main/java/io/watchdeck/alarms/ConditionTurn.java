package io.watchdeck.alarms;

import java.time.Instant;

/// What a rule or CloudWatch alarm found from a moment on, until its next turn.
public record ConditionTurn(Instant at, Condition condition) {}
