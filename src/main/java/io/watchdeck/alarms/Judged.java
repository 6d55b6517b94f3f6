package io.watchdeck.alarms;

import java.time.Instant;

/// How far the alarms of a stack have been judged.
///
/// @param until where judging goes on
/// @param whole whether that is so of all the time before, as far as AWS still had it when the stack was watched first;
///              else that is still to be done
public record Judged(Instant until, boolean whole) {}
