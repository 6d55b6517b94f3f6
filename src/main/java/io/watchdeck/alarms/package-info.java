/// Rules over metrics and the alarms of CloudWatch.
///
/// Read first: [RuleEvaluation] for our own rules, [CloudAlarm] and the port [AlarmSource] for CloudWatch's.
@NullMarked
package io.watchdeck.alarms;

import org.jspecify.annotations.NullMarked;
