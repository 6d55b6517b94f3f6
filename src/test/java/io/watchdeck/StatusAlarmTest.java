package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who has an alarm, in `status --json`.
class StatusAlarmTest {

    private static final WatchSnapshot MOMENT = Snapshots.moment();
    private static final StackSnapshot SESAMI = MOMENT.stacks().getFirst();
    private static final Condition WORST = SESAMI.verdict().open().getFirst();
    private static final Word WORD = new Word("jmin", Snapshots.NOW, Optional.of(Snapshots.NOW.plusSeconds(3600)), "",
            WORST.severity());

    private static JsonNode told(Status status) {
        return told(MOMENT, SESAMI, status, Optional.empty());
    }

    private static JsonNode told(WatchSnapshot moment, StackSnapshot stack, Status status, Optional<Instant> unknown) {
        Finding finding = Finding.of(WORST);
        var one = new Occurrence(new UUID(0, 1), AlarmKey.of(SESAMI.file().id(), WORST), Snapshots.NOW, finding,
                finding.severity(), finding.value(), status, unknown, Optional.empty());
        JsonNode root = StatusDocument.of(Snapshots.with(moment, stack, List.of(one)));
        for (JsonNode alarm : root.get("stacks").get(0).get("alarms")) {
            if (alarm.get("name").asText().equals(WORST.name()) && alarm.get("on").asText().equals(WORST.on().name())) {
                return alarm;
            }
        }
        throw new AssertionError(root.toString());
    }

    @Test
    void whoHasItAndUntilWhen() {
        JsonNode alarm = told(new Status.Acknowledged(WORD));

        assertThat(alarm.get("acknowledgedBy").asText()).isEqualTo("jmin");
        assertThat(alarm.get("snoozed").asBoolean()).isFalse();
        assertThat(alarm.get("until").asText()).isEqualTo("2026-09-22T05:42:12Z");
    }

    @Test
    void nobodyHasWhatIsSnoozed() {
        JsonNode alarm = told(new Status.Snoozed(WORD));

        assertThat(alarm.get("acknowledgedBy").isNull()).isTrue();
        assertThat(alarm.get("snoozed").asBoolean()).isTrue();
        assertThat(alarm.get("until").asText()).isEqualTo("2026-09-22T05:42:12Z");
    }

    @Test
    void whoHasItIsToldWhileNobodyKnowsHowItIs() {
        StackSnapshot dark = OtherMoments.judged(SESAMI, List.of(new Condition(WORST.name(), WORST.source(), WORST.on(),
                WORST.metric(), WORST.severity(), Condition.State.UNKNOWN, WORST.value(), WORST.threshold(),
                WORST.compared(), Optional.empty(), WORST.sentence())));

        JsonNode alarm = told(Snapshots.of(List.of(dark)), dark, new Status.Acknowledged(WORD),
                Optional.of(Snapshots.NOW.minusSeconds(600)));

        assertThat(alarm.get("state").asText()).isEqualTo("UNKNOWN");
        assertThat(alarm.get("unknownSince").asText()).isEqualTo("2026-09-22T04:32:12Z");
        assertThat(alarm.get("acknowledgedBy").asText()).isEqualTo("jmin");
        assertThat(told(new Status.Acknowledged(WORD)).get("unknownSince").isNull()).isTrue();
    }

    @Test
    void itIsInAlarmSinceItsTroubleBeganAsTheWindowSays() {
        Instant begun = WORST.since().orElseThrow().minusSeconds(120);
        Finding finding = Finding.of(WORST);
        var one = new Occurrence(new UUID(0, 1), AlarmKey.of(SESAMI.file().id(), WORST), begun, finding,
                finding.severity(), finding.value(), new Status.Open(begun, begun), Optional.empty());

        JsonNode alarm = alarm(StatusDocument.of(Snapshots.with(MOMENT, SESAMI, List.of(one))), WORST.name());

        assertThat(alarm.get("since").asText()).isEqualTo(begun.toString());
        assertThat(alarm.get("stateSince").asText()).isEqualTo(WORST.since().orElseThrow().toString());
    }

    @Test
    void aCloudWatchAlarmWithoutAValueSaysWhy() {
        CloudAlarm told = new CloudAlarm("dlq-age", "arn", false, "OK",
                "Threshold Crossed: 1 out of the last 1 datapoints [12.0 (22/09/26 03:30:00)] was not greater",
                Snapshots.NOW, "AWS/SQS", "Other", "Maximum", Duration.ofMinutes(1), Map.of("QueueName", "q"),
                "GreaterThanThreshold", OptionalDouble.of(20), List.of());
        CloudAlarm composite = new CloudAlarm("all", "arn", true, "OK", "", Snapshots.NOW, "", "", "", Duration.ZERO,
                Map.of(), "", OptionalDouble.empty(), List.of());
        StackSnapshot stack = alarmed(List.of(told, composite));

        JsonNode root = StatusDocument.of(Snapshots.of(List.of(stack)));

        assertThat(alarm(root, "dlq-age").get("value").isNull()).isTrue();
        assertThat(root.get("stacks").get(0).get("failures")).filteredOn(
                failure -> failure.get("path").asText().startsWith("alarms[")).singleElement().satisfies(failure -> {
                    assertThat(failure.get("path").asText()).isEqualTo("alarms[dlq-age].value");
                    assertThat(failure.get("kind").asText()).isEqualTo("absent");
                    assertThat(failure.get("lastValue").asText()).isEqualTo("12.0");
                    assertThat(failure.get("lastAsOf").asText()).isEqualTo("2026-09-22T03:30:00Z");
                });
    }

    private static StackSnapshot alarmed(List<CloudAlarm> alarms) {
        List<Condition> conditions = alarms.stream().map(one -> new Condition(one.name(), Condition.Source.CLOUDWATCH,
                WORST.on(), Optional.empty(), Severity.WARNING, Condition.State.OK, OptionalDouble.empty(),
                one.threshold(), Optional.empty(), Optional.of(one.since()),
                Phrase.of("condition.alarmOk", one.name()))).toList();
        StackSnapshot stack = OtherMoments.judged(SESAMI, conditions);
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(),
                new Panel<>(new Loadable.Ready<>(alarms, stack.asOf()), Duration.ofMinutes(1)), stack.conditions(),
                stack.verdict(), stack.gaps(), stack.occurrences());
    }

    private static JsonNode alarm(JsonNode root, String name) {
        for (JsonNode alarm : root.get("stacks").get(0).get("alarms")) {
            if (alarm.get("name").asText().equals(name)) {
                return alarm;
            }
        }
        throw new AssertionError(root.toString());
    }

    @Test
    void nobodyHasWhatIsOpen() {
        JsonNode alarm = told(new Status.Open(Snapshots.NOW, Snapshots.NOW));

        assertThat(alarm.get("acknowledgedBy").isNull()).isTrue();
        assertThat(alarm.get("snoozed").asBoolean()).isFalse();
        assertThat(alarm.get("until").isNull()).isTrue();
    }
}
