package io.watchdeck.ui.timeline;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.cost.SpotSaving;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.LedgerCounts;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import io.watchdeck.fleet.ledger.LedgerStore.Count;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.logs.LogLine;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.timeline.EventPage;
import io.watchdeck.timeline.EventQuery;
import io.watchdeck.timeline.Timeline;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Source;
import io.watchdeck.timeline.TimelineEvent.Target;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.shell.Saved;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.LogPlace;
import io.watchdeck.watch.LogPlaces;
import io.watchdeck.watch.LogTail;
import io.watchdeck.watch.PastDesk;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.TailWish;
import io.watchdeck.watch.Tailed;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A week of Glimpse: six interruptions, most of them at night; a revision that failed and was rolled back by a person; a
/// night in which nobody watched.
final class TimelineStory {

    static final Instant NOW = Snapshots.NOW;
    static final StackId GLIMPSE = new StackId("glimpse-prod");
    /// The interruption of Monday evening.
    static final Instant LOSS = Instant.parse("2026-09-21T13:17:40Z");
    static final TimeRange UNWATCHED =
            new TimeRange(Instant.parse("2026-09-19T14:10:00Z"), Instant.parse("2026-09-19T23:05:00Z"));
    static final UUID LOW = id("low");
    private static final String API = "glimpse-api";
    private static final Phrase RUNNING = Phrase.of("metric.service.running");
    private static final ComponentId SERVICE = new ComponentId(ComponentKind.SERVICE, API);
    private static final Instant BAD = Instant.parse("2026-09-17T23:42:00Z");
    static final Instant ROLLED_BACK = BAD.plusSeconds(520);
    static final UUID ROLL_BACK = id("roll back");
    private static final List<Instant> LOSSES = Stream.of("2026-09-15T18:20:10Z", "2026-09-17T11:31:00Z",
            "2026-09-18T19:22:50Z", "2026-09-21T08:55:20Z", "2026-09-21T13:17:40Z", "2026-09-21T19:48:12Z")
            .map(Instant::parse).toList();

    private TimelineStory() {}

    /// A watch that knows it.
    static FakeWatch watch() {
        var watch = new FakeWatch(Snapshots.moment());
        watch.keep(TimelineStory::history);
        watch.alarmed(alarms());
        watch.ledger(TimelineStory::ledger);
        watch.past(past());
        return watch;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Answers at once.
    static Timeline timeline() {
        return TimelineStory::answer;
    }

    /// With pins; the file is chosen and made at once.
    static HandingOver handingOver() {
        var pins = new FakePins();
        pins.kept.add(new Pin(ROLLED_BACK, Optional.of(GLIMPSE), "jmin", "rolled back by hand"));
        pins.kept.add(new Pin(LOSS, Optional.of(GLIMPSE), "sora", ""));
        return new HandingOver(pins, Optional.of((_, _, _, _) -> new byte[0]), (name, content, told) -> {
            content.get();
            told.accept(new Saved(Path.of("/home/sora/reports", name), Optional.empty()));
        });
    }

    private static void answer(EventQuery query, Words words, Consumer<EventPage> answer) {
        List<TimelineEvent> all = events().stream().filter(one -> query.range().contains(one.at()))
                .filter(one -> query.stacks().isEmpty() || query.stacks().contains(one.stack()))
                .filter(one -> query.kinds().isEmpty() || query.kinds().contains(one.kind()))
                .sorted(TimelineEvent.NEWEST_FIRST).toList();
        answer.accept(new EventPage(all.stream().limit(query.most()).toList(), all.size() > query.most()
                ? Optional.of(query.after(all.get(query.most() - 1))) : Optional.empty()));
    }

    /// The lines around a moment, as they are read when somebody unfolds the log.
    static WatchSnapshot logged(Instant at) {
        var place = new LogPlace("/ecs/glimpse-api", "api/");
        var lines = IntStream
                .rangeClosed(-60, 60).mapToObj(number -> new LogLine(at.plusSeconds(number * 7L), "api/2b91",
                        number == -2 ? "{\"level\":\"WARN\",\"message\":\"SIGTERM received, draining\",\"inFlight\":14}"
                                : number == 3 ? "ERROR upstream connect error, 10.0.3.41 reset"
                                : "INFO GET /v1/glimpses/" + (4000 + number) + " 200 in " + (30 + number % 9) + " ms"))
                .toList();
        var tail = new LogTail(place, lines, at.minusSeconds(420), true,
                Optional.of(new LogTail.End(at.plusSeconds(420), true)));
        var wish = TailWish.everything().around(at);
        var inspected = new Inspected(new Inspection(GLIMPSE, API),
                new Panel<>(Loadable.loading(), Duration.ofMinutes(1)), Optional.of(new Tailed(wish,
                        Optional.of(
                                new LogPlaces(List.of(place), Phrase.of("logs.origin.definition", "glimpse-api:31"))),
                        new Panel<>(new Loadable.Ready<>(tail, NOW), Duration.ofDays(3650)))));
        return Snapshots.moment().with(inspected);
    }

    static List<TimelineEvent> events() {
        var events = new ArrayList<TimelineEvent>();
        LOSSES.forEach(at -> events.addAll(loss(at)));
        deployment(events, "28", Instant.parse("2026-09-15T23:42:00Z"), Optional.empty());
        deployment(events, "29", Instant.parse("2026-09-16T04:12:00Z"), Optional.empty());
        deployment(events, "30", BAD, Optional.of(Duration.ofMinutes(9)));
        deployment(events, "31", Instant.parse("2026-09-21T10:05:00Z"), Optional.empty());
        events.add(event("raised", BAD.plusSeconds(190), Kind.ALARM, Severity.WARNING, Source.WATCHDECK,
                Phrase.of("event.alarm.raised", "5xx", "glimpse-alb"), List.of(), new Target.Alarm(id("5xx"))));
        events.add(event("had", BAD.plusSeconds(430), Kind.WORD, Severity.NOTICE, Source.WATCHDECK,
                Phrase.of("event.alarm.acknowledged", "5xx", "glimpse-alb", "jmin"), List.of("rolling back"),
                new Target.Alarm(id("5xx"))));
        Phrase rollBack = Phrase.of("ui.activity.kind.rollBack");
        events.add(event("rolled", ROLLED_BACK, Kind.OPERATION, Severity.NOTICE, Source.WATCHDECK,
                Phrase.of("event.operation", rollBack, API, "jmin"), List.of("5xx since revision 30"),
                new Target.Operation(ROLL_BACK)));
        events.add(event("worked", BAD.plusSeconds(900), Kind.VERDICT, Severity.FINE, Source.WATCHDECK,
                Phrase.of("event.verdict", rollBack, API, "revision 29 runs"), List.of(),
                new Target.Operation(ROLL_BACK)));
        return List.copyOf(events);
    }

    private static void deployment(List<TimelineEvent> events, String revision, Instant at,
            Optional<Duration> failed) {
        Target target = new Target.Deployment("ecs-svc/" + revision);
        events.add(event("deployed " + revision, at, Kind.DEPLOYMENT, Severity.NOTICE, Source.ECS_EVENT,
                Phrase.of("event.deployed", API, API + ":" + revision), List.of(), target));
        events.add(event("rollout " + revision, at.plus(failed.orElse(Duration.ofMinutes(4))), Kind.ROLLOUT,
                failed.isPresent() ? Severity.CRITICAL : Severity.FINE, Source.ECS_EVENT,
                Phrase.of(failed.isPresent() ? "event.rolloutFailed" : "event.rolloutCompleted", API,
                        API + ":" + revision),
                List.of(), target));
    }

    private static List<TimelineEvent> loss(Instant at) {
        String task = "arn:aws:ecs:ap-northeast-2:999900001111:task/glimpse/2b91e4c0" + at.getEpochSecond();
        var told = new ArrayList<TimelineEvent>();
        told.add(event("draining " + at, at.minusSeconds(119), Kind.SERVICE, Severity.FINE, Source.ECS_EVENT,
                Phrase.of("event.told", API, "(service glimpse-api) has begun draining connections on 1 tasks."),
                List.of(), new Target.Task(task)));
        told.add(event("stopped " + at, at, Kind.INTERRUPTION, Severity.NOTICE, Source.ECS_TASK,
                Phrase.of("event.stop.spot", API, "ap-northeast-2c"),
                List.of("Your Spot Task was interrupted."), new Target.Task(task)));
        told.add(event("started " + at, at.plusSeconds(4), Kind.SERVICE, Severity.FINE, Source.ECS_EVENT,
                Phrase.of("event.told", API,
                        "(service glimpse-api) has started 1 tasks: (task 7d20aa91f0b54c5e8e2f6a9d1c3b5a70)."),
                List.of(), new Target.Task(task)));
        told.add(ofAlarm(event("low " + at, at.plusSeconds(20), Kind.ALARM, Severity.WARNING, Source.CLOUDWATCH,
                Phrase.of("event.alarm.raised", RUNNING, API), List.of(), new Target.Alarm(LOW))));
        told.add(event("registered " + at, at.plusSeconds(41), Kind.SERVICE, Severity.FINE, Source.ECS_EVENT,
                Phrase.of("event.told", API, "(service glimpse-api) registered 1 targets in (target-group glimpse)."),
                List.of(), new Target.Task(task)));
        if (at.equals(LOSS)) {
            told.add(ofAlarm(event("word", at.plusSeconds(85), Kind.WORD, Severity.NOTICE, Source.WATCHDECK,
                    Phrase.of("event.alarm.acknowledged", RUNNING, API, "jmin"),
                    List.of("Spot, replaced. Third loss at night this week, consider one task on demand as base."),
                    new Target.Alarm(LOW))));
        }
        told.add(ofAlarm(event("ok " + at, at.plusSeconds(140), Kind.ALARM, Severity.FINE, Source.CLOUDWATCH,
                Phrase.of("event.alarm.resolved", RUNNING, API), List.of(), new Target.Alarm(LOW))));
        return told;
    }

    private static TimelineEvent ofAlarm(TimelineEvent one) {
        return new TimelineEvent(one.id(), one.at(), one.stack(), one.component(), one.kind(), one.severity(),
                one.source(), one.says(), one.details(), one.target(), Optional.of("glimpse-running-tasks-low"));
    }

    private static TimelineEvent event(String id, Instant at, Kind kind, Severity severity, Source source, Phrase says,
            List<String> details, Target target) {
        return new TimelineEvent(id, at, GLIMPSE, Optional.of(SERVICE), kind, severity, source, says, details,
                Optional.of(target));
    }

    static List<Occurrence> alarms() {
        var all = new ArrayList<Occurrence>();
        for (Instant at : LOSSES) {
            all.add(over("low " + at, "glimpse-running-tasks-low", "service.running", at.plusSeconds(20),
                    Duration.ofSeconds(120), at.equals(LOSS) ? Optional.of(at.plusSeconds(85)) : Optional.empty()));
        }
        all.add(over("5xx", "5xx", "lb.5xx", BAD.plusSeconds(190), Duration.ofMinutes(68),
                Optional.of(BAD.plusSeconds(430))));
        return all;
    }

    private static Occurrence over(String id, String name, String metric, Instant raised, Duration length,
            Optional<Instant> had) {
        var finding = new Finding(Severity.WARNING, Condition.Source.CLOUDWATCH, name, Optional.of(metric),
                OptionalDouble.of(1), OptionalDouble.of(2), Optional.empty());
        return new Occurrence(id(id), new AlarmKey(GLIMPSE, SERVICE, metric), raised, finding, Severity.WARNING,
                OptionalDouble.of(1), new Status.Resolved(raised.plus(length), had.map(at -> new Status.Acknowledged(
                        new Word("jmin", at, Optional.empty(), "", Severity.WARNING)))),
                Optional.empty());
    }

    private static LedgerAnswer ledger(LedgerQuestion question) {
        var service = new ServiceKey("glimpse", API);
        List<Interruption> lost = LOSSES.stream().filter(question.range()::contains).map(at -> new Interruption(service,
                "arn:aws:ecs:ap-northeast-2:999900001111:task/glimpse/2b91e4c0" + at.getEpochSecond(),
                "ap-northeast-2c", "FARGATE_SPOT", Optional.of(at.minus(Duration.ofMinutes(192))), at,
                Optional.of(at.minusSeconds(118)), Optional.of(at), "SpotInterruption",
                "Your Spot Task was interrupted.", LedgerEntry.Learnt.POLLED,
                Optional.of(new Interruption.Replacement("task", at.plusSeconds(at.equals(LOSS) ? 41 : 34))))).toList();
        Watched watched = Watched.of(List.of(
                new TimeRange(NOW.minus(Duration.ofDays(20)), UNWATCHED.from()),
                new TimeRange(UNWATCHED.to(), NOW)));
        Attendance looked = Attendance.of(question.range(), Optional.of(NOW.minus(Duration.ofDays(20))), watched, NOW);
        List<Brief> briefs = lost.stream().map(Brief::of).toList();
        var counts = new LedgerCounts(lost.stream().map(one -> new Count(Instant.ofEpochSecond(
                one.at().getEpochSecond() / 900 * 900), LedgerEntry.Kind.INTERRUPTION, 1)).toList());
        StackSnapshot glimpse = Snapshots.glimpse();
        return new LedgerAnswer(question, NOW, true, List.of(new ServiceLedger(GLIMPSE, glimpse.services().getFirst()
                .spec(), counts, InterruptionRate.of(briefs, 146, looked), looked, ReplacementTimes.of(briefs),
                Optional.empty(), new SpotSaving.NotKnown(Phrase.of("overall.none")), Optional.empty(), List.of())),
                lost.reversed().stream().map(one -> new Line(GLIMPSE, one)).toList(), false);
    }

    /// Of the time in which nobody watched nothing; else the stacks with a task less than now.
    private static PastDesk past() {
        return (moment, stacks, answer) -> {
            WatchSnapshot now = Snapshots.moment();
            boolean unseen = UNWATCHED.contains(moment);
            List<StackSnapshot> shown = now.stacks().stream()
                    .filter(one -> stacks.isEmpty() || stacks.contains(one.file().id())).toList();
            answer.accept(unseen
                    ? new PastSnapshot(moment, Optional.empty(), shown.stream().map(one -> new PastSnapshot.Unseen(
                            one.file().id(), Optional.of(UNWATCHED.from()), Optional.of(UNWATCHED.to()))).toList())
                    : new PastSnapshot(moment, Optional.of(Snapshots.of(shown.stream()
                            .map(TimelineStory::withOneTask).toList())), List.of()));
        };
    }

    /// One task of each service has stopped.
    private static StackSnapshot withOneTask(StackSnapshot one) {
        List<StackSnapshot.Service> services = one.services().stream()
                .map(service -> new StackSnapshot.Service(service.spec(), service.state().map(state -> new ServiceState(
                        state.name(), state.arn(), state.status(), state.desired(), state.running() - 1,
                        state.pending(), state.strategy(), state.launchType(), state.taskDefinition(),
                        state.targetGroups(), state.deployments(), state.events())), service.tasks().map(
                                tasks -> tasks
                                        .stream().skip(1).toList()),
                        service.scaling(), service.cpu(), service.memory()))
                .toList();
        return new StackSnapshot(one.file(), one.asOf(), one.identity(), services, one.loadBalancers(),
                one.databases(), one.caches(), one.queues(), one.batchQueues(), one.pipes(), one.pipelines(),
                one.cost(), one.budgets(), one.alarms(), one.conditions(), one.verdict(), one.gaps(),
                one.occurrences());
    }

    private static HistoryAnswer history(HistoryQuery query) {
        return new HistoryAnswer(query, query.series().stream().collect(Collectors.toMap(Function.identity(),
                id -> new HistoryAnswer.Kept(series(query, id), List.of()))));
    }

    private static Series series(HistoryQuery query, SeriesId id) {
        var samples = new ArrayList<Sample>();
        long step = query.tier().period().toSeconds();
        boolean polled = id.metric().startsWith("service.");
        for (long second = query.range().from().getEpochSecond() / step * step; second < Math.min(
                query.range().to().getEpochSecond(), NOW.getEpochSecond()); second += step) {
            Instant at = Instant.ofEpochSecond(second);
            if (!polled || !UNWATCHED.contains(at)) {
                samples.add(new Sample(at, value(id.metric(), at, step)));
            }
        }
        return Series.of(samples);
    }

    private static double value(String metric, Instant at, long step) {
        double day = Math.cos((at.getEpochSecond() % 86_400 - 21_600) / 86_400.0 * 2 * Math.PI);
        var random = new Random(at.getEpochSecond() * 31 + metric.hashCode());
        double some = random.nextDouble();
        boolean lost = LOSSES.stream().anyMatch(loss -> near(loss, at, Math.max(240, step)));
        boolean bad = near(BAD.plusSeconds(600), at, 2400);
        return switch (metric) {
            case "lb.requests" -> (110 + 70 * day + 10 * some) * step / 60;
            case "lb.5xx" -> (bad ? 9 + 6 * some : lost ? 5 + 3 * some : some > 0.93 ? 2.4 : 0.3 * some) * step / 60;
            case "service.desired" -> 2;
            case "service.running" -> bad ? 3 : lost ? 1 : 2;
            case "db.connections" -> 34 + 9 * day + 2 * some - (lost ? 8 : 0);
            default -> 1;
        };
    }

    private static boolean near(Instant event, Instant at, double seconds) {
        double apart = at.getEpochSecond() - event.getEpochSecond();
        return apart >= -seconds / 4 && apart < seconds;
    }
}
