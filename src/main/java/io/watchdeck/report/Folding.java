package io.watchdeck.report;

import io.watchdeck.fleet.EcsSentence;
import io.watchdeck.model.Severity;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Folds what happened, so that somebody can read it: what is said again within a while stands once with its count, and
/// what is routine of a service is one line for an hour, or until something is deployed to it. Nothing that a person did
/// or said is folded with anything else. Pure.
///
/// @param window within which the same is one
record Folding(Duration window) {

    /// Within which what is as planned is one, at least.
    private static final Duration ROUTINE = Duration.ofHours(1);

    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8,}|[0-9]+");

    /// An event of a stack.
    record Told(OfStack stack, TimelineEvent event) {}

    /// Events that are one line, in order of time.
    record Fold(OfStack stack, Sort sort, List<TimelineEvent> events) {
        Instant at() {
            return events.getFirst().at();
        }

        Instant until() {
            return events.getLast().at();
        }

        TimelineEvent first() {
            return events.getFirst();
        }

        Severity severity() {
            return events.stream().map(TimelineEvent::severity).reduce(Severity.FINE, Severity::worse);
        }

        boolean isRoutine() {
            return sort == Sort.ROUTINE;
        }
    }

    enum Sort {
        /// The same, once or again.
        SAME,
        /// What ECS tells of everyday things.
        ROUTINE,
        /// What autoscaling did.
        SCALING,
        /// One word of a person on several alarms.
        WORD
    }

    /// @param told in order of time
    List<Fold> fold(List<Told> told) {
        var folds = new ArrayList<Fold>();
        Map<String, Fold> open = new HashMap<>();
        for (Told one : told) {
            if (one.event().kind() == Kind.DEPLOYMENT || one.event().kind() == Kind.ROLLOUT) {
                open.values().removeIf(fold -> fold.stack().equals(one.stack()) && isAsPlanned(fold.first())
                        && fold.first().component().equals(one.event().component()));
            }
            String key = one.stack().id().value() + " " + key(one.event());
            Fold before = open.get(key);
            if (before != null && one.event().at().isBefore(before.at().plus(window(one.event())))) {
                before.events().add(one.event());
            } else {
                var fold = new Fold(one.stack(), sort(one.event()), new ArrayList<>(List.of(one.event())));
                open.put(key, fold);
                folds.add(fold);
            }
        }
        folds.sort(Comparator.comparing(Fold::at));
        return folds;
    }

    private Duration window(TimelineEvent event) {
        return isAsPlanned(event) && window.compareTo(ROUTINE) < 0 ? ROUTINE : window;
    }

    private static boolean isAsPlanned(TimelineEvent event) {
        return isRoutine(event) || event.kind() == Kind.TASK_STOP && event.severity() == Severity.FINE;
    }

    /// What ECS tells of everyday things; what it tells besides may be anything and is told.
    static boolean isRoutine(TimelineEvent event) {
        return event.kind() == Kind.SERVICE && event.severity() == Severity.FINE
                && sentence(event).routine().isPresent();
    }

    static EcsSentence sentence(TimelineEvent event) {
        return new EcsSentence(event.says().arguments().getLast().toString());
    }

    static Sort sort(TimelineEvent event) {
        return switch (event.kind()) {
            case SERVICE -> isRoutine(event) ? Sort.ROUTINE : Sort.SAME;
            case SCALING -> event.severity().compareTo(Severity.NOTICE) <= 0 ? Sort.SCALING : Sort.SAME;
            case WORD -> event.says().key().equals("event.alarm.acknowledged") ? Sort.WORD : Sort.SAME;
            case DEPLOYMENT, ROLLOUT, TASK_STOP, INTERRUPTION, PLACEMENT, DATABASE, PIPELINE, ALARM, CLOUD_ALARM,
                    OPERATION,
                    VERDICT ->
                Sort.SAME;
        };
    }

    private static String key(TimelineEvent event) {
        String component = event.component().map(Object::toString).orElse("");
        return switch (sort(event)) {
            case ROUTINE -> "routine " + component;
            case SCALING -> "scaling " + component;
            case WORD -> "word " + event.at().getEpochSecond() + event.says().arguments().getLast()
                    + event.details();
            case SAME -> event.kind() + component + said(event);
        };
    }

    /// What ECS says again of another task or port is the same.
    private static String said(TimelineEvent event) {
        return switch (event.kind()) {
            case SERVICE, PLACEMENT -> IDS.matcher(event.says().toString()).replaceAll("#");
            case OPERATION, VERDICT, WORD -> event.id();
            case DEPLOYMENT, ROLLOUT, TASK_STOP, INTERRUPTION, SCALING, DATABASE, PIPELINE, ALARM, CLOUD_ALARM ->
                event.says().toString();
        };
    }
}
