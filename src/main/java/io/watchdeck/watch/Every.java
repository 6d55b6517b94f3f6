package io.watchdeck.watch;

import java.time.Duration;

/// How often that of a stack is read just now whose rhythm follows attention.
record Every(Duration metrics, Duration alarms) {}
