package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationViewModelTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final StackId ID = TIKETI.file().id();
    private static final ServiceKey SERVICE = new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service");
    private static final Words ENGLISH = new Words(Locale.ENGLISH, Snapshots.ZONE);

    private final FakeOperationDesk desk = new FakeOperationDesk(TIKETI, Snapshots.NOW);

    private OperationViewModel of(Operation wish) {
        return new OperationViewModel(desk, TIKETI, wish, ENGLISH, Snapshots.NOW);
    }

    private OperationViewModel checked(Operation wish) {
        OperationViewModel model = of(wish);
        model.check();
        desk.answerFacts(Snapshots.NOW);
        return model;
    }

    private static Operation scale(int desired) {
        return new Operation.Scale(ID, SERVICE, OptionalInt.of(desired), Optional.empty());
    }

    @Test
    void saysNothingBeforeTheAccountHasAnsweredAndKeepsTheButtonLocked() {
        desk.unlock(ID);
        OperationViewModel model = of(scale(9));
        model.check();

        assertThat(model.consequences()).isEmpty();
        assertThat(model.lockedProperty().get()).contains("asking the account");
        model.run();
        assertThat(desk.ran()).isEmpty();
    }

    @Test
    void factsThatCannotBeHadAreToldAndNothingRunsUntilTheyCan() {
        desk.unlock(ID);
        desk.factsFail(Optional.of(Failure.denied("ecs:DescribeServices")));
        OperationViewModel model = checked(scale(9));

        assertThat(model.lockedProperty().get()).contains("This cannot be done as things stand.");
        model.type("tiketi-backend-service");
        model.run();
        assertThat(desk.ran()).isEmpty();
        desk.factsFail(Optional.empty());
        model.check();
        desk.answerFacts(Snapshots.NOW);
        assertThat(model.lockedProperty().get()).isEmpty();
    }

    @Test
    void aFieldThatHoldsNoNumberKeepsItFromSendingWhatItHeldBefore() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");
        model.unusable("scale-desired", Optional.of("a whole number"));

        assertThat(model.lockedProperty().get()).contains("a whole number");
        model.run();
        assertThat(desk.ran()).isEmpty();

        model.unusable("scale-desired", Optional.empty());
        assertThat(model.lockedProperty().get()).isEmpty();
    }

    @Test
    void saysWhatFollowsAndWhatIsSent() {
        OperationViewModel model = checked(scale(9));

        assertThat(model.titleProperty().get()).isEqualTo("Scale tiketi-backend-service");
        assertThat(model.actionProperty().get()).isEqualTo("Scale to 9 tasks");
        assertThat(model.consequences()).extracting(ConsequenceLine::topic).contains(Topic.RANGE, Topic.HEADROOM,
                Topic.COST);
        assertThat(model.consequences()).filteredOn(line -> line.topic() == Topic.RANGE).singleElement()
                .satisfies(line -> {
                    assertThat(line.weight()).isEqualTo(Weight.FINE);
                    assertThat(line.change()).isEqualTo("5 → 9");
                });
        assertThat(model.consequences()).filteredOn(line -> line.topic() == Topic.COST)
                .extracting(ConsequenceLine::change).containsExactly("+$200.00 a month");
        assertThat(model.callsProperty().get()).endsWith("desiredCount=9").doesNotContain("\n");
        assertThat(model.commands()).isEqualTo("aws ecs update-service --cluster " + SERVICE.cluster()
                + " --service tiketi-backend-service --desired-count 9 --region ap-northeast-2");
    }

    @Test
    void theButtonOfTheSpotWeightNamesTheDeploymentThatItForces() {
        var weights = List.of(new CapacityShare("FARGATE_SPOT", 70, 0), new CapacityShare("FARGATE", 30, 0));
        OperationViewModel model = checked(new Operation.SpotWeight(ID, SERVICE, weights, false));
        assertThat(model.actionProperty().get()).isEqualTo("Change the weights");

        model.wish(new Operation.SpotWeight(ID, SERVICE, weights, true));
        assertThat(model.actionProperty().get()).isEqualTo("Change the weights and force a deployment");
    }

    @Test
    void anotherWishIsSaidWithoutAnotherQuestion() {
        OperationViewModel model = checked(scale(9));
        model.wish(scale(8));

        assertThat(desk.questions()).isZero();
        assertThat(model.actionProperty().get()).isEqualTo("Scale to 8 tasks");
        assertThat(model.callsProperty().get()).endsWith("desiredCount=8");
    }

    @Test
    void asLongAsNothingElseIsTypedNothingIsAtFault() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(5));
        model.type("tiketi-backend-service");

        assertThat(model.consequences()).noneMatch(line -> line.weight() == Weight.REFUSED).anyMatch(
                line -> line.sentence().equals("It is 5 now: nothing would change. Set another number."));
        assertThat(model.blockedProperty().get()).isEmpty();
        assertThat(model.lockedProperty().get()).contains("Nothing would change.");
        model.run();
        assertThat(desk.ran()).isEmpty();
    }

    @Test
    void aRangeThatLeavesTheCountOutIsRefused() {
        OperationViewModel model = checked(scale(9));
        desk.unlock(ID);
        model.wish(new Operation.Scale(ID, SERVICE, OptionalInt.of(9), Optional.of(new Range(2, 8))));
        model.type("tiketi-backend-service");

        assertThat(model.lockedProperty().get()).contains("This cannot be done as things stand.");
        assertThat(model.callsProperty().get()).isEmpty();
    }

    @Test
    void aLockedStackHasAPreviewAndNoButton() {
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");

        assertThat(model.lockedProperty().get()).hasValueSatisfying(why -> assertThat(why).contains("Alt+U"));
        assertThat(model.unlockableProperty().get()).isTrue();
        model.run();
        assertThat(desk.ran()).isEmpty();

        model.unlock();
        assertThat(model.lockedProperty().get()).isEmpty();
        assertThat(model.unlockableProperty().get()).isFalse();
    }

    @Test
    void aReadOnlyStackCannotBeUnlocked() {
        desk.lock(ID, new LockState.ReadOnly(true));
        OperationViewModel model = checked(scale(9));

        assertThat(model.lockedProperty().get()).hasValueSatisfying(why -> assertThat(why).startsWith("Read-only"));
        assertThat(model.unlockableProperty().get()).isFalse();
    }

    @Test
    void productionAsksForTheNameLetterByLetter() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));

        assertThat(model.asksName()).isTrue();
        model.type("tiketi-backend-servic");
        assertThat(model.lockedProperty().get()).contains("Type tiketi-backend-service to confirm.");
        model.type("tiketi-backend-service");
        assertThat(model.lockedProperty().get()).isEmpty();
        assertThat(model.nameMatches()).isTrue();
    }

    @Test
    void whatRunsIsWhatWasShown() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");
        model.note("sale opens");
        model.run();

        assertThat(desk.ran()).containsExactly(model.previewProperty().get().orElseThrow());
        assertThat(desk.confirmed()).singleElement().satisfies(with -> {
            assertThat(with.note()).isEqualTo("sale opens");
            assertThat(with.typed()).isEqualTo("tiketi-backend-service");
        });
        assertThat(model.lockedProperty().get()).contains("Read once more. Nothing has been sent yet: Esc stops it");
        model.run();
        assertThat(desk.ran()).hasSize(1);
    }

    @Test
    void whoeverLeavesWhileItIsReadOnceMoreTakesItBackAndIsToldWhatCameOfIt() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");
        model.run();
        var told = new ArrayList<Phrase>();
        model.leave(told::add, _ -> told.add(Phrase.of("sent")));

        assertThat(desk.attempt().isTakenBack()).isTrue();
        assertThat(told).as("that is not certain yet").isEmpty();
        desk.answer(new Begun.Declined(Phrase.of("gate.takenBack")));
        assertThat(told).containsExactly(Phrase.of("gate.takenBack"));
        assertThat(desk.questions()).as("nobody looks any more").isZero();
    }

    @Test
    void whatHasBegunIsNotTakenBackWhenItsDialogCloses() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");
        desk.willAnswer(new Begun.Running(Entries.begun(scale(9))));
        model.run();
        var told = new ArrayList<Phrase>();
        model.leave(told::add, _ -> told.add(Phrase.of("sent")));

        assertThat(desk.attempt().isTakenBack()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void leavingWithoutHavingConfirmedTellsNothing() {
        OperationViewModel model = checked(scale(9));
        model.leave(why -> {
            throw new AssertionError(why);
        }, sent -> {
            throw new AssertionError(sent);
        });

        assertThat(desk.ran()).isEmpty();
        assertThat(desk.attempt().isTakenBack()).isFalse();
    }

    private static Operation unknownScale() {
        return new Operation.Scale(ID, SERVICE, OptionalInt.empty(), Optional.empty());
    }

    @Test
    void aCountThatWasNotKnownIsThatWhichIsReadAndNeverNone() {
        desk.unlock(ID);
        OperationViewModel model = of(unknownScale());
        model.type("tiketi-backend-service");
        assertThat(model.actionProperty().get()).isEqualTo("Scale");
        assertThat(model.lockedProperty().get()).isPresent();

        model.check();
        desk.answerFacts(Snapshots.NOW);
        assertThat(model.operationProperty().get()).isEqualTo(scale(5));
        assertThat(model.lockedProperty().get()).as("that changes nothing").isPresent();
    }

    @Test
    void aCountThatCannotBeReadIsRefusedWithTheReason() {
        desk.unlock(ID);
        desk.cannotRead(Failure.denied("ecs:DescribeServices"));
        OperationViewModel model = checked(unknownScale());
        model.type("tiketi-backend-service");

        assertThat(model.operationProperty().get()).isEqualTo(unknownScale());
        assertThat(model.blockedProperty().get()).hasValueSatisfying(
                why -> assertThat(why.reasons()).singleElement().asString().contains("ecs:DescribeServices"));
        model.run();
        assertThat(desk.ran()).isEmpty();
    }

    @Test
    void aReminderGoesBackToWhatWasReadLastAndIsCountedFromWhenItRuns() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");
        model.remind(Optional.of(Duration.ofMinutes(30)));
        Instant minute = Snapshots.NOW.truncatedTo(ChronoUnit.MINUTES);
        assertThat(model.back().reminderProperty().get()).contains(
                new Reminder(minute.plusSeconds(1800), OptionalInt.of(5), Optional.empty(), false));

        desk.desired(6);
        model.tick(Snapshots.NOW.plusSeconds(600));
        desk.answerFacts(Snapshots.NOW.plusSeconds(600));
        assertThat(model.back().minuteProperty().get()).isEqualTo(minute.plusSeconds(600));
        model.run();

        assertThat(desk.confirmed()).singleElement().satisfies(with -> assertThat(with.reminder()).contains(
                new Reminder(minute.plusSeconds(2400), OptionalInt.of(6), Optional.empty(), false)));
    }

    @Test
    void aReminderGoesBackToTheRangeTooWhereThatIsChanged() {
        OperationViewModel model = checked(scale(9));
        model.remind(Optional.of(Duration.ofHours(1)));
        model.wish(new Operation.Scale(ID, SERVICE, OptionalInt.of(12), Optional.of(new Range(2, 14))));
        assertThat(model.back().reminderProperty().get().flatMap(Reminder::range)).contains(new Range(2, 10));

        model.wish(scale(9));
        assertThat(model.back().reminderProperty().get().flatMap(Reminder::range)).isEmpty();
        model.remind(Optional.empty());
        assertThat(model.back().reminderProperty().get()).isEmpty();
    }

    @Test
    void tellsWhenItHasBegun() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");
        var begun = new Begun.Running(Entries.begun(scale(9)));
        desk.willAnswer(begun);
        model.run();

        assertThat(model.begunProperty().get()).contains(begun);
    }

    @Test
    void whatTheGateDeclinesIsSaidAndReadAnew() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");
        desk.willAnswer(new Begun.Declined(Phrase.of("gate.moved", "tiketi-backend-service")));
        model.run();

        assertThat(model.blockedProperty().get().orElseThrow().reasons().getFirst())
                .startsWith("tiketi-backend-service is not what it was");
        assertThat(model.begunProperty().get()).isEmpty();
        assertThat(desk.questions()).isEqualTo(1);
    }

    @Test
    void whatTheDeskDeclinesIsToldWithItsReasonUntilItIsAskedAgain() {
        desk.unlock(ID);
        OperationViewModel model = checked(scale(9));
        assertThat(model.blockedProperty().get()).isEmpty();
        model.type("tiketi-backend-service");
        desk.willAnswer(new Begun.Declined(Phrase.of("gate.moved", "tiketi-backend-service")));
        model.run();
        desk.answerFacts(Snapshots.NOW);

        assertThat(model.blockedProperty().get()).hasValueSatisfying(why -> {
            assertThat(why.title()).isEqualTo("Nothing was sent");
            assertThat(why.reasons()).singleElement().asString()
                    .startsWith("tiketi-backend-service is not what it was");
        });
        model.again();
        assertThat(model.blockedProperty().get()).isEmpty();
        assertThat(desk.questions()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadBlocksItAndIsToldWithItsReason() {
        desk.unlock(ID);
        desk.cannotRead(Failure.denied("ecs:DescribeServices"));
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");

        assertThat(model.blockedProperty().get()).hasValueSatisfying(why -> {
            assertThat(why.title()).isEqualTo("It cannot be done now");
            assertThat(why.reasons()).singleElement().asString().contains("ecs:DescribeServices");
        });
        assertThat(model.lockedProperty().get()).isPresent();
        model.run();
        assertThat(desk.ran()).isEmpty();
    }

    @Test
    void factsThatCannotBeHadBlockItUntilTheyCan() {
        desk.unlock(ID);
        desk.factsFail(Optional.of(Failure.denied("ecs:DescribeServices")));
        OperationViewModel model = checked(scale(9));
        model.type("tiketi-backend-service");

        assertThat(model.blockedProperty().get()).hasValueSatisfying(why -> {
            assertThat(why.whole()).isTrue();
            assertThat(why.reasons()).singleElement().asString().contains("ecs:DescribeServices");
        });
        assertThat(model.lockedProperty().get()).contains("This cannot be done as things stand.");
        model.again();
        assertThat(model.blockedProperty().get()).isEmpty();
        assertThat(model.lockedProperty().get()).contains("asking the account");
    }

    @Test
    void whatAPersonMaySetOtherwiseBlocksNothingButItsRow() {
        OperationViewModel model = checked(scale(12));

        assertThat(model.consequences()).anyMatch(line -> line.weight() == Weight.REFUSED);
        assertThat(model.blockedProperty().get()).isEmpty();
    }

    @Test
    void anAccountThatDoesNotAnswerIsToldAfterAWhile() {
        OperationViewModel model = of(scale(9));
        model.check();
        model.tick(Snapshots.NOW.plusSeconds(19));
        assertThat(model.blockedProperty().get()).isEmpty();

        model.tick(Snapshots.NOW.plusSeconds(25));

        assertThat(model.blockedProperty().get()).hasValueSatisfying(
                why -> assertThat(why.title()).isEqualTo("No answer for 25 s"));
        desk.answerFacts(Snapshots.NOW.plusSeconds(26));
        assertThat(model.blockedProperty().get()).isEmpty();
    }

    @Test
    void readsAnewWhileSomebodyThinksAboutItAndShowsWhatIsKnownMeanwhile() {
        OperationViewModel model = checked(scale(9));
        model.tick(Snapshots.NOW.plusSeconds(20));
        assertThat(desk.questions()).isZero();
        assertThat(model.checkedProperty().get()).isEqualTo("checked 20 s ago against the account");

        model.tick(Snapshots.NOW.plusSeconds(31));
        assertThat(desk.questions()).isEqualTo(1);
        assertThat(model.consequences()).isNotEmpty();
        desk.answerFacts(Snapshots.NOW.plusSeconds(31));
        assertThat(model.checkedProperty().get()).isEqualTo("checked 0 s ago against the account");
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNotShown() {
        var wish =
                new Operation.RollBack(ID, SERVICE, "arn:aws:ecs:ap-northeast-2:1:task-definition/tiketi-backend:87");
        OperationViewModel model = of(wish);
        model.check();
        model.wish(
                new Operation.RollBack(ID, SERVICE, "arn:aws:ecs:ap-northeast-2:1:task-definition/tiketi-backend:86"));

        assertThat(desk.questions()).isEqualTo(2);
        desk.answerFacts(Snapshots.NOW);
        assertThat(model.actionProperty().get()).isEqualTo("Roll back to tiketi-backend:86");
        assertThat(model.callsProperty().get()).contains("tiketi-backend:86");
    }

    @Test
    void warningsAreCounted() {
        OperationViewModel model = checked(scale(10));

        assertThat(model.warningsProperty().get()).isEqualTo(
                model.consequences().stream().filter(line -> line.weight().warns()).count() + " warnings");
        assertThat(model.headroom()).isPresent();
    }

    @Test
    void saysWhereItIs() {
        assertThat(checked(scale(9)).place()).startsWith("Tiketi, tiketi-cluster-prod, ap-northeast-2, account ");
    }

    // Batch jobs.

    private static final StackSnapshot SESAMI = Snapshots.sesami();
    private static final List<FailedJob> FAILED =
            SESAMI.batchQueues().getFirst().state().state().latest().orElseThrow().failed();

    private static Operation.Resubmit resubmit(List<FailedJob> jobs) {
        return new Operation.Resubmit(SESAMI.file().id(), SESAMI.batchQueues().getFirst().name(),
                jobs.stream().map(FailedJob::id).toList());
    }

    private static OperationViewModel jobs(FakeOperationDesk sesami) {
        var model = new OperationViewModel(sesami, SESAMI, resubmit(FAILED), ENGLISH, Snapshots.NOW);
        model.check();
        sesami.answerFacts(Snapshots.NOW);
        return model;
    }

    @Test
    void aJobThatWasResubmittedIsOfferedOnlyToWhoeverChoosesIt() {
        var sesami = new FakeOperationDesk(SESAMI, Snapshots.NOW);
        sesami.resubmitted(Map.of(FAILED.getFirst().id(),
                new Resubmitted(Optional.of("new-1"), Snapshots.NOW, "hana")));
        OperationViewModel model = jobs(sesami);

        assertThat(model.operationProperty().get()).isEqualTo(resubmit(FAILED.subList(1, FAILED.size())));
        assertThat(model.warningsProperty().get()).isEmpty();
        model.wish(resubmit(FAILED));
        assertThat(model.warningsProperty().get()).isEqualTo("1 warning");
        model.check();
        sesami.answerFacts(Snapshots.NOW);
        assertThat(model.operationProperty().get()).as("what a person chose stays chosen").isEqualTo(resubmit(FAILED));
    }

    @Test
    void whereAllWereResubmittedNothingIsSentWithoutAChoice() {
        var sesami = new FakeOperationDesk(SESAMI, Snapshots.NOW);
        sesami.unlock(SESAMI.file().id());
        sesami.resubmitted(FAILED.stream().collect(Collectors.toMap(FailedJob::id,
                _ -> new Resubmitted(Optional.of("new"), Snapshots.NOW, "hana"))));
        OperationViewModel model = jobs(sesami);

        model.run();

        assertThat(sesami.ran()).isEmpty();
        assertThat(model.actionProperty().get()).isEqualTo("Resubmit no job");
    }

    @Test
    void whoeverHasChosenNoJobIsToldToChooseAndNotThatItCannotBeDone() {
        var sesami = new FakeOperationDesk(SESAMI, Snapshots.NOW);
        sesami.unlock(SESAMI.file().id());
        OperationViewModel model = jobs(sesami);

        model.wish(resubmit(List.of()));

        assertThat(model.lockedProperty().get()).contains("Choose at least one job.");
        assertThat(model.blockedProperty().get()).isEmpty();
        model.wish(resubmit(FAILED));
        assertThat(model.lockedProperty().get()).isEmpty();
    }

    @Test
    void ofManyRequestsTheFirstAreShownAndAllAreCopied() {
        OperationViewModel model = jobs(new FakeOperationDesk(SESAMI, Snapshots.NOW));

        assertThat(model.callsProperty().get().lines().count()).isEqualTo(Math.min(4, FAILED.size()));
        assertThat(model.commands().lines().filter(line -> line.startsWith("aws batch submit-job --job-name")))
                .hasSize(FAILED.size());
        assertThat(model.commands().lines().filter(line -> line.startsWith("#"))).hasSize(FAILED.size());
    }
}
