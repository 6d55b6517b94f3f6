package io.watchdeck.report;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.fleet.EcsSentence;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.Interruption.Replacement;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.Limit;
import io.watchdeck.report.HandOver.Measured;
import io.watchdeck.report.HandOver.OfService;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.report.HandOver.Seen;
import io.watchdeck.report.HandOver.Spot;
import io.watchdeck.stack.StackFile;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Target;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// The facts of a report of two hours from noon (UTC) at Tiketi, to which tests add what they are about. Made at the end, and
/// watched all the time.
final class ReportFacts {

    static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    static final TimeRange RANGE = new TimeRange(NOON, NOON.plus(Duration.ofHours(2)));
    static final String SERVICE = "tiketi-backend-service";
    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

    TimeRange range = RANGE;
    Instant made = RANGE.to();
    String person = "sora";
    boolean sandbox;
    StackFile file = Snapshots.file("tiketi-prod");
    final List<TimelineEvent> events = new ArrayList<>();
    final List<Episode> alarms = new ArrayList<>();
    final List<JournalEntry> operations = new ArrayList<>();
    final List<Measured> metrics = new ArrayList<>();
    final List<Interruption> interruptions = new ArrayList<>();
    final List<Pin> pins = new ArrayList<>();
    List<TimeRange> watched = List.of(RANGE);
    Optional<Instant> begun = Optional.of(NOON.minus(Duration.ofDays(9)));
    Optional<Instant> judged = Optional.of(RANGE.to());
    int ran;

    static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    HandOver facts() {
        List<Episode> open = alarms.stream().filter(one -> !one.occurrence().isResolved()).toList();
        var attendance = new Attendance(range, Watched.of(watched));
        Spot spot = interruptions.isEmpty() && ran == 0 ? Spot.none()
                : new Spot(List.of(new OfService(file.components().services().getFirst(), interruptions,
                        new InterruptionRate(interruptions.size(), ran, attendance))), List.of());
        return new HandOver(range, made, person, sandbox, List.of(new OfStack(file,
                events.stream().sorted(Comparator.comparing(TimelineEvent::at)).toList(), alarms, open, operations,
                spot, new Seen(watched, begun, Optional.empty(), judged), metrics)), pins);
    }

    Document document(Locale locale) {
        return Report.of(facts(), CATALOGUE, new Words(locale, ZoneId.of("UTC")));
    }

    String markdown() {
        return written(document(Locale.ENGLISH), ReportFormat.MARKDOWN);
    }

    String html() {
        return written(document(Locale.ENGLISH), ReportFormat.HTML);
    }

    static String written(Document document, ReportFormat format) {
        var out = new StringWriter();
        try {
            format.write(document, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /// The lines of a section of the Markdown, without its heading.
    String section(String heading) {
        String all = markdown();
        int begin = all.indexOf("\n## " + heading);
        if (begin < 0) {
            throw new AssertionError("no section " + heading + " in " + all);
        }
        int from = all.indexOf('\n', begin + 1);
        int end = all.indexOf("\n## ", from);
        return all.substring(from, end < 0 ? all.length() : end);
    }

    ReportFacts event(int minute, Kind kind, Severity severity, String key, Object... arguments) {
        return event(minute, kind, severity, List.of(), key, arguments);
    }

    ReportFacts event(int minute, Kind kind, Severity severity, List<String> details, String key,
            Object... arguments) {
        events.add(new TimelineEvent("e" + events.size(), at(minute), file.id(),
                Optional.of(new ComponentId(ComponentKind.SERVICE, SERVICE)), kind, severity,
                switch (kind) {
                    case TASK_STOP, INTERRUPTION -> TimelineEvent.Source.ECS_TASK;
                    case SCALING -> TimelineEvent.Source.AUTO_SCALING;
                    case CLOUD_ALARM -> TimelineEvent.Source.CLOUDWATCH;
                    case PIPELINE -> TimelineEvent.Source.CODE_PIPELINE;
                    case DATABASE -> TimelineEvent.Source.RDS;
                    case ALARM, WORD, OPERATION, VERDICT -> TimelineEvent.Source.WATCHDECK;
                    case DEPLOYMENT, ROLLOUT, PLACEMENT, SERVICE -> TimelineEvent.Source.ECS_EVENT;
                }, Phrase.of(key, arguments), details, kind == Kind.DEPLOYMENT || kind == Kind.ROLLOUT
                        ? Optional.of(new Target.Deployment(arguments[1].toString())) : Optional.empty()));
        return this;
    }

    ReportFacts told(int minute, String sentence) {
        return event(minute, Kind.SERVICE, Severity.FINE, List.of(sentence), "event.told", SERVICE,
                new EcsSentence(sentence).bare());
    }

    /// ALB 5xx, 98 a minute at worst against 10, from a minute to another; open where that is negative.
    ReportFacts alarm(int from, int to, Optional<Word> word) {
        return alarm("ALB 5xx", "lb.5xx", Severity.CRITICAL, from, to, word);
    }

    /// So many tasks of the service are missing since then.
    ReportFacts missing(int from, double tasks) {
        var key = new AlarmKey(file.id(), new ComponentId(ComponentKind.SERVICE, SERVICE), "tasks");
        var found = new Finding(Severity.WARNING, Source.RULE, "running-below-desired", Optional.of("service.missing"),
                OptionalDouble.of(tasks), OptionalDouble.of(0), Optional.of(Relation.ABOVE));
        alarms.add(new Episode(new Occurrence(new UUID(7, alarms.size()), key, at(from), found, Severity.WARNING,
                OptionalDouble.of(tasks), new Status.Open(at(from), at(from)), Optional.empty()), List.of()));
        return this;
    }

    ReportFacts alarm(String name, String metric, Severity severity, int from, int to, Optional<Word> word) {
        var key = new AlarmKey(file.id(), new ComponentId(ComponentKind.LOAD_BALANCER, "tiketi-alb-prod"),
                metric + " above");
        var found = new Finding(severity, Source.RULE, name, Optional.of(metric), OptionalDouble.of(62),
                OptionalDouble.of(10), Optional.of(Relation.ABOVE));
        Status held = word.<Status>map(Status.Acknowledged::new)
                .orElseGet(() -> new Status.Open(at(from), at(from)));
        Status status = to < 0 ? held
                : new Status.Resolved(at(to), word.map(Status.Acknowledged::new));
        var id = new UUID(7, alarms.size());
        var raised = new Occurrence(id, key, at(from), found, severity, OptionalDouble.of(62),
                new Status.Open(at(from), at(from)), Optional.empty());
        var now = new Occurrence(id, key, at(from), found, severity, OptionalDouble.of(98), status, Optional.empty(),
                Optional.empty(), word.map(one -> new Had(one, to < 0 ? Optional.empty() : Optional.of(at(to)))));
        var changes = new ArrayList<Change>();
        changes.add(new Change(at(from), What.RAISED, true, raised));
        alarmEvent(id, name, from, What.RAISED, severity, "event.alarm.raised");
        word.ifPresent(one -> changes.add(new Change(one.at(), What.ACKNOWLEDGED, false, new Occurrence(id, key,
                at(from), found, severity, OptionalDouble.of(62), new Status.Acknowledged(one), Optional.empty()))));
        if (to >= 0) {
            changes.add(new Change(at(to), What.RESOLVED, false, now));
            alarmEvent(id, name, to, What.RESOLVED, Severity.FINE, "event.alarm.resolved");
        }
        alarms.add(new Episode(now, changes));
        return this;
    }

    /// Of the newest alarm is known that it began earlier than it was told.
    ReportFacts begun(int minute) {
        Episode told = alarms.removeLast();
        Occurrence one = told.occurrence();
        alarms.add(new Episode(new Occurrence(one.id(), one.key(), at(minute), one.now(), one.worst(),
                one.worstValue(), one.status(), one.unknownSince(), one.flapping(), one.had()), told.changes()));
        return this;
    }

    private void alarmEvent(UUID id, String name, int minute, What what, Severity severity, String key) {
        events.add(new TimelineEvent(id + " " + what + " " + at(minute), at(minute), file.id(),
                Optional.of(new ComponentId(ComponentKind.LOAD_BALANCER, "tiketi-alb-prod")), Kind.ALARM, severity,
                TimelineEvent.Source.WATCHDECK, Phrase.of(key, name, "tiketi-alb-prod"), List.of(),
                Optional.of(new Target.Alarm(id))));
    }

    static Word word(int minute, String note) {
        return new Word("jmin", at(minute), Optional.of(at(minute + 240)), note, Severity.CRITICAL);
    }

    /// A minute's samples that a function gives for the minutes since noon, but for a gap.
    ReportFacts metric(String metric, String component, int gapFrom, int gapTo, List<Limit> limits,
            java.util.function.IntToDoubleFunction value) {
        var samples = new ArrayList<Sample>();
        for (int minute = 0; minute < 120; minute++) {
            if (minute < gapFrom || minute >= gapTo) {
                samples.add(new Sample(at(minute), value.applyAsDouble(minute)));
            }
        }
        List<Gap> gaps = gapFrom >= gapTo ? List.of()
                : List.of(new Gap(new TimeRange(at(gapFrom), at(gapTo)), Gap.Cause.NOT_READ, Optional.empty()));
        metrics.add(new Measured(new SeriesId(file.id(), metric, component), CATALOGUE.get(metric), Optional.empty(),
                Series.of(samples), gaps, limits, Optional.empty()));
        return this;
    }

    ReportFacts interruption(int minute, Optional<Integer> replacedAfterSeconds, String reason) {
        interruptions.add(new Interruption(new ServiceKey(file.cluster(), SERVICE),
                "arn:aws:ecs:ap-northeast-2:1:task/c/" + "0123456789abcdef".repeat(2), "ap-northeast-2a",
                "FARGATE_SPOT", Optional.of(at(minute - 60)), at(minute), Optional.of(at(minute)),
                Optional.of(at(minute + 2)), "SpotInterruption", reason, Learnt.POLLED,
                replacedAfterSeconds.map(seconds -> new Replacement("arn:other", at(minute + 2)
                        .plusSeconds(seconds)))));
        ran = Math.max(ran, 10);
        return this;
    }
}
