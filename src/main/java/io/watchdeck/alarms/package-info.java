/// Rules over metrics and the alarms of CloudWatch.
///
/// Read first: [RuleEvaluation] for our own rules, [CloudAlarm] and the port [AlarmSource] for CloudWatch's; [Lifecycle] for
/// what becomes of an [Occurrence], [Occurrences] for what makes one, and the port [OccurrenceStore].
@NullMarked
package io.watchdeck.alarms;

import org.jspecify.annotations.NullMarked;
