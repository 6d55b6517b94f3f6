package io.watchdeck.timeline;

import io.watchdeck.alarms.AlarmScope;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.delivery.PipelineState.Stage;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Source;
import io.watchdeck.watch.past.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What follows from answers that became other answers: CloudWatch alarms that changed their state, and stages of pipelines.
/// AWS tells in each answer since when it is so; what came and went between two answers is not known. Pure.
record CloudHappenings(StackFile file, TimeRange range) {

    List<TimelineEvent> alarms(List<Told<String, List<CloudAlarm>>> told, MetricCatalogue catalogue) {
        var scope = new AlarmScope(file, catalogue);
        Map<String, CloudAlarm> before = new HashMap<>();
        var events = new ArrayList<TimelineEvent>();
        for (Told<String, List<CloudAlarm>> one : told) {
            if (one.reading() instanceof Reading.Known<List<CloudAlarm>>(var alarms, var _)) {
                for (CloudAlarm alarm : alarms) {
                    boolean turned = Optional.ofNullable(before.put(alarm.name(), alarm))
                            .filter(old -> old.state().equals(alarm.state()) && old.since().equals(alarm.since()))
                            .isEmpty();
                    if (turned && range.contains(alarm.since()) && !alarm.isScaling()) {
                        scope.component(alarm).ifPresent(on -> events.add(event(alarm, on, scope)));
                    }
                }
            }
        }
        return events;
    }

    private TimelineEvent event(CloudAlarm alarm, ComponentId on, AlarmScope scope) {
        Severity severity = switch (alarm.state()) {
            case "ALARM" -> scope.severity(alarm);
            case "OK" -> Severity.FINE;
            default -> Severity.NOTICE;
        };
        return new TimelineEvent(file.id().value() + " alarm " + alarm.name() + " " + alarm.since(), alarm.since(),
                file.id(), Optional.of(on), Kind.CLOUD_ALARM, severity, Source.CLOUDWATCH,
                Phrase.of("event.cloudAlarm", alarm.name(), alarm.state()),
                alarm.reason().isBlank() ? List.of() : List.of(alarm.reason()), Optional.empty(),
                Optional.of(alarm.name()));
    }

    List<TimelineEvent> pipelines(List<Told<String, PipelineState>> told) {
        Map<String, Stage> before = new HashMap<>();
        var events = new ArrayList<TimelineEvent>();
        for (Told<String, PipelineState> one : told) {
            if (file.components().pipelines().contains(one.about())
                    && one.reading() instanceof Reading.Known<PipelineState>(var pipeline, var _)) {
                for (Stage stage : pipeline.stages()) {
                    boolean turned = Optional.ofNullable(before.put(pipeline.name() + "/" + stage.name(), stage))
                            .map(old -> !old.status().equals(stage.status()) || !old.since().equals(stage.since()))
                            .orElse(stage.since().isPresent());
                    Instant at = stage.since().orElse(one.at());
                    if (turned && !stage.status().isEmpty() && range.contains(at)) {
                        events.add(event(pipeline.name(), stage, at));
                    }
                }
            }
        }
        return events;
    }

    private TimelineEvent event(String pipeline, Stage stage, Instant at) {
        return new TimelineEvent(
                file.id().value() + " pipeline " + pipeline + " " + stage.name() + " " + stage.status() + " " + at, at,
                file.id(), Optional.of(new ComponentId(ComponentKind.PIPELINE, pipeline)), Kind.PIPELINE,
                stage.status().equals("Failed") ? Severity.WARNING : Severity.FINE, Source.CODE_PIPELINE,
                stage.waitsForApproval() ? Phrase.of("event.pipelineWaits", pipeline, stage.name())
                        : Phrase.of("event.pipeline", pipeline, stage.name(), stage.status()),
                stage.summary().isBlank() ? List.of() : List.of(stage.summary()), Optional.empty());
    }
}
