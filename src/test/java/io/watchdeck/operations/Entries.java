package io.watchdeck.operations;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry.Place;
import io.watchdeck.operations.JournalEntry.Remark;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// Journal entries for tests.
public final class Entries {

    public static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    public static final StackId TIKETI = new StackId("tiketi-prod");
    public static final ServiceKey SERVICE = new ServiceKey("tiketi-cluster-prod", "tiketi-backend-service");
    public static final String DEFINITION = "arn:aws:ecs:ap-northeast-2:210987654321:task-definition/backend:88";

    private Entries() {}

    public static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    public static Operation scale(int desired) {
        return new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(desired), Optional.empty());
    }

    /// With 5 tasks desired of 2 to 10, all on Spot by weight 90 of 100.
    public static Baseline before() {
        return new Baseline(OptionalInt.of(5), Optional.of(new Range(2, 10)), Optional.of(DEFINITION),
                Optional.of("ecs-svc/1"),
                List.of(new CapacityShare("FARGATE_SPOT", 90, 0), new CapacityShare("FARGATE", 10, 0)),
                OptionalLong.empty(), Map.of(), List.of());
    }

    /// Begun at noon by sora, with nothing sent.
    public static JournalEntry begun(Operation operation, Baseline before, int planned) {
        return new JournalEntry(UUID.randomUUID(), operation,
                new Place(Environment.PRODUCTION, Optional.of("210987654321"), new Region("ap-northeast-2"),
                        Optional.of("sora"), Optional.empty()),
                "sora", "sale opens", NOON, 1, before, planned, List.of(), List.of(), Optional.empty(),
                Optional.empty(), List.of(Phrase.of("operation.spot.noBase")));
    }

    public static JournalEntry begun(Operation operation) {
        return begun(operation, before(), 1);
    }

    /// The request that scales to so many.
    public static ApiRequest request(int desired) {
        return new Step.Update(SERVICE, ServiceChange.desired(desired)).request();
    }

    public static JournalEntry remarked(JournalEntry entry, int second, String key, Object... arguments) {
        return entry.remarked(new Remark(at(second), Phrase.of(key, arguments)));
    }

    public static JournalEntry reminding(JournalEntry entry, Instant at) {
        return new JournalEntry(entry.id(), entry.operation(), entry.place(), entry.person(), entry.note(),
                entry.begun(), entry.warnings(), entry.before(), entry.planned(), entry.sendings(), entry.remarks(),
                entry.verdict(),
                Optional.of(new Reminder(at, OptionalInt.of(5), Optional.of(new Range(2, 10)), false)), entry.warned());
    }

    public static JournalEntry placed(JournalEntry entry, Place place) {
        return new JournalEntry(entry.id(), entry.operation(), place, entry.person(), entry.note(), entry.begun(),
                entry.warnings(), entry.before(), entry.planned(), entry.sendings(), entry.remarks(), entry.verdict(),
                entry.reminder(), entry.warned());
    }

    public static JournalEntry begunAt(JournalEntry entry, Instant begun) {
        return new JournalEntry(entry.id(), entry.operation(), entry.place(), entry.person(), entry.note(), begun,
                entry.warnings(), entry.before(), entry.planned(), entry.sendings(), entry.remarks(), entry.verdict(),
                entry.reminder(), entry.warned());
    }

    public static JournalEntry withId(JournalEntry entry, UUID id) {
        return new JournalEntry(id, entry.operation(), entry.place(), entry.person(), entry.note(), entry.begun(),
                entry.warnings(), entry.before(), entry.planned(), entry.sendings(), entry.remarks(), entry.verdict(),
                entry.reminder(), entry.warned());
    }
}
