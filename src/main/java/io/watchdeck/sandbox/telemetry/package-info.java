/// The simulated CloudWatch of a stack: metrics recorded minute by minute and the alarms over them.
/// Read first: [MetricRecorder], then [SimulatedAlarm].
@NullMarked
package io.watchdeck.sandbox.telemetry;

import org.jspecify.annotations.NullMarked;
