package io.watchdeck.report;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.model.Severity;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.report.Chart.Lane;
import io.watchdeck.report.Chart.Mark;
import io.watchdeck.report.Chart.Sort;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The lanes below the plots of a stack: deployments, what Spot took, alarms and who had them, what persons did.
record LanePlan(HandOver facts, Telling tell) {

    private static final int MARKS = 60;
    private static final int LABELS = 24;

    /// A lane of which nothing can be told is left out.
    List<Lane> lanes(OfStack stack) {
        return Stream.of(new Lane(tell.say("report.lane.deployments"), deployments(stack)),
                new Lane(tell.say("report.lane.spot"), spot(stack)),
                new Lane(tell.say("report.lane.alarms"), alarms(stack)),
                new Lane(tell.say("report.lane.operations"), operations(stack)))
                .filter(lane -> !lane.marks().isEmpty()).toList();
    }

    private List<Mark> deployments(OfStack stack) {
        return stack.events().stream().filter(one -> one.kind() == Kind.DEPLOYMENT).limit(MARKS).map(one -> {
            Optional<TimelineEvent> end = stack.events().stream()
                    .filter(other -> other.kind() == Kind.ROLLOUT && other.target().equals(one.target())).findFirst();
            boolean failed = end.filter(rollout -> rollout.severity() != Severity.FINE).isPresent();
            String name = one.says().arguments().getLast().toString();
            return new Mark(failed ? Sort.FAILED : Sort.DEPLOYMENT, one.at(), end.map(TimelineEvent::at), name,
                    tell.exactly(one.at()) + " " + tell.say(one.says())
                            + end.map(rollout -> "; " + tell.exactly(rollout.at()) + " " + tell.say(rollout.says()))
                                    .orElse(""));
        }).toList();
    }

    private List<Mark> spot(OfStack stack) {
        var marks = new ArrayList<Mark>();
        stack.spot().services().stream().findFirst().ifPresent(one -> one.rate().attendance().gaps().stream()
                .limit(MARKS).forEach(gap -> marks.add(new Mark(Sort.UNWATCHED, gap.from(), Optional.of(gap.to()),
                        tell.say("report.lane.unwatched"),
                        tell.say("report.hole.unwatched", tell.between(gap.from(), gap.to()))))));
        stack.spot().interruptions().stream().sorted(Comparator.comparing(Interruption::at)).limit(MARKS)
                .forEach(one -> marks.add(new Mark(Sort.INTERRUPTION, one.at(), Optional.empty(), "",
                        tell.exactly(one.at()) + " " + tell.say("report.lane.took", one.service().service(),
                                one.zone()))));
        return marks;
    }

    /// Filled until somebody took it up, outlined after.
    private List<Mark> alarms(OfStack stack) {
        var marks = new ArrayList<Mark>();
        SummaryPart.troubles(stack).sorted(Comparator.comparing((Episode one) -> one.occurrence().worst()).reversed())
                .limit(MARKS).sorted(Comparator.comparing(one -> one.occurrence().raised())).forEach(episode -> {
                    Occurrence one = episode.occurrence();
                    Instant end = one.resolved().orElse(facts.made());
                    Sort sort = one.worst() == Severity.CRITICAL ? Sort.CRITICAL : Sort.WARNING;
                    Optional<Instant> taken = AlarmText.taken(episode).map(change -> change.at())
                            .filter(at -> at.isBefore(end) && !at.isBefore(one.raised()));
                    String who = AlarmText.taken(episode).flatMap(change -> change.after().status().said())
                            .map(word -> tell.say("report.lane.had", tell.alarm(one.now()), word.person()))
                            .orElseGet(() -> tell.alarm(one.now()));
                    String says = tell.severity(one.worst()) + ": " + tell.title(one) + ", "
                            + tell.between(one.raised(), end) + ". " + new AlarmText(tell).who(episode);
                    marks.add(new Mark(sort, one.raised(), Optional.of(taken.orElse(end)),
                            taken.isPresent() ? "" : marks.size() < LABELS ? who : "", says));
                    taken.ifPresent(at -> marks.add(new Mark(Sort.HELD, at, Optional.of(end),
                            marks.size() < LABELS ? who : "", says)));
                });
        return marks;
    }

    private List<Mark> operations(OfStack stack) {
        Stream<Mark> done = stack.operations().stream().limit(MARKS).map(this::operation);
        Stream<Mark> pinned = facts.pins().stream()
                .filter(pin -> pin.stack().map(stack.id()::equals).orElse(true))
                .map(pin -> new Mark(Sort.PIN, pin.at(), Optional.empty(), "",
                        tell.pin(pin)));
        return Stream.concat(done, pinned).toList();
    }

    private Mark operation(JournalEntry entry) {
        String label = tell.say("report.lane.did", entry.person(), OperationText.kind(tell, entry));
        return new Mark(Sort.OPERATION, entry.begun(), entry.verdict().map(Verdict::at), label,
                tell.exactly(entry.begun()) + " " + label + " " + OperationText.changes(tell, entry) + ": "
                        + OperationText.verdict(tell, entry));
    }
}
