package io.watchdeck.report;

import io.watchdeck.model.Severity;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.timeline.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Folds what happened, so that somebody can read it: what is said again within a while stands once with its count, and
/// what is routine is one line. Nothing that a person did or said is folded with anything else. Pure.
///
/// @param window within which the same is one
record Folding(Duration window) {

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
            String key = one.stack().id().value() + " " + key(one.event());
            Fold before = open.get(key);
            if (before != null && one.event().at().isBefore(before.at().plus(window))) {
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

    static Sort sort(TimelineEvent event) {
        return switch (event.kind()) {
            case SERVICE -> event.severity() == Severity.FINE ? Sort.ROUTINE : Sort.SAME;
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
