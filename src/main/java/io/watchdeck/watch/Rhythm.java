package io.watchdeck.watch;

import io.watchdeck.refresh.Saving;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How often each subject is read. Calls that AWS does not charge keep a fast rhythm of their own; metrics follow
/// attention: a stack that is looked at or has something open every minute, others every five, all every fifteen while
/// the window is hidden. Alarms, which are free up to a number of requests only, follow it a little: every minute, and
/// every three while the window is hidden and nothing is open.
///
/// @param metricsAttended metrics of a stack in focus or with an open alarm
public record Rhythm(Map<Subject, Duration> intervals, Duration metricsAttended) {

    /// Failures in a row after which trying soon again is no use.
    static final int IN_VAIN = 10;

    private static final int SPARED = 3;
    private static final Duration HIDDEN = Duration.ofMinutes(15);
    private static final Duration ALARMS_HIDDEN = Duration.ofMinutes(3);
    private static final Duration INSPECTION = Duration.ofSeconds(30);
    /// As `aws logs tail --follow` does.
    private static final Duration TAIL = Duration.ofSeconds(5);
    private static final Duration TAIL_LEAST = Duration.ofMinutes(1);

    public Rhythm {
        intervals = Map.copyOf(intervals);
    }

    public static Rhythm standard() {
        var every = new EnumMap<Subject, Duration>(Subject.class);
        every.put(Subject.IDENTITY, Duration.ofMinutes(1));
        every.put(Subject.SERVICES, Duration.ofSeconds(20));
        every.put(Subject.TASKS, Duration.ofSeconds(30));
        every.put(Subject.SCALING, Duration.ofMinutes(5));
        every.put(Subject.METRICS, Duration.ofMinutes(5));
        every.put(Subject.ALARMS, Duration.ofMinutes(1));
        every.put(Subject.QUEUES, Duration.ofSeconds(30));
        every.put(Subject.BATCH, Duration.ofMinutes(1));
        every.put(Subject.PIPES, Duration.ofMinutes(2));
        every.put(Subject.PIPELINES, Duration.ofMinutes(1));
        every.put(Subject.DATABASES, Duration.ofMinutes(10));
        every.put(Subject.COST, Duration.ofHours(24));
        every.put(Subject.TARGETS, Duration.ofMinutes(1));
        return new Rhythm(every, Duration.ofMinutes(1));
    }

    public Duration every(Subject subject) {
        return intervals.get(subject);
    }

    /// Metrics of stacks that nobody attends to: near the cap a third as often.
    public Duration metrics(Saving saving) {
        Duration plain = every(Subject.METRICS);
        return saving.compareTo(Saving.METRICS) < 0 ? plain : plain.multipliedBy(SPARED);
    }

    /// Metrics of a stack that somebody looks at or that has something open: near the cap as if nobody did.
    public Duration metricsAttended(Saving saving) {
        return saving.compareTo(Saving.METRICS) < 0 ? metricsAttended : every(Subject.METRICS);
    }

    /// Metrics of every stack while nobody can see the window.
    public Duration metricsHidden() {
        return HIDDEN;
    }

    /// Alarms while nobody can see the window and nothing is open: three minutes are soon enough for whoever is to be
    /// called to it, CloudWatch itself takes as long to see most of them. A reading is one of the requests of which a million is
    /// free: each that is not made reads a metric later, and every minute of a month is 43,200 of them for each Region.
    public Duration alarmsHidden() {
        return ALARMS_HIDDEN;
    }

    /// What is read only of the service that somebody looks at closely.
    public Duration inspection() {
        return INSPECTION;
    }

    /// The log that somebody follows: after failures less and less often, down to once a minute.
    ///
    /// @param failures readings in a row that failed
    public Duration tail(int failures) {
        Duration next = TAIL.multipliedBy(1L << Math.min(failures, IN_VAIN));
        return next.compareTo(TAIL_LEAST) < 0 ? next : TAIL_LEAST;
    }

    /// The pause after a reading: a failure that may pass is tried again soon, then less and less often, never less
    /// often than in the subject's own rhythm. A question about cost costs a cent, so that it waits longer.
    ///
    /// @param failures readings in a row that ended with such a failure
    public Duration after(Subject subject, int failures) {
        Duration plain = subject == Subject.METRICS ? metricsAttended : every(subject);
        if (failures == 0) {
            return plain;
        }
        Duration first = subject == Subject.COST ? Duration.ofMinutes(5) : Duration.ofSeconds(20);
        Duration next = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return next.compareTo(plain) < 0 ? next : plain;
    }

    /// The interval by which the age of a metric is judged: AWS publishes a period a minute or more after its end, so a
    /// figure on time is older than its reading.
    ///
    /// @param reading how often it is read
    public Duration metricAge(Duration reading, Duration period) {
        return (reading.compareTo(period) > 0 ? reading : period).plusMinutes(1);
    }
}
