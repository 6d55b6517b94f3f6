package io.watchdeck.ui.activity;

import static io.watchdeck.ui.activity.JournalStory.BOUNCED;
import static io.watchdeck.ui.activity.JournalStory.HALF;
import static io.watchdeck.ui.activity.JournalStory.OLD;
import static io.watchdeck.ui.activity.JournalStory.PURGED;
import static io.watchdeck.ui.activity.JournalStory.REFUSED;
import static io.watchdeck.ui.activity.JournalStory.ROLLING;
import static io.watchdeck.ui.activity.JournalStory.SCALED;
import static io.watchdeck.ui.activity.JournalStory.STOPPED;
import static io.watchdeck.ui.activity.JournalStory.UNKNOWN;
import static io.watchdeck.ui.activity.JournalStory.WEIGHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.activity.EntryDetail.Answer;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {

    private final JournalDesk desk = new JournalDesk(JournalStory.all());
    private final ActivityViewModel model = shown(desk);

    @Test
    void whatWasDoneLastIsListedFirst() {
        assertThat(ids()).containsExactly(ROLLING, SCALED, BOUNCED, STOPPED, REFUSED, UNKNOWN, WEIGHED, HALF, PURGED);
        assertThat(line(SCALED)).isEqualTo(new ActivityLine(SCALED, Operation.Kind.SCALE, "12:07",
                "Tue 22 Sep 2026 12:07:12 KST\nTue 22 Sep 2026 03:07:12 UTC", "1 h 35 min ago",
                "Scale tiketi-backend-service", "Tiketi", Environment.PRODUCTION, "5 → 9, 2–10 → 2–12", "jmin",
                "ticket sale opens at 14:00, OPS-318", Optional.of(Result.WORKED), "worked", "9 of 9 run.", "1 min"));
    }

    @Test
    void theTimeThatIsListedIsReadFromTheJournal() {
        model.span(Span.DAY);
        assertThat(ids()).containsExactly(ROLLING, SCALED);

        model.span(Span.YEAR);
        assertThat(ids()).endsWith(PURGED, OLD);
        model.span(Span.ALL);

        assertThat(desk.asked()).extracting(TimeRange::from).containsExactly(Snapshots.NOW.minusSeconds(30 * 86400L),
                Snapshots.NOW.minusSeconds(86400), Snapshots.NOW.minusSeconds(365 * 86400L), Instant.EPOCH);
        assertThat(line(OLD).stackName()).as("watched no longer").isEqualTo("shop-prod");
    }

    @Test
    void verdictsAreCountedAndChosen() {
        assertThat(model.countsProperty().get())
                .isEqualTo(Map.of(Outcome.ALL, 9, Outcome.WORKED, 4, Outcome.LOOK, 4));

        model.only(Outcome.LOOK);
        assertThat(ids()).containsExactly(BOUNCED, REFUSED, UNKNOWN, HALF);
        model.only(Outcome.WORKED);
        assertThat(ids()).containsExactly(SCALED, STOPPED, WEIGHED, PURGED);
    }

    @Test
    void stacksKindsAndWordsAreFiltered() {
        model.filter(model.filterProperty().get().withStacks(Set.of(JournalStory.SESAMI)));
        assertThat(ids()).containsExactly(BOUNCED, HALF, PURGED);
        model.filter(model.filterProperty().get().withKinds(Set.of(Operation.Kind.PURGE, Operation.Kind.SCALE)));
        assertThat(ids()).containsExactly(PURGED);
        assertThat(model.countsProperty().get()).containsEntry(Outcome.ALL, 1).containsEntry(Outcome.LOOK, 0);

        assertThat(model.clearFilters()).isTrue();
        model.filter("who:jmin !purge");
        assertThat(ids()).containsExactly(SCALED, REFUSED);
        model.filter("calls:SubmitJob");
        assertThat(ids()).containsExactly(HALF);
        model.filter("ops-311");
        assertThat(ids()).containsExactly(BOUNCED);
        assertThat(model.clearFilters()).as("what is typed is not the model's to clear").isFalse();
    }

    @Test
    void whatWorkedStaysHiddenUntilAPersonEndsThat() {
        model.toggleFaults();
        assertThat(model.outcomeProperty().get()).isEqualTo(Outcome.LOOK);
        assertThat(model.clearFilters()).isFalse();
        assertThat(ids()).isNotEmpty().doesNotContain(SCALED);

        model.filter("\"" + "9 of 9 run" + "\"");
        assertThat(ids()).isEmpty();
        assertThat(model.emptyTextProperty().get())
                .isEqualTo("Nothing needs a look: 1 operation is hidden. F shows all.");

        model.toggleFaults();
        assertThat(ids()).containsExactly(SCALED);
        model.only(Outcome.WORKED);
        assertThat(model.clearFilters()).isTrue();
        assertThat(model.outcomeProperty().get()).isEqualTo(Outcome.ALL);
    }

    @Test
    void theEnvironmentChosenForAllScreensHolds() {
        model.limitTo(environment -> environment == Environment.DEVELOPMENT);

        assertThat(ids()).containsExactly(STOPPED);
    }

    @Test
    void theSelectedOneStaysWhileAFilterHidesItAndWhileOthersCome() {
        model.select(SCALED);
        model.filter("purge");
        assertThat(model.detailProperty().get().orElseThrow().line().id()).isEqualTo(SCALED);

        model.filter("");
        Row<UUID, ActivityLine> row = model.line(SCALED).orElseThrow();
        JournalEntry begun = JournalStory.with(fresh(), 0, JournalStory.scaled().before(), 1);
        model.follow(state(List.of(JournalDesk.running(begun, Optional.empty())), List.of()));

        assertThat(ids()).startsWith(begun.id(), ROLLING, SCALED);
        assertThat(line(begun.id()).sentence()).isEqualTo("Being sent");
        assertThat(model.detailProperty().get().orElseThrow().line().id()).isEqualTo(SCALED);
        assertThat(model.line(SCALED)).containsSame(row);
    }

    @Test
    void oneThatRunsTellsItsNewestFindingAndThenItsVerdict() {
        model.select(ROLLING);
        assertThat(line(ROLLING).sentence()).isEqualTo("backend:88: 2 of 5 run.");
        assertThat(line(ROLLING).running()).isTrue();
        assertThat(line(ROLLING).took()).isEqualTo("4 min");

        model.follow(state(List.of(JournalDesk.running(JournalStory.rolling(), Optional.of(
                (Finding.Going) Finding.going("proof.scale.going", 4, 5, 1)))), List.of()));
        assertThat(line(ROLLING)).extracting(ActivityLine::verdict, ActivityLine::sentence)
                .containsExactly("running", "4 of 5 run, 1 starting");

        model.follow(state(List.of(), List.of(JournalStory.ended(JournalStory.rolling(), Result.FAILED, 200,
                "proof.rollout.failed", "backend:88", "tasks failed to start", 3))));
        assertThat(line(ROLLING)).extracting(ActivityLine::verdict, ActivityLine::took)
                .containsExactly("failed", "3 min");
        assertThat(model.detailProperty().get().orElseThrow().line().sentence())
                .isEqualTo("backend:88 failed after 3 failed tasks. tasks failed to start");
        assertThat(model.countsProperty().get()).containsEntry(Outcome.LOOK, 5);
    }

    @Test
    void whatEndedWhileTheJournalWasReadStaysEnded() {
        JournalDesk late = new JournalDesk(JournalStory.all()).slow();
        ActivityViewModel slow = shown(late);
        assertThat(slow.emptyTextProperty().get()).isEqualTo("Reading the journal");

        slow.follow(state(List.of(), List.of(JournalStory.ended(JournalStory.rolling(), Result.WORKED, 200,
                "proof.rollout.workedLater", "backend:88"))));
        late.answer();

        assertThat(slow.lines().getFirst().facts().verdict()).isEqualTo("worked");
        assertThat(slow.lines()).hasSize(9);
    }

    @Test
    void aJournalThatCannotBeReadIsToldAndNotEmpty() {
        ActivityViewModel unread = shown(new JournalDesk(List.of()).unread(Failure.unexpected("damaged")));

        assertThat(unread.emptyTextProperty().get()).isEqualTo("Unexpected answer");
        assertThat(unread.toldProperty().get()).isEqualTo("Unexpected answer");
    }

    @Test
    void anAnswerForATimeThatNobodyWantsAnyMoreIsNotWaitedFor() {
        JournalDesk late = new JournalDesk(List.of()).slow();
        ActivityViewModel slow = shown(late);

        slow.span(Span.ALL);
        late.answer();

        assertThat(slow.emptyTextProperty().get()).startsWith("Nothing has been changed from this console yet");
    }

    @Test
    void whyNothingIsListedSaysWhereWasLooked() {
        model.filter("nobody-has-said-this");
        assertThat(model.emptyTextProperty().get()).startsWith("None of the 9 operations of the last 30 days");
        assertThat(shown(new JournalDesk(List.of())).emptyTextProperty().get()).isEqualTo("Nothing was changed from "
                + "this console in the last 30 days. The journal was read at 13:42, for all 6 stacks. Choose a longer "
                + "time above for what was before.");
        var without = new ActivityViewModel(words(), Optional::empty);
        without.begin(Snapshots.NOW);
        without.show(Snapshots.moment(), Snapshots.NOW);
        assertThat(without.emptyTextProperty().get()).startsWith("Nothing can be changed from this window");
    }

    @Test
    void theDetailTellsWhoWasNotThereWhatWasDone() {
        EntryDetail detail = detail(SCALED);

        assertThat(detail.standing()).isEqualTo("after 1 min");
        assertThat(detail.facts()).extracting(EntryDetail.FactLine::name, EntryDetail.FactLine::value).containsExactly(
                tuple("When", "Tue 22 Sep 2026 12:07 KST, over at 12:08:23"),
                tuple("Who", "jmin"),
                tuple("Why", "ticket sale opens at 14:00, OPS-318"),
                tuple("Where", "account 210987654321, ap-northeast-2, profile sora, "
                        + "cluster " + Snapshots.file("tiketi-prod").cluster()),
                tuple("Warnings", "2 were shown before, and accepted"));
        assertThat(detail.changes()).containsExactly(new EntryDetail.ChangeLine("Desired tasks", "5", "9"),
                new EntryDetail.ChangeLine("Autoscaling range", "2–10", "2–12"));
        assertThat(detail.requests()).extracting(EntryDetail.RequestLine::name)
                .containsExactly("application-autoscaling:RegisterScalableTarget", "ecs:UpdateService");
        assertThat(detail.requests().get(1).fields()).extracting(EntryDetail.FactLine::name)
                .containsExactly("cluster", "service", "desiredCount");
        assertThat(detail.requests().get(1).answer()).isEqualTo("AWS took it at 12:07:13: ecs-svc/4711");
        assertThat(detail.remarks()).extracting(EntryDetail.RemarkLine::time, EntryDetail.RemarkLine::said)
                .containsExactly(tuple("12:07:20", "Waiting until AWS shows it"),
                        tuple("12:07:34", "6 of 9 run, 3 starting"));
        assertThat(detail.reminder()).isEqualTo("Reminder for 17:42: go back to 5 tasks");
        assertThat(detail.missing()).isEmpty();
    }

    @Test
    void everyWayOfAnsweringIsToldAsWhatItIs() {
        assertThat(detail(REFUSED).requests().getFirst()).satisfies(one -> {
            assertThat(one.answered()).isEqualTo(Answer.REFUSED);
            assertThat(one.answer()).startsWith("AWS refused it at Sat 13:02:13, and nothing was changed:");
        });
        assertThat(detail(UNKNOWN).requests().getFirst()).satisfies(one -> {
            assertThat(one.answered()).isEqualTo(Answer.LOST);
            assertThat(one.answer()).startsWith("No answer came by Thu 13:42:27: it was done, or not.")
                    .endsWith("(Read timed out)");
        });
        EntryDetail half = detail(HALF);
        assertThat(half.requests()).extracting(EntryDetail.RequestLine::answered)
                .containsExactly(Answer.TAKEN, Answer.NONE);
        assertThat(half.requests().get(1).answer())
                .isEqualTo("Nobody has seen an answer: whether it left is not known.");
        assertThat(half.missing()).isEqualTo("1 more request was planned and never sent.");
    }

    @Test
    void whatFailedIsCopiedForATicketWithoutTheAccountAndThePerson() {
        model.select(REFUSED);

        String ticket = model.details().orElseThrow();
        assertThat(ticket).startsWith("What: ").contains("Region: ap-northeast-2", "Begun (UTC): ", "Call: ",
                "Kind: ", "IAM action: ").doesNotContainPattern("\\d{12}")
                .doesNotContain(model.entry().orElseThrow().person() + "\n");
        model.select(HALF);
        assertThat(model.details().orElseThrow()).contains("Said: taken");
    }

    @Test
    void whatWasSentIsCopiedAsCommandsWithWhere() {
        model.select(SCALED);

        assertThat(model.commands()).contains("aws application-autoscaling register-scalable-target "
                + "--service-namespace ecs --resource-id service/tiketi-cluster-prod/tiketi-backend-service "
                + "--scalable-dimension ecs:service:DesiredCount --min-capacity 2 --max-capacity 12 "
                + "--region ap-northeast-2 --profile sora\n"
                + "aws ecs update-service --cluster tiketi-cluster-prod --service tiketi-backend-service "
                + "--desired-count 9 --region ap-northeast-2 --profile sora");
        assertThat(detail(SCALED).requests().get(1).command())
                .isEqualTo(model.commands().orElseThrow().lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void whatIsWatchedNoLongerLeadsNowhere() {
        model.span(Span.ALL);

        assertThat(detail(OLD).watched()).isFalse();
        assertThat(model.reference()).isEmpty();
        assertThat(detail(SCALED).watched()).isTrue();
        assertThat(model.reference().orElseThrow().arn()).get().asString().endsWith("/tiketi-backend-service")
                .startsWith("arn:aws:ecs:ap-northeast-2:210987654321:service/");
        assertThat(detail(BOUNCED).watched()).isTrue();
        assertThat(model.reference().orElseThrow().arn()).get().asString()
                .isEqualTo("arn:aws:sqs:ap-northeast-2:210987654321:" + JournalStory.LETTERS);
    }

    @Test
    void whatIsListedIsATableForASpreadsheet() {
        model.filter("scale");

        assertThat(model.csv().name()).isEqualTo("watchdeck-journal");
        assertThat(model.csv().rows()).singleElement().satisfies(row -> assertThat(row).startsWith(
                "2026-09-22T03:07:12.000Z", "2026-09-22T03:08:23.000Z", "71", "tiketi-prod", "production",
                "210987654321",
                "ap-northeast-2", "scale", "tiketi-backend-service", "5 → 9; 2–10 → 2–12", "jmin",
                "ticket sale opens at 14:00, OPS-318", "2", "worked", "9 of 9 run.", "2"));
    }

    @Test
    void whereMoreIsKeptThanIsReadItIsTold() {
        JournalEntry one = JournalStory.scaled();
        var many = IntStream.range(0, ActivityViewModel.MOST + 5)
                .mapToObj(index -> new JournalEntry(new UUID(2, index), one.operation(), one.place(), one.person(),
                        one.note(), one.begun().minusSeconds(index), 0, one.before(), 1, one.sendings(), List.of(),
                        one.verdict(), Optional.empty(), List.of()))
                .toList();

        ActivityViewModel full = shown(new JournalDesk(many));

        assertThat(full.lines()).hasSize(ActivityViewModel.MOST);
        assertThat(full.toldProperty().get()).startsWith("These are the newest 2,000 operations.");
        assertThat(model.toldProperty().get()).isEmpty();
    }

    @Test
    void whichWarningsWereAcceptedIsTold() {
        JournalEntry one = JournalStory.scaled();
        var warned = new JournalEntry(one.id(), one.operation(), one.place(), one.person(), one.note(), one.begun(), 1,
                one.before(), one.planned(), one.sendings(), one.remarks(), one.verdict(), one.reminder(),
                List.of(Phrase.of("operation.alarm.none")));

        ActivityViewModel other = shown(new JournalDesk(List.of(warned)));

        assertThat(detail(other, one.id()).facts()).extracting(EntryDetail.FactLine::value).contains(
                "1 was shown before, and accepted\nNo circuit breaker and no alarm ends it: tasks that do not start are"
                        + " tried again and again.");
    }

    private static JournalEntry fresh() {
        JournalEntry one = JournalStory.scaled();
        return new JournalEntry(new UUID(3, 3), one.operation(), one.place(), "sora", "", JournalStory.ago(1), 0,
                one.before(), 1, List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private static OperationDesk.State state(
            List<OperationDesk.Running> running, List<JournalEntry> ended) {
        return new OperationDesk.State(Map.of(), running, ended, List.of());
    }

    private static Words words() {
        return new Words(Locale.ENGLISH, Snapshots.ZONE);
    }

    private static ActivityViewModel shown(JournalDesk desk) {
        var model = new ActivityViewModel(words(), () -> Optional.of(desk));
        model.begin(Snapshots.NOW);
        model.show(Snapshots.moment(), Snapshots.NOW);
        return model;
    }

    private EntryDetail detail(UUID id) {
        return detail(model, id);
    }

    private static EntryDetail detail(ActivityViewModel model, UUID id) {
        model.select(id);
        return model.detailProperty().get().orElseThrow();
    }

    private ActivityLine line(UUID id) {
        return model.line(id).orElseThrow().facts();
    }

    private List<UUID> ids() {
        return model.lines().stream().map(Row::key).toList();
    }
}
