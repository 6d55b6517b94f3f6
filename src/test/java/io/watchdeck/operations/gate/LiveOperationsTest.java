package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.model.When;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Place;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.StillWatch;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.gate.OperationDesk.State;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.watch.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Operations from the button to the verdict. Each test waits for the state or the answer that it is about.
@Timeout(20)
class LiveOperationsTest {

    private static final String UPDATE = "update tiketi-backend-service ";

    private final Desk rig = new Desk(Moment.tiketi());

    @BeforeEach
    void unlock() throws InterruptedException {
        rig.start();
        rig.unlock();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void isFollowedToItsVerdict() throws InterruptedException {
        rig.run(scale(9));
        State state = rig.looked();
        assertThat(state.running().getFirst().last().orElseThrow().sentence())
                .isEqualTo(Phrase.of("proof.scale.soFar", 5, 9));
        rig.account.service(Fleet.pending(Fleet.service(9, 6), 3));
        rig.pass(5);
        assertThat(rig.desk.state().running().getFirst().last().orElseThrow().done()).hasValue(6);
        rig.account.service(Fleet.service(9, 9));
        rig.pass(5);

        assertThat(rig.verdict()).isEqualTo(new Verdict(Result.WORKED, Phrase.of("proof.scale.worked", 9, 9), at(10)));
        assertThat(rig.desk.state().running()).isEmpty();
        assertThat(rig.account.sent()).containsExactly(UPDATE + "desiredCount=9");
        assertThat(rig.journal.only().remarks()).containsExactly(
                new JournalEntry.Remark(NOON, Phrase.of("proof.scale.soFar", 5, 9)),
                new JournalEntry.Remark(at(5), Phrase.of("proof.scale.going", 6, 9, 3)));
    }

    private void scaleTwice() throws InterruptedException {
        rig.run(scale(9));
        rig.looked();
        rig.account.service(Fleet.service(9, 6));
        rig.pass(20);
        rig.run(scale(7));
        rig.settle();
    }

    @Test
    void aCountThatIsChangedAgainFromHereIsSupersededAtTheNextLook() throws InterruptedException {
        scaleTwice();
        rig.account.service(Fleet.service(7, 6));
        rig.pass(5);

        assertThat(rig.verdict()).isEqualTo(new Verdict(Result.CANCELLED, Phrase.of("proof.superseded",
                new When(at(20), at(25)), Phrase.of("proof.superseded.count", 7)), at(25)));
        assertThat(rig.desk.state().running()).extracting(one -> one.entry().operation()).containsExactly(scale(7));
    }

    @Test
    void aCountThatIsChangedAgainFromHereIsSupersededAfterARestartToo() throws InterruptedException {
        scaleTwice();
        rig.account.service(Fleet.service(7, 7));
        rig.restart();

        assertThat(rig.desk.state().ended()).extracting(one -> one.verdict().orElseThrow().result())
                .containsExactlyInAnyOrder(Result.CANCELLED, Result.WORKED);
    }

    @Test
    void whatIsFollowedIsKnownToTheNextPreFlight() throws InterruptedException {
        rig.account.service(Fleet.with(Fleet.service(5, 5),
                Fleet.deployment(89, "PRIMARY", 5, 3, "IN_PROGRESS", NOON)));
        rig.account.deployments(Fleet.rollout(89, "IN_PROGRESS", NOON));
        rig.account.answer(_ -> Sent.taken("ecs-svc/89", NOON));
        rig.run(new Operation.ForceDeployment(TIKETI, SERVICE));
        rig.looked();

        assertThat(rig.preview(new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:89")).consequences())
                .extracting(one -> one.sentence().key()).contains("operation.stop.own");
    }

    @Test
    void theJournalSaysWhoWhatWhereAndWhy() throws InterruptedException {
        var reminder = new Reminder(at(3600), OptionalInt.of(5), Optional.empty(), false);
        var begun = (Begun.Running) rig.run(rig.preview(scale(9)),
                new Confirmed("  sale opens ", SERVICE.service(), Optional.of(reminder)));
        JournalEntry entry = begun.entry();

        assertThat(entry.operation()).isEqualTo(scale(9));
        assertThat(entry.person()).isEqualTo("sora");
        assertThat(entry.note()).isEqualTo("sale opens");
        assertThat(entry.begun()).isEqualTo(NOON);
        assertThat(entry.warnings()).as("headroom is tight").isOne();
        assertThat(entry.planned()).isOne();
        assertThat(entry.place()).isEqualTo(new Place(Environment.PRODUCTION, Optional.of("210987654321"),
                new io.watchdeck.model.Region("ap-northeast-2"), Optional.empty(), Optional.empty()));
        assertThat(entry.before()).isEqualTo(new Baseline(OptionalInt.of(5), Optional.of(new Range(2, 10)),
                Optional.of(Fleet.definition(88)), Optional.of("ecs-svc/88"), Fleet.SPOT_90,
                java.util.OptionalLong.empty(), Map.of(), List.of()));
        assertThat(entry.reminder()).contains(reminder);
        rig.looked();
        rig.account.service(Fleet.service(9, 9));
        rig.pass(5);
        rig.verdict();
        assertThat(rig.desk.state().reminders()).hasSize(1);
    }

    @Test
    void theAnswerComesWhenItStandsInTheJournalAndBeforeAnythingIsSent() throws InterruptedException {
        var happened = new CopyOnWriteArrayList<String>();
        Preview preview = rig.preview(scale(9));
        rig.journal.before(entry -> happened.add("journal " + entry.sendings().size()));
        rig.account.before(call -> {
            if (call.startsWith("update")) {
                happened.add(call);
            }
        });
        rig.desk.run(preview, new Confirmed("", SERVICE.service(), Optional.empty()), _ -> happened.add("answer"));
        rig.looked();

        assertThat(happened).startsWith("journal 0", "answer", "journal 1", UPDATE + "desiredCount=9", "journal 1");
    }

    @Test
    void whatItChangedIsReadAgainOnceItWasSentAndOnceItIsOver() throws InterruptedException {
        var service = new StillWatch.Changed(TIKETI, Set.of(Subject.SERVICES, Subject.TASKS, Subject.TARGETS));
        rig.run(scale(9));
        rig.looked();
        assertThat(rig.watch.readAgain()).containsExactly(service);
        rig.account.service(Fleet.service(9, 9));
        rig.pass(5);

        assertThat(rig.watch.readAgain()).containsExactly(service, service);
    }

    @Test
    void whatTheProofReadsIsReadWithThePortsThatShowIt() throws InterruptedException {
        var read = new CopyOnWriteArrayList<String>();
        rig.account.queue(Dead.queue("dlq", 0));
        rig.watch.shows(cloud -> {
            read.add("looked");
            return cloud;
        });
        rig.run(new Operation.Purge(TIKETI, "dlq"));
        rig.looked();

        assertThat(read).containsExactly("looked");
        assertThat(rig.watch.readAgain())
                .containsExactly(new StillWatch.Changed(TIKETI, Set.of(Subject.QUEUES)));
    }

    // Each port, once.

    static Stream<Arguments> everyKind() {
        return Stream.of(
                arguments(new Operation.ForceDeployment(TIKETI, SERVICE), List.of(UPDATE + "forceNewDeployment=")),
                arguments(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(87)),
                        List.of(UPDATE + "taskDefinition=" + Fleet.definition(87))),
                arguments(new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:89"),
                        List.of("stop deployment arn:deployment:89")),
                arguments(scale(9), List.of(UPDATE + "desiredCount=9")),
                arguments(new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(12), Optional.of(new Range(2, 12))),
                        List.of("range tiketi-backend-service 2–12", UPDATE + "desiredCount=12")),
                arguments(new Operation.Scale(TIKETI, SERVICE, OptionalInt.empty(), Optional.of(new Range(2, 12))),
                        List.of("range tiketi-backend-service 2–12")),
                arguments(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, false),
                        List.of(UPDATE + "capacityProviderStrategy=capacityProvider=FARGATE_SPOT,weight=70,"
                                + "capacityProvider=FARGATE,weight=30")),
                arguments(new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn()),
                        List.of("stop task " + Fleet.task("a").arn() + ": Watchdeck, sora")),
                arguments(new Operation.Resubmit(TIKETI, "jobs", List.of("x", "y")),
                        List.of("resubmit jobs x", "resubmit jobs y")),
                arguments(new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), OptionalInt.of(5)),
                        List.of("redrive dlq 10")),
                arguments(new Operation.Redrive(TIKETI, "dlq", OptionalInt.empty(), OptionalInt.empty()),
                        List.of("redrive dlq as SQS likes")),
                arguments(new Operation.CancelRedrive(TIKETI, "dlq", "handle"), List.of("cancel handle")),
                arguments(new Operation.Purge(TIKETI, "dlq"), List.of("purge dlq")));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void eachRequestIsSentOnceHoweverOftenItIsLookedAt(Operation operation, List<String> requests)
            throws InterruptedException {
        rig.everythingIsThere();
        assertThat(rig.run(operation)).isInstanceOf(Begun.Running.class);
        rig.await(state -> rig.journal.only().sendings().size() == requests.size()
                && rig.journal.only().sendings().stream().allMatch(one -> one.answer().isPresent()));
        for (int i = 0; i < 20; i++) {
            rig.pass(30);
        }

        assertThat(rig.account.sent()).isEqualTo(requests);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aLostAnswerIsNeverFollowedByAnotherRequest(Operation operation, List<String> requests)
            throws InterruptedException {
        rig.everythingIsThere();
        rig.account.answer(_ -> new Sent.Lost(Failure.unreachable("aws"), rig.clock.instant()));
        rig.run(operation);
        rig.await(_ -> rig.journal.only().isUnsure() && rig.account.sent().size() == 1);
        for (int i = 0; i < 20; i++) {
            rig.pass(30);
        }

        assertThat(rig.account.sent()).isEqualTo(requests.subList(0, 1));
    }

    // What does not run.

    @Test
    void whatIsDeclinedSendsNothingAndStandsInNoJournal() throws InterruptedException {
        Preview preview = rig.preview(scale(9));
        rig.desk.lock(TIKETI);
        var right = new Confirmed("", SERVICE.service(), Optional.empty());

        assertThat(rig.run(preview, right)).isEqualTo(new Begun.Declined(Phrase.of("gate.locked", "Tiketi")));
        rig.unlock();
        assertThat(rig.run(preview, new Confirmed("", "wrong", Optional.empty())))
                .isEqualTo(new Begun.Declined(Phrase.of("gate.name", SERVICE.service())));
        rig.watch.knows();
        assertThat(rig.run(preview, right)).isEqualTo(new Begun.Declined(Phrase.of("gate.noStack", "tiketi-prod")));
        rig.pass(60);
        assertThat(rig.account.sent()).isEmpty();
        assertThat(rig.journal.size()).isZero();
    }

    @Test
    void whatCannotStandInTheJournalIsDeclinedBeforeAnythingIsSent() throws InterruptedException {
        Preview preview = rig.preview(scale(9));
        var right = new Confirmed("", SERVICE.service(), Optional.empty());
        rig.journal.before(_ -> {
            throw new IllegalStateException("the disk is full");
        });
        assertThat(rig.run(preview, right)).isEqualTo(new Begun.Declined(
                Phrase.of("gate.journal", Phrase.of("journal.unwritten", "the disk is full"))));
        rig.journal.before(_ -> {});
        rig.journal.lossy(Phrase.of("history.memory.full", "/data"));
        assertThat(rig.run(preview, right)).isEqualTo(new Begun.Declined(Phrase.of("gate.journal",
                Phrase.of("journal.lossy", Phrase.of("history.memory.full", "/data")))));

        rig.pass(60);
        assertThat(rig.account.sent()).isEmpty();
        assertThat(rig.journal.size()).isZero();
    }

    @Test
    void aMistakeBeforeAnythingIsSentIsAnAnswer() throws InterruptedException {
        Preview preview = rig.preview(scale(9));
        rig.account.before(_ -> {
            throw new IllegalArgumentException("odd");
        });

        assertThat(rig.run(preview, new Confirmed("", SERVICE.service(), Optional.empty()))).isEqualTo(
                new Begun.Declined(Phrase.of("gate.mistake", "java.lang.IllegalArgumentException: odd")));
        assertThat(rig.journal.size()).isZero();
    }

    @Test
    void whatIsReadOnlyIsStillPreviewed() throws InterruptedException {
        try (var closed = new Desk(Moment.tiketi(), true).start()) {
            closed.unlock();
            Preview preview = closed.preview(scale(9));

            assertThat(preview.steps()).hasSize(1);
            assertThat(closed.run(preview, new Confirmed("", SERVICE.service(), Optional.empty())))
                    .isEqualTo(new Begun.Declined(Phrase.of("gate.readOnly")));
            assertThat(closed.account.sent()).isEmpty();
        }
    }

    @Test
    void whatAwsRefusesIsOverAtOnce() throws InterruptedException {
        Failure denied = Failure.denied("ecs:UpdateService");
        rig.account.answer(_ -> new Sent.Refused(denied, NOON));
        rig.run(scale(9));

        assertThat(rig.verdict()).isEqualTo(
                new Verdict(Result.NOT_DONE, Phrase.of("proof.refused", denied.sentence()), NOON));
        assertThat(rig.account.sent()).hasSize(1);
    }

    @Test
    void aLostAnswerIsReadBack() throws InterruptedException {
        rig.account.answer(_ -> new Sent.Lost(Failure.unreachable("ecs"), NOON));
        rig.run(scale(9));
        rig.looked();
        rig.pass(61);

        assertThat(rig.verdict()).isEqualTo(
                new Verdict(Result.NOT_DONE, Phrase.of("proof.scale.notDone", 5), at(61)));
    }

    // The note.

    @Test
    void theNoteGoesWithAStoppedTask() throws InterruptedException {
        var stop = new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn());
        rig.run(rig.preview(stop), new Confirmed(" stuck ", "", Optional.empty()));
        rig.looked();

        assertThat(rig.account.sent()).containsExactly("stop task " + stop.task() + ": Watchdeck, sora: stuck");
    }

    @Test
    void aLongNoteIsCutWhereEcsCutsIt() throws InterruptedException {
        var stop = new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn());
        Preview preview = rig.desk.preview(stop, rig.facts(stop), "x".repeat(300));

        assertThat(((Step.StopTask) preview.steps().getFirst()).reason()).hasSize(255)
                .startsWith("Watchdeck, sora: xxx");
    }

    /// What a person reads as one character is kept whole or left out: a pair of surrogates, a letter with its accent, a
    /// family of emoji.
    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE80", "e\u0301", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\u1112\u1161\u11AB"})
    void aLongNoteIsCutBetweenTwoCharacters(String character) {
        for (int before = 0; before < 12; before++) {
            String note = "x".repeat(before) + character.repeat(200);
            String reason = Reason.of("sora", note);

            assertThat(reason).hasSizeLessThanOrEqualTo(255).hasSizeGreaterThan(255 - character.length());
            assertThat(reason.substring("Watchdeck, sora: ".length() + before).replace(character, "")).isEmpty();
        }
    }
}
