package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Queue;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueuesViewModelTest {

    private static final String JOBS = "sesami-analysis-jobs";
    private static final QueuePair.Key KEY = new QueuePair.Key(new StackId("sesami-prod"), JOBS);

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final List<HistoryQuery> asked = new ArrayList<>();
    private Function<HistoryQuery, Series> kept = _ -> Series.empty();
    private final QueuesViewModel model = new QueuesViewModel(words, (query, answer) -> {
        asked.add(query);
        answer.accept(Past.of(new HistoryAnswer(query, query.series().stream().collect(Collectors.toMap(
                Function.identity(), _ -> new HistoryAnswer.Kept(kept.apply(query), List.of())))), Map.of()));
    });

    @Test
    void aRowTellsTheQueueItsDeadLettersAndWhatIsBehind() {
        show(Snapshots.sesami());

        QueueLine line = line(KEY);
        assertThat(line.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(line.owned()).isFalse();
        assertThat(line.cells().waiting().text()).isEqualTo("4");
        assertThat(line.cells().inFlight().text()).isEqualTo("2");
        assertThat(line.cells().letters().whole()).isEqualTo("sesami-analysis-jobs-dlq, after 3 receives, kept 14 d");
        assertThat(line.cells().depth()).extracting(Says::text, Says::tone, Says::second)
                .containsExactly("27", Tone.CRITICAL, "");
        assertThat(line.cells().deadOldest().text()).isEqualTo("13 d 2 h");
        assertThat(line.cells().destroyed()).extracting(Says::text, Says::tone)
                .containsExactly("at most 22 h", Tone.CRITICAL);
        assertThat(line.cells().behind().whole()).isEqualTo("Pipe running, Batch 3 failed, 14 run");
        assertThat(line.sentence()).contains("at most 22 h", "4 waiting");
        assertThat(model.countedProperty().get()).startsWith("1 queue");
    }

    @Test
    void deadLettersThatALookHidesAreThere() {
        show(Snapshots.hiddenLetters());

        assertThat(line(KEY).cells().depth()).extracting(Says::text, Says::second).containsExactly("5", "5 hidden");
    }

    @Test
    void theTimeLeftIsExactOnceTheOldestWasLookedAt() {
        show(Snapshots.sesami());

        model.oldest(KEY, Optional.of(Snapshots.NOW.minus(Duration.ofDays(14)).plus(Duration.ofHours(9))));

        assertThat(line(KEY).cells().destroyed().text()).isEqualTo("9 h");
        assertThat(line(KEY).cells().deadOldest().text()).isEqualTo("13 d 15 h");
        model.oldest(KEY, Optional.empty());
        assertThat(line(KEY).cells().destroyed().text()).isEqualTo("at most 22 h");
    }

    @Test
    void theWorstIsFirstAndAQueueWithoutDeadLettersSaysWhatBecomesOfFailures() {
        showThree();

        assertThat(names()).containsExactly(JOBS, "bare", "quiet");
        QueueLine line = model.rows().get(1).facts();
        assertThat(line.severity()).isEqualTo(Severity.WARNING);
        assertThat(line.cells().letters().whole())
                .isEqualTo("No dead-letter queue., A failing message repeats for 14 d, then is destroyed.");
        assertThat(line.cells().depth()).isEqualTo(Says.NOTHING);
        QueueLine quiet = model.rows().get(2).facts();
        assertThat(quiet.severity()).isEqualTo(Severity.FINE);
        assertThat(quiet.cells().depth().text()).isEqualTo("0");
        assertThat(quiet.cells().destroyed().text()).isEqualTo("none");
    }

    @Test
    void deniedIsNeverZero() {
        StackSnapshot sesami = Snapshots.sesami();
        Queue before = sesami.queues().getFirst();
        var denied = new Panel<QueueState>(new Loadable.Failed<>(Failure.denied("sqs:GetQueueAttributes"),
                Snapshots.NOW), Duration.ofSeconds(60));
        show(with(sesami, List.of(new Queue(before.spec(), denied, Optional.empty()))));

        QueueLine line = line(KEY);
        assertThat(line.cells().waiting().absence()).map(Absence::kind).contains(Absence.Kind.DENIED);
        assertThat(line.cells().letters().absence()).map(Absence::kind).contains(Absence.Kind.DENIED);
        assertThat(line.cells().waiting().text()).isEmpty();
        assertThat(model.policy()).hasValueSatisfying(policy -> assertThat(policy).contains("sqs:GetQueueAttributes"));
    }

    @Test
    void aSnapshotThatIsStillAskedForShowsTheQueueWithoutFigures() {
        model.show(Snapshots.loading(), Snapshots.NOW);

        assertThat(names()).containsExactly(JOBS);
        assertThat(line(KEY).severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(line(KEY).cells().waiting().absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
    }

    @Test
    void theLastHourIsAskedForWithEachSnapshotAlone() {
        kept = _ -> Series.of(List.of(new Sample(Snapshots.NOW.minusSeconds(120), 7)));
        show(Snapshots.sesami());
        model.tick(Snapshots.NOW.plusSeconds(10));

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().range().length()).isEqualTo(Duration.ofHours(1));
        assertThat(line(KEY).flights().size()).isOne();
        assertThat(line(KEY).cells().oldest().text()).isEqualTo("7 s");
    }

    @Test
    void theAgeOfWaitingMessagesIsSaidToBeUnreadWhereNoRuleHasItRead() {
        show(Snapshots.sesami());

        assertThat(line(KEY).cells().oldest().text()).isEqualTo("Not read");
        assertThat(line(KEY).cells().oldest().explanation()).contains("queue.oldestAge");
    }

    @Test
    void aFilterHidesRowsAndKeepsWhatIsSelected() {
        show(Snapshots.sesami());

        model.filter("stack:tiketi");

        assertThat(model.rows()).isEmpty();
        assertThat(model.emptyTextProperty().get()).isEqualTo("The only queue does not match the filter.");
        assertThat(model.selectedProperty().get()).map(QueuePair::key).contains(KEY);
        model.filter("dlq:jobs !bare");
        assertThat(names()).containsExactly(JOBS);
    }

    @Test
    void onlyFaultsLeavesOutTheQueuesThatAreFineAndSaysSoWhereAllAre() {
        showThree();

        model.faults().toggle();

        assertThat(names()).containsExactly(JOBS, "bare");
        assertThat(model.faults().hiddenProperty().get()).isEqualTo(1);
        model.filter("quiet");
        assertThat(names()).isEmpty();
        assertThat(model.emptyTextProperty().get()).isEqualTo("Nothing is at fault: 1 hidden. F shows it.");
        model.faults().toggle();
        assertThat(names()).containsExactly("quiet");
    }

    @Test
    void whatIsMarkedIsSavedAloneWorstFirstThoughAFilterHidesIt() {
        showThree();
        model.marks().toggle(new QueuePair.Key(KEY.stack(), "quiet"));
        model.marks().toggle(KEY);
        model.filter("bare");

        assertThat(model.markedCsv().rows()).extracting(row -> row.get(3)).containsExactly(JOBS, "quiet");
        assertThat(model.markedReferences()).hasSize(2);
        showThree();
        assertThat(model.marks().hiddenProperty().get()).isEqualTo(2);
        show(Snapshots.tiketi());
        assertThat(model.marks().markedProperty().get()).as("of a queue that is there no longer").isEmpty();
    }

    @Test
    void stacksWithoutQueuesAreSaidToHaveNone() {
        show(Snapshots.tiketi());

        assertThat(model.emptyTextProperty().get()).isEqualTo("The listed stack has no queue in its file.");
        assertThat(model.selectedProperty().get()).isEmpty();
    }

    @Test
    void theFileHasFiguresWithoutUnits() {
        show(Snapshots.sesami());

        assertThat(model.csv().rows()).containsExactly(List.of("Sesami", "production", "critical", JOBS, "4", "2",
                "sesami-analysis-jobs-dlq", "27", "", "22", "true", "Pipe running, Batch 3 failed, 14 run"));
    }

    @Test
    void theReferenceIsThatOfTheSelectedQueue() {
        show(Snapshots.sesami());

        assertThat(model.reference().orElseThrow().arn())
                .hasValueSatisfying(arn -> assertThat(arn).endsWith(":" + JOBS));
    }

    /// One that is critical, one with a warning, one that is fine.
    private void showThree() {
        StackSnapshot sesami = Snapshots.sesami();
        var bare = new Queue(new QueueSpec("bare", Optional.empty(), Optional.empty()),
                ready(state("bare", 3, Optional.empty())), Optional.empty());
        var empty = new Queue(new QueueSpec("quiet", Optional.empty(), Optional.empty()),
                ready(state("quiet", 0, Optional.of(new QueueState.RedrivePolicy("arn:aws:sqs:x:1:quiet-dlq", 5)))),
                Optional.of(new StackSnapshot.DeadLetters("quiet-dlq", ready(state("quiet-dlq", 0, Optional.empty())),
                        sesami.queues().getFirst().deadLetters().orElseThrow().oldestAge(), Optional.empty(), true)));
        show(with(sesami, List.of(empty, bare, sesami.queues().getFirst())));
    }

    private void show(StackSnapshot... stacks) {
        model.show(Snapshots.of(List.of(stacks)), Snapshots.NOW);
    }

    private QueueLine line(QueuePair.Key key) {
        return model.rows().stream().map(Row::facts).filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private List<String> names() {
        return model.rows().stream().map(row -> row.key().queue()).toList();
    }

    private static Panel<QueueState> ready(QueueState state) {
        return new Panel<>(new Loadable.Ready<>(state, Snapshots.NOW), Duration.ofSeconds(60));
    }

    private static QueueState state(String name, long visible, Optional<QueueState.RedrivePolicy> policy) {
        return new QueueState(name, "arn:aws:sqs:x:1:" + name, visible, 0, 0, Duration.ofDays(14),
                Duration.ofSeconds(30), false, policy);
    }

    static StackSnapshot with(StackSnapshot stack, List<Queue> queues) {
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), queues, stack.batchQueues(), stack.pipes(), stack.pipelines(),
                stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(), stack.gaps(),
                stack.occurrences());
    }
}
