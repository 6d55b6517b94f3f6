package io.watchdeck.fleet.ledger;

/// How many tasks of a service were interrupted lately.
///
/// @param attendance the time of which it is known
public record InterruptionCount(int count, Attendance attendance) {}
