package io.watchdeck.ui.timeline;

import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Placed;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Target;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.ui.kit.LaneData;
import io.watchdeck.ui.kit.LaneData.Flag;
import io.watchdeck.ui.kit.LaneData.Sign;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What happened to a stack along the time: deployments and what came of them, what Spot took, alarms and who had them,
/// what persons did and noted.
record HappenedLanes(Words words, TimeRange range, Instant now) {

    /// A hatch of less would be taken for a line.
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    List<LaneData.Happened> of(StackId stack, List<TimelineEvent> events, Optional<Past> past,
            Optional<LedgerAnswer> ledger) {
        return List.of(
                new LaneData.Happened(words.say("ui.timeline.lane.deployments"), "", deployments(events), List.of(),
                        List.of()),
                spot(ledger),
                new LaneData.Happened(words.say("ui.timeline.lane.alarms"), words.say("ui.timeline.lane.alarms.who"),
                        List.of(), past.map(kept -> alarms(stack, kept)).orElse(List.of()), List.of()),
                new LaneData.Happened(words.say("ui.timeline.lane.actions"),
                        words.say("ui.timeline.lane.actions.notes"), actions(events), List.of(), List.of()));
    }

    private List<Flag> deployments(List<TimelineEvent> events) {
        return events.stream().filter(one -> one.kind() == Kind.DEPLOYMENT).map(one -> {
            Optional<TimelineEvent> end = one.target().flatMap(target -> events.stream()
                    .filter(other -> other.kind() == Kind.ROLLOUT && other.target().filter(target::equals).isPresent())
                    .findFirst());
            boolean failed = end.filter(other -> other.severity() != Severity.FINE).isPresent();
            String revision = ShortNames.revision(String.valueOf(one.says().arguments().getLast()));
            return new Flag(one.at(), Sign.DEPLOYMENT, failed ? Tone.WARNING : Tone.NOTICE, failed
                    ? words.say("ui.timeline.rev.failed", revision, Duration.between(one.at(), end.get().at()))
                    : end.isPresent() ? words.say("ui.timeline.rev", revision)
                    : words.say("ui.timeline.rev.running", revision));
        }).toList();
    }

    private LaneData.Happened spot(Optional<LedgerAnswer> ledger) {
        boolean none = ledger.filter(LedgerAnswer::kept).filter(answer -> !SpotFacts.usesSpot(answer)).isPresent();
        String below = none ? words.say("ui.timeline.spot.none")
                : ledger.filter(answer -> !answer.kept()).map(_ -> words.say("ui.timeline.lane.spot.notKept"))
                        .orElse("");
        List<Flag> flags = ledger.map(answer -> answer.lines().stream().map(line -> switch (line.entry()) {
            case Interruption one -> new Flag(one.at(), Sign.INTERRUPTION, Tone.PLAIN, "", words.say(
                    "ui.timeline.interruption", one.service().service(), new InterruptionText(words).when(one, now)));
            case PlacementFailure one ->
                new Flag(one.at(), Sign.PLACEMENT, Tone.WARNING, words.say("ui.timeline.unplaced"));
        }).toList()).orElse(List.of());
        return new LaneData.Happened(words.say("ui.timeline.lane.spot"), below, flags, List.of(),
                ledger.filter(answer -> answer.kept() && !none).map(this::unwatched).orElse(List.of()).stream()
                        .map(gap -> new ChartData.Gap(gap.range(), gap.first()
                                ? words.say("ui.timeline.notWatched.before", words.when(gap.range().to(), now))
                                : words.say("ui.timeline.notWatched", gap.range().length())))
                        .toList());
    }

    /// When nobody looked at the tasks; of the services of a cluster all or none are seen. What lies before the first look
    /// ever is among it.
    List<Unwatched> unwatched(LedgerAnswer ledger) {
        Optional<Attendance> looked = ledger.services().stream().map(one -> one.rate().attendance())
                .max(Comparator.comparing(one -> one.watched().length()));
        return looked.map(one -> {
            var gaps = new ArrayList<Unwatched>();
            if (range.from().isBefore(one.range().from())) {
                gaps.add(new Unwatched(new TimeRange(range.from(), one.range().from()), true));
            }
            one.gaps().forEach(gap -> gaps.add(new Unwatched(gap, false)));
            return gaps.stream().filter(gap -> gap.range().length().compareTo(SHORTEST) > 0).toList();
        }).orElse(List.of());
    }

    private List<LaneData.Bar> alarms(StackId stack, Past past) {
        return past.alarms().stream().filter(one -> one.key().stack().equals(stack))
                .filter(one -> one.raised().isBefore(range.to())
                        && one.resolved().filter(end -> end.isBefore(range.from())).isEmpty())
                .sorted(Comparator.comparing(Occurrence::raised)).map(this::bar).toList();
    }

    private LaneData.Bar bar(Occurrence one) {
        Instant end = one.resolved().orElse(now);
        Optional<Instant> had = one.had().map(Had::word).map(word -> word.at());
        String name = words.say(Placed.of(one));
        String said = one.had().map(who -> words.say("ui.timeline.alarm.had", name, who.word().person(),
                Duration.between(one.raised(), who.word().at()))).orElse(name);
        return new LaneData.Bar(one.key().on() + " " + name,
                new TimeRange(one.raised(), end.isBefore(one.raised()) ? one.raised() : end), had,
                Tone.of(one.worst()), said);
    }

    private List<Flag> actions(List<TimelineEvent> events) {
        Stream<Flag> done = events.stream().filter(one -> one.kind() == Kind.OPERATION)
                .map(one -> new Flag(one.at(), Sign.OPERATION, worst(one, events), words.say(one.says())));
        Stream<Flag> noted = events.stream().filter(one -> one.kind() == Kind.WORD && !one.details().isEmpty())
                .map(one -> new Flag(one.at(), Sign.NOTE, Tone.PLAIN, words.say("ui.timeline.note")));
        return Stream.concat(done, noted).toList();
    }

    private static Tone worst(TimelineEvent operation, List<TimelineEvent> events) {
        return operation.target().filter(Target.Operation.class::isInstance)
                .flatMap(target -> events.stream().filter(one -> one.kind() == Kind.VERDICT
                        && one.target().filter(target::equals).isPresent()).findFirst())
                .filter(end -> end.severity() == Severity.WARNING).map(_ -> Tone.WARNING)
                .orElse(Tone.PLAIN);
    }
}
