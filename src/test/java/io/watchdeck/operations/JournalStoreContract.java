package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.begunAt;
import static io.watchdeck.operations.Entries.reminding;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.model.When;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [JournalStore] keeps.
public abstract class JournalStoreContract {

    private static final TimeRange DAY = TimeRange.last(Duration.ofDays(1), NOON.plusSeconds(3600));
    private static final int MANY = 100;

    private JournalStore store;

    /// Empty.
    protected abstract JournalStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    @Test
    void everyKindOfOperationComesBackAsItWas() {
        List<Operation> all = List.of(new Operation.ForceDeployment(TIKETI, SERVICE),
                new Operation.RollBack(TIKETI, SERVICE, Entries.DEFINITION),
                new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment"), scale(9),
                new Operation.Scale(TIKETI, SERVICE, OptionalInt.empty(), Optional.of(new Range(2, 12))),
                new Operation.SpotWeight(TIKETI, SERVICE, List.of(new CapacityShare("FARGATE_SPOT", 70, 1)), true),
                new Operation.StopTask(TIKETI, SERVICE, "arn:task"),
                new Operation.Resubmit(TIKETI, "작업 queue", List.of("a", "b")),
                new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), OptionalInt.of(5)),
                new Operation.CancelRedrive(TIKETI, "dlq", "handle"), new Operation.Purge(TIKETI, "queue"));
        assertThat(all).extracting(Operation::kind).contains(Operation.Kind.values());
        for (Operation one : all) {
            JournalEntry entry = begun(one);
            store.put(entry);

            assertThat(store.find(entry.id())).contains(entry);
        }
    }

    @Test
    void everyAnswerAndEverySentenceComesBackAsItWas() {
        Phrase sentence = Phrase.of("proof.scale.worked", 9, 12L, 1.5, "소라 \"quoted\"\n", NOON, Duration.ofMinutes(3),
                LocalDate.of(2026, 9, 22), Money.usd("12.50"), new When(NOON, at(60)),
                Phrase.of("operation.value", Phrase.of("proof.told", "")));
        JournalEntry entry = begun(scale(9), Baseline.ofMessages(3, Map.of("abc", 2, "def", 1)), 3)
                .sending(Entries.request(9)).answered(0, Sent.taken("ecs-svc/2", at(1))).sending(Entries.request(8))
                .answered(1, new Sent.Refused(Failure.denied("ecs:UpdateService").withRetryAt(at(9)), at(2)))
                .sending(Entries.request(7)).answered(2, new Sent.Lost(Failure.unreachable("ecs"), at(3)))
                .remarked(new JournalEntry.Remark(at(4), sentence))
                .ended(new Verdict(Result.NOT_KNOWN, sentence, at(5)));
        JournalEntry whole = reminding(entry, at(3600));
        store.put(whole);

        assertThat(store.find(whole.id())).contains(whole);
    }

    @Test
    void howManyHashesAreLeftOutComesBackToo() {
        JournalEntry entry = begun(new Operation.Purge(TIKETI, "dlq"));
        Baseline some = Baseline.ofMessages(3, Map.of("abc", 2));
        var part = new Baseline(some.desired(), some.range(), some.taskDefinition(), some.deployment(), some.strategy(),
                some.messages(), some.hashes(), 100_000, some.jobs());
        store.put(entry.with(part));

        assertThat(store.find(entry.id()).orElseThrow().before()).isEqualTo(part);
    }

    @Test
    void howManyMessagesWereInEachGroupComesBackToo() {
        JournalEntry entry = begun(new Operation.Purge(TIKETI, "dlq"));
        Baseline grouped = Baseline.ofMessages(3, Map.of("abc", 3)).grouped(Map.of("0f", 2, "f0", 1));
        store.put(entry.with(grouped));

        assertThat(store.find(entry.id()).orElseThrow().before()).isEqualTo(grouped);
    }

    @Test
    void theNewestStateOfAnEntryCounts() {
        JournalEntry entry = begun(scale(9));
        store.put(entry);
        store.put(entry.sending(Entries.request(9)));

        assertThat(store.read(Set.of(), DAY, MANY)).containsExactly(entry.sending(Entries.request(9)));
    }

    @Test
    void thoseWithoutAVerdictAreOpen() {
        JournalEntry one = begunAt(begun(scale(9)), at(5));
        JournalEntry earlier = begun(scale(8));
        JournalEntry over = begun(scale(7)).ended(new Verdict(Result.WORKED, Phrase.of("proof.told", ""), at(9)));
        List.of(one, earlier, over).forEach(store::put);

        assertThat(store.open()).containsExactly(earlier, one);
    }

    @Test
    void remindersStandUntilTheyAreSettled() {
        JournalEntry late = reminding(begun(scale(9)), at(200));
        JournalEntry soon = reminding(begun(scale(8)), at(100));
        JournalEntry settled = reminding(begun(scale(7)), at(50)).settled();
        List.of(late, soon, settled).forEach(store::put);

        assertThat(store.reminding()).containsExactly(soon, late);
    }

    @Test
    void readsTheNewestOfARangeAndOfStacks() {
        var other = new StackId("glimpse-prod");
        JournalEntry first = begunAt(begun(scale(1)), DAY.from());
        JournalEntry second = begunAt(begun(new Operation.Purge(other, "q")), at(1));
        JournalEntry third = begunAt(begun(scale(3)), at(2));
        JournalEntry after = begunAt(begun(scale(4)), DAY.to());
        List.of(first, second, third, after).forEach(store::put);

        assertThat(store.read(Set.of(), DAY, MANY)).containsExactly(third, second, first);
        assertThat(store.read(Set.of(), DAY, 2)).containsExactly(third, second);
        assertThat(store.read(Set.of(TIKETI), DAY, MANY)).containsExactly(third, first);
        assertThat(store.read(Set.of(TIKETI, other), DAY, MANY)).containsExactly(third, second, first);
    }

    @Test
    void forgetsWhatIsOverAndNeverWhatIsOpen() {
        JournalEntry open = begun(scale(9));
        JournalEntry over = begun(scale(8)).ended(new Verdict(Result.WORKED, Phrase.of("proof.told", ""), at(9)));
        List.of(open, over).forEach(store::put);
        store.forget(at(1));

        assertThat(store.read(Set.of(), DAY, MANY)).containsExactly(open);
    }
}
