package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsViewModelTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final StackId ID = TIKETI.file().id();
    private static final Instant NOW = Snapshots.NOW;
    private static final Operation SCALE = new Operation.Scale(ID,
            new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(9), Optional.empty());

    private final FakeOperationDesk desk = new FakeOperationDesk(TIKETI, NOW);
    private final Operating operating = new Operating(Runnable::run);
    private OperationsViewModel model;

    @BeforeEach
    void follow() {
        model = new OperationsViewModel(operating, new Words(Locale.ENGLISH, Snapshots.ZONE), NOW);
        model.stacks(List.of(TIKETI));
    }

    private void begin() {
        operating.begin(desk);
        operating.declined().subscribe(() -> model.show(operating.state()));
        operating.stateProperty().subscribe(model::show);
    }

    private static JournalEntry ended(Result result, Instant at) {
        return Entries.begun(SCALE).ended(new Verdict(result, Phrase.of("proof.scale.worked", 9, 9), at));
    }

    @Test
    void withoutADeskEverythingIsReadOnly() {
        assertThat(model.lockProperty().get()).isEqualTo("Read-only");
        assertThat(model.lockDetailProperty().get()).isEqualTo("nothing can be changed");
        assertThat(model.lockable()).isEmpty();
    }

    @Test
    void aLockedStackIsSaidToBeLockedWithTheKey() {
        begin();

        assertThat(model.lockProperty().get()).isEqualTo("Writes locked");
        assertThat(model.lockDetailProperty().get()).isEqualTo("Ctrl+Shift+U unlocks");
        assertThat(model.lockable()).containsExactly(new LockRow(ID, "Unlock Tiketi for 15 min"));
    }

    @Test
    void anUnlockedStackCountsDownAndLocksByItself() {
        begin();
        model.toggle(ID);

        assertThat(model.lockProperty().get()).isEqualTo("Writes unlocked: Tiketi, 15 min left");
        assertThat(model.lockToneProperty().get()).isEqualTo(Tone.WARNING);
        assertThat(model.lockable()).containsExactly(new LockRow(ID, "Lock Tiketi"));
        model.tick(NOW.plus(Duration.ofMinutes(14).plusSeconds(30)));
        assertThat(model.lockProperty().get()).isEqualTo("Writes unlocked: Tiketi, 1 min left");
        model.tick(NOW.plus(Duration.ofMinutes(15)));
        assertThat(model.lockProperty().get()).isEqualTo("Writes locked");
        assertThat(model.lockToneProperty().get()).isEqualTo(Tone.PLAIN);
    }

    @Test
    void severalUnlockedStacksAreCountedWhereThereIsLittleRoom() {
        var sesami = Snapshots.sesami();
        begin();
        model.stacks(List.of(TIKETI, sesami));
        model.toggle(ID);
        assertThat(model.lockBriefProperty().get()).isEmpty();

        desk.lock(sesami.file().id(), new LockState.Unlocked(NOW.plus(Duration.ofMinutes(3))));
        assertThat(model.lockBriefProperty().get()).isEqualTo("Writes unlocked: 2 stacks, 3 min left");
    }

    @Test
    void togglingLocksAgain() {
        begin();
        model.toggle(ID);
        model.toggle(ID);

        assertThat(model.lockProperty().get()).isEqualTo("Writes locked");
    }

    @Test
    void stacksThatAreReadOnlyAreNotToBeUnlocked() {
        desk.lock(ID, new LockState.ReadOnly(true));
        begin();

        assertThat(model.lockProperty().get()).isEqualTo("Read-only");
        assertThat(model.lockable()).isEmpty();
    }

    @Test
    void aStackThatIsNotProductionHasNoLock() {
        desk.lock(ID, new LockState.Free());
        begin();

        assertThat(model.lockProperty().get()).isEqualTo("Writes open");
        assertThat(model.lockable()).isEmpty();
    }

    @Test
    void whatRunsIsSaidWithItsNewestFinding() {
        begin();
        JournalEntry entry = Entries.begun(SCALE);
        desk.runs(new OperationDesk.Running(entry, Optional.empty()));
        assertThat(model.runningProperty().get()).isEqualTo("Being sent · Scale tiketi-backend-service");

        var found = new Finding.Going(Phrase.of("proof.scale.going", 7, 9, 2), OptionalLong.of(7), OptionalLong.of(9),
                OptionalLong.empty());
        desk.runs(new OperationDesk.Running(entry, Optional.of(found)));
        assertThat(model.runningProperty().get())
                .isEqualTo("7 of 9 run, 2 starting · Scale tiketi-backend-service");

        desk.runs(new OperationDesk.Running(entry, Optional.of(found)),
                new OperationDesk.Running(Entries.begun(SCALE), Optional.empty()));
        assertThat(model.runningProperty().get()).isEqualTo("2 operations are running");
        desk.runs();
        assertThat(model.runningProperty().get()).isEmpty();
    }

    @Test
    void whatWasConfirmedAndNeverSentIsToldUntilSomebodyHasSeenIt() {
        begin();
        operating.declined(SCALE, Phrase.of("gate.takenBack"));

        assertThat(model.cards()).singleElement().satisfies(card -> {
            assertThat(card.result()).contains(Result.NOT_DONE);
            assertThat(card.title()).isEqualTo("Scale tiketi-backend-service: not done");
            assertThat(card.text()).isEqualTo("It was stopped before it was sent: nothing was changed.");
        });
        model.tick(NOW.plus(Duration.ofHours(1)));
        assertThat(model.cards()).hasSize(1);
        var korean = new OperationsViewModel(operating, new Words(Locale.KOREAN, Snapshots.ZONE), NOW);
        assertThat(korean.cards()).singleElement().satisfies(card -> assertThat(card.text()).contains("멈췄"));
        model.dismiss(model.cards().getFirst());
        assertThat(model.cards()).isEmpty();
        korean.show(operating.state());
        assertThat(korean.cards()).isEmpty();
    }

    @Test
    void whatWorkedIsToldForAWhile() {
        begin();
        desk.ended(ended(Result.WORKED, NOW));

        assertThat(model.cards()).singleElement().satisfies(card -> {
            assertThat(card.title()).isEqualTo("Scale tiketi-backend-service: worked");
            assertThat(card.text()).isEqualTo("9 of 9 run.");
        });
        model.tick(NOW.plus(OperationsViewModel.TOLD));
        assertThat(model.cards()).isEmpty();
    }

    @Test
    void whatFailedStandsBeforeAReminderAndThatBeforeWhatWorked() {
        begin();
        desk.reminds(Entries.reminding(Entries.begun(SCALE), NOW));
        desk.ended(ended(Result.WORKED, NOW), ended(Result.NOT_KNOWN, NOW), ended(Result.FAILED, NOW));

        assertThat(model.cards()).extracting(OperationCard::result).containsExactly(Optional.of(Result.NOT_KNOWN),
                Optional.of(Result.FAILED), Optional.empty(), Optional.of(Result.WORKED));
    }

    @Test
    void whatCameLaterOnTheSameServiceTakesTheCardOfWhatWasBefore() {
        begin();
        var elsewhere = new Operation.ForceDeployment(ID, new ServiceKey(TIKETI.file().cluster(), "another"));
        JournalEntry other = Entries.begun(elsewhere).ended(
                new Verdict(Result.NOT_DONE, Phrase.of("proof.scale.worked", 9, 9), NOW));
        desk.ended(ended(Result.CANCELLED, NOW), other);
        assertThat(model.cards()).hasSize(2);

        desk.ended(ended(Result.WORKED, NOW.plusSeconds(60)), ended(Result.CANCELLED, NOW), other);
        model.tick(NOW.plusSeconds(60));
        assertThat(model.cards()).extracting(OperationCard::result)
                .containsExactly(Optional.of(Result.NOT_DONE), Optional.of(Result.WORKED));

        model.tick(NOW.plusSeconds(60).plus(OperationsViewModel.TOLD));
        assertThat(model.cards()).as("it does not come again").extracting(OperationCard::result)
                .containsExactly(Optional.of(Result.NOT_DONE));
    }

    @Test
    void theNewestIsTheOneThatCameLastAndOfSeveralAtOnceTheOneThatMattersMost() {
        begin();
        assertThat(model.newest()).isEmpty();
        JournalEntry worked = ended(Result.WORKED, NOW);
        JournalEntry failed = ended(Result.FAILED, NOW);
        desk.ended(worked, failed);
        assertThat(model.newest().orElseThrow().result()).contains(Result.FAILED);

        model.tick(NOW.plusSeconds(5));
        desk.reminds(Entries.reminding(Entries.begun(SCALE), NOW));
        assertThat(model.newest().orElseThrow().kind()).isEqualTo(OperationCard.Kind.REMINDER);
        assertThat(model.cards().getFirst().result()).contains(Result.FAILED);
    }

    @Test
    void whatDidNotWorkIsToldUntilSomebodyHasSeenIt() {
        begin();
        desk.ended(ended(Result.FAILED, NOW));
        model.tick(NOW.plus(Duration.ofDays(1)));
        assertThat(model.cards()).hasSize(1);

        model.dismiss(model.cards().getFirst());
        assertThat(model.cards()).isEmpty();
    }

    @Test
    void whatWasSeenInOneLanguageIsSeenInAnother() {
        begin();
        desk.ended(ended(Result.NOT_KNOWN, NOW));
        model.dismiss(model.cards().getFirst());
        var korean = new OperationsViewModel(operating, new Words(Locale.KOREAN, Snapshots.ZONE), NOW);
        korean.goOn(model);

        assertThat(korean.cards()).isEmpty();
    }

    @Test
    void aReminderComesAtItsTimeAndOpensTheWayBack() {
        begin();
        var opened = new ArrayList<Operation>();
        operating.dialogs(opened::add);
        JournalEntry entry = Entries.reminding(Entries.begun(SCALE), NOW.plusSeconds(60));
        desk.reminds(entry);
        assertThat(model.cards()).isEmpty();

        model.tick(NOW.plusSeconds(60));
        assertThat(model.cards()).singleElement().satisfies(card -> {
            assertThat(card.title()).isEqualTo("Go back with tiketi-backend-service?");
            assertThat(card.offer()).isPresent();
        });
        model.accept(model.cards().getFirst());
        assertThat(opened).singleElement().isInstanceOfSatisfying(Operation.Scale.class,
                back -> assertThat(back.desired()).hasValue(5));
        assertThat(desk.settled()).as("nothing is done yet").isEmpty();
        assertThat(model.cards()).hasSize(1);

        model.dismiss(model.cards().getFirst());
        assertThat(desk.settled()).containsExactly(entry.id());
        assertThat(model.cards()).isEmpty();
    }

    @Test
    void theDialogDecidesWhichStackIsMeantBeforeTheScreen() {
        var other = new StackId("glimpse-prod");
        operating.looksAt(Optional.of(other));
        assertThat(operating.concerned()).contains(other);
        operating.asks(Optional.of(ID));
        assertThat(operating.concerned()).contains(ID);
        operating.asks(Optional.empty());
        assertThat(operating.concerned()).contains(other);
    }
}
