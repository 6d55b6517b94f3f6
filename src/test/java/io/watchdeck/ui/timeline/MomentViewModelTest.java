package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static io.watchdeck.ui.timeline.TimelineStory.NOW;
import static io.watchdeck.ui.timeline.TimelineStory.UNWATCHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.timeline.MomentViewModel.Looked;
import io.watchdeck.ui.timeline.MomentViewModel.Moves;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MomentViewModelTest {

    private final StoryArchive archive = new StoryArchive();
    private Moves moves = Moves.NOT;
    private final MomentViewModel model = new MomentViewModel(StoryArchive.WORDS, archive);

    private void look(Instant cursor) {
        look(Snapshots.glimpse(), cursor);
    }

    private void look(StackSnapshot stack, Instant cursor) {
        TimeRange week = TimeRange.last(Duration.ofDays(7), NOW);
        var known = new Known[] {Known.nothing().with(TimelineStory.events().stream()
                .sorted(TimelineEvent.NEWEST_FIRST).toList(), false)};
        archive.ledger(new io.watchdeck.watch.LedgerQuestion(Set.of(stack.file().id()), week, Optional.empty(), 100),
                answer -> known[0] = known[0].with(answer));
        archive.history(new io.watchdeck.metrics.HistoryQuery(List.of(), week, io.watchdeck.metrics.Tier.HOUR),
                past -> known[0] = known[0].with(past));
        model.show(new Looked(stack, cursor, cursor.isBefore(NOW) ? moves : Moves.WITH_NOW, NOW, week), known[0]);
    }

    private MomentFacts facts() {
        return model.factsProperty().get().orElseThrow();
    }

    private StateLine state(String name) {
        return facts().state().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void thenStandsBesideNow() {
        look(LOSS);

        assertThat(facts().title()).isEqualTo("Mon 21 Sep 22:17:40");
        assertThat(facts().ago()).isEqualTo("15 h 24 min ago");
        assertThat(state("Running tasks").then().orElseThrow().text()).isEqualTo("1 of 2");
        assertThat(state("Running tasks").now().orElseThrow().text()).isEqualTo("2 of 2");
        assertThat(state("DB connections").now().orElseThrow().text()).isEqualTo("41 of 87");
    }

    @Test
    void whereNobodyLookedNothingIsSaidOfThen() {
        look(UNWATCHED.from().plusSeconds(3600));

        assertThat(facts().unseen()).isEqualTo("Not recorded: nobody watched from Sat 23:10 to Sun 08:05.");
        assertThat(facts().severity()).isEmpty();
        assertThat(facts().state()).isNotEmpty().allMatch(line -> line.then().isEmpty() && line.now().isPresent());
        assertThat(facts().open()).isEmpty();
    }

    @Test
    void whileItIsLookedUpNothingIsSaidOfThen() {
        archive.hold();
        look(LOSS);
        assertThat(facts().asking()).isTrue();
        assertThat(facts().severity()).isEmpty();

        archive.answer();

        assertThat(facts().asking()).isFalse();
        assertThat(facts().severity()).isPresent();
    }

    @Test
    void aCursorThatIsDraggedAsksOnlyForWhereItCameToStand() {
        archive.hold();
        for (int second = 0; second < 50; second++) {
            look(LOSS.plusSeconds(second));
        }
        assertThat(archive.moments).containsExactly(LOSS);

        archive.answer();
        archive.answer();

        assertThat(archive.moments).containsExactly(LOSS, LOSS.plusSeconds(49));
        assertThat(facts().asking()).isFalse();
    }

    @Test
    void whilePlayingTheLastKnownFiguresStandUntilNewerOnesCome() {
        look(LOSS);
        moves = Moves.PLAYS;
        archive.hold();

        for (int second = 1; second < 50; second++) {
            look(LOSS.plusSeconds(second));
            assertThat(facts().asking()).isFalse();
            assertThat(state("Running tasks").then().orElseThrow().text()).isEqualTo("1 of 2");
        }

        moves = Moves.NOT;
        look(LOSS.plusSeconds(50));
        assertThat(facts().asking()).isTrue();
        archive.answer();
        archive.answer();
        assertThat(archive.moments).containsExactly(LOSS, LOSS.plusSeconds(1), LOSS.plusSeconds(50));
        assertThat(facts().asking()).isFalse();
    }

    @Test
    void nowIsAskedOfNobody() {
        look(NOW);

        assertThat(archive.moments).isEmpty();
        assertThat(state("Running tasks").then()).isEqualTo(state("Running tasks").now());
    }

    @Test
    void whatOpenedSoonAfterIsTold() {
        look(LOSS);

        assertThat(facts().open()).extracting(MomentFacts.Said::text)
                .containsExactly("Nothing yet. glimpse-api: Running tasks opened 20 s later.");
    }

    @Test
    void whatIsOpenIsNotKnownWhileNoAlarmCanBeRead() {
        StackSnapshot asking = Snapshots.loading().stacks().getFirst();
        look(Snapshots.never(Failure.denied("cloudwatch:DescribeAlarms")).stacks().getFirst(), NOW);
        assertThat(facts().open()).containsExactly(new MomentFacts.Said(MomentFacts.Kind.REFUSED, Severity.UNKNOWN,
                false, "Not known, CloudWatch alarms: Denied cloudwatch:DescribeAlarms"));

        look(asking, NOW);
        assertThat(facts().open()).containsExactly(notKnown("Not known, CloudWatch alarms: asking"));

        StackSnapshot glimpse = Snapshots.glimpse();
        look(with(glimpse, new Panel<>(new Loadable.Stale<>(List.of(), NOW, Failure.expired("glimpse")),
                glimpse.alarms().every()), glimpse.conditions()), NOW);
        assertThat(facts().open()).containsExactly(
                notKnown("Not known, CloudWatch alarms: Signed out sign in again"));

        look(Snapshots.expiredTiketi(), NOW);
        assertThat(facts().open()).as("nothing was left to judge")
                .containsExactly(notKnown("Not known: no rule and no CloudWatch alarm could be checked."));

        archive.past = (moment, _, answer) -> answer.accept(new PastSnapshot(moment,
                Optional.of(Snapshots.of(List.of(asking))), List.of()));
        look(asking, LOSS);
        assertThat(facts().open()).containsExactly(notKnown("Not known, CloudWatch alarms: not recorded"));
    }

    @Test
    void howManyRulesCouldNotBeJudgedStandsBesideWhatIsOpen() {
        StackSnapshot glimpse = Snapshots.glimpse();
        look(glimpse, NOW);
        assertThat(facts().open()).extracting(MomentFacts.Said::kind).containsExactly(MomentFacts.Kind.NOTHING);

        look(with(glimpse, glimpse.conditions().subList(0, 1).stream().map(MomentViewModelTest::unjudged).toList()),
                NOW);
        assertThat(facts().open()).containsExactly(notKnown("Not known: 1 of 1 rule or CloudWatch alarm"));

        look(with(glimpse, glimpse.conditions().stream().limit(1).flatMap(one -> Stream.of(one, unjudged(one)))
                .toList()), NOW);
        assertThat(facts().open()).extracting(MomentFacts.Said::kind).containsExactly(MomentFacts.Kind.NOTHING,
                MomentFacts.Kind.NOT_KNOWN);
    }

    private static Condition unjudged(Condition one) {
        return new Condition(one.name(), one.source(), one.on(), one.metric(), one.severity(), Condition.State.UNKNOWN,
                OptionalDouble.empty(), one.threshold(), one.compared(), Optional.empty(), one.sentence());
    }

    private static StackSnapshot with(StackSnapshot stack, List<Condition> conditions) {
        return with(stack, stack.alarms(), conditions);
    }

    private static StackSnapshot with(StackSnapshot stack, Panel<List<CloudAlarm>> alarms,
            List<Condition> conditions) {
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(),
                stack.loadBalancers(), stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(),
                stack.pipes(), stack.pipelines(), stack.cost(), stack.budgets(), alarms, conditions,
                stack.verdict(), stack.gaps(), stack.occurrences());
    }

    private static MomentFacts.Said notKnown(String text) {
        return new MomentFacts.Said(MomentFacts.Kind.NOT_KNOWN, Severity.UNKNOWN, false, text);
    }

    @Test
    void notesNearItAndWhatIsNotKnownAreTold() {
        look(LOSS);

        assertThat(facts().notes()).singleElement().satisfies(
                note -> assertThat(note.text()).startsWith("22:19, jmin acknowledged Running tasks"));
        assertThat(facts().unknown()).extracting(MomentFacts.Said::text).containsExactly(
                "Sat 23:10 to Sun 08:05: stopped tasks and Spot are not known, because ECS had forgotten them before "
                        + "anybody looked; metrics came later from CloudWatch.");
    }

    @Test
    void whatIsRefusedIsNamedWithItsAction() {
        archive.unread = List.of(Failure.denied("rds:DescribeEvents"));
        look(LOSS);

        assertThat(facts().unknown().getFirst()).isEqualTo(new MomentFacts.Said(MomentFacts.Kind.REFUSED,
                Severity.UNKNOWN, false, "Missing here: Denied rds:DescribeEvents"));
    }

    @Test
    void theLedgerTellsWhatWasWatchedOfTheTime() {
        look(NOW);

        assertThat(facts().spot().counted()).isEqualTo("6 known");
        assertThat(facts().spot().lines()).extracting(MomentFacts.SpotLine::value).containsExactly("34 s", "41 s",
                "6 d 15 h");
    }

    @Test
    void aFigureThatIsDeniedIsNoZero() {
        StackSnapshot denied = Snapshots.never(Failure.denied("ecs:DescribeServices")).stacks().getFirst();
        look(denied, NOW);

        assertThat(facts().state().stream().flatMap(line -> line.now().stream()))
                .filteredOn(cell -> cell.absent().isPresent()).isNotEmpty().allSatisfy(cell -> {
                    assertThat(cell.text()).isNotIn("0", "");
                    assertThat(cell.explain()).isNotEmpty();
                });
    }

    @Test
    void ofAMomentThatIsOverNothingIsOnItsWay() {
        StackSnapshot blank = Snapshots.loading().stacks().getFirst();

        assertThat(StateFacts.then(blank, NOW, StoryArchive.WORDS).values()).isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.text()).isEqualTo("not recorded"));
        assertThat(StateFacts.now(blank, NOW, StoryArchive.WORDS).values())
                .allSatisfy(cell -> assertThat(cell.text()).isEqualTo("asking"));
    }

    @Test
    void whatIsReadOnlyWhileSomebodyLooksSaysSoOnceTheRestHasCome() {
        StackSnapshot glimpse = Snapshots.glimpse();
        var balancers = glimpse.loadBalancers().stream().map(one -> new StackSnapshot.LoadBalancer(one.spec(),
                one.requests(), one.errors5xx(), one.target5xx(), one.elb5xx(), one.p50(),
                Figure.loading(one.p95().metric(), Duration.ofMinutes(1)), one.p99(), one.targetGroups())).toList();
        var partly =
                new StackSnapshot(glimpse.file(), glimpse.asOf(), glimpse.identity(), glimpse.services(), balancers,
                        glimpse.databases(), glimpse.caches(), glimpse.queues(), glimpse.batchQueues(), glimpse.pipes(),
                        glimpse.pipelines(), glimpse.cost(), glimpse.budgets(), glimpse.alarms(), glimpse.conditions(),
                        glimpse.verdict(), glimpse.gaps(), glimpse.occurrences());

        look(partly, NOW);

        assertThat(state("p95").now().orElseThrow().text()).isEqualTo("not polled");
        assertThat(state("Requests").now().orElseThrow().absent()).isEmpty();
    }

    @Test
    void theLedgerOfAPastMomentCountsNothingThatCameLater() {
        look(NOW);
        assertThat(facts().spot().counted()).isEqualTo("6 known");

        look(NOW.minus(Duration.ofDays(7)).plusSeconds(60));

        assertThat(facts().spot().title()).isEqualTo("Spot ledger, 7 d, up to then");
        assertThat(facts().spot().counted()).isEqualTo("none known");
        assertThat(facts().spot().lines()).extracting(MomentFacts.SpotLine::name).containsExactly("Watched");
    }

    @Test
    void aFigureThatIsBackWithinTheLimitOfAnOpenAlarmHasNoColourAndSaysThatItIsOpen() {
        StackSnapshot tiketi = Snapshots.tiketi();

        assertThat(StateFacts.then(tiketi, NOW, StoryArchive.WORDS).get("connections"))
                .satisfies(cell -> assertThat(cell.text()).isEqualTo("93 of 100"))
                .satisfies(cell -> assertThat(cell.tone()).isEqualTo(Tone.CRITICAL));
        assertThat(StateFacts.then(withConnections(tiketi, 62), NOW, StoryArchive.WORDS).get("connections"))
                .satisfies(cell -> assertThat(cell.text()).isEqualTo("62 of 100\nalarm still open"))
                .satisfies(cell -> assertThat(cell.tone()).isEqualTo(Tone.PLAIN));
    }

    private static StackSnapshot withConnections(StackSnapshot stack, double open) {
        var databases = stack.databases().stream().map(one -> new StackSnapshot.Database(one.spec(), one.facts(),
                new Figure(one.connections().metric(), one.connections().latest().map(_ -> open),
                        one.connections().recent()),
                one.cpu(), one.freeStorage(), one.acu(), one.maxConnections(), one.connectionsFrom(),
                one.disagreement(), one.maxAcu(), one.room())).toList();
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(),
                stack.loadBalancers(), databases, stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), stack.occurrences());
    }

    @Test
    void whatHappenedInTheSecondOfTheCursorIsInTheLedger() {
        TimeRange week = TimeRange.last(Duration.ofDays(7), NOW);
        var told = new LedgerAnswer[1];
        archive.ledger(new LedgerQuestion(Set.of(GLIMPSE), week, Optional.empty(), 100), answer -> told[0] = answer);
        var failure = new PlacementFailure(new ServiceKey("glimpse", "glimpse-api"), "one", LOSS.plusMillis(400),
                PlacementFailure.Cause.CAPACITY, "no capacity", LedgerEntry.Learnt.POLLED);
        var answer = new LedgerAnswer(told[0].question(), NOW, true, told[0].services(),
                List.of(new LedgerAnswer.Line(GLIMPSE, failure)), false);
        var facts = new SpotFacts(StoryArchive.WORDS, Span.WEEK);

        assertThat(facts.of(Optional.of(answer), week, Optional.of(LOSS)).lines())
                .extracting(MomentFacts.SpotLine::name, MomentFacts.SpotLine::value)
                .contains(tuple("No capacity for a task", "1"));
        assertThat(facts.of(Optional.of(answer), week, Optional.of(LOSS.minusSeconds(1))).lines())
                .extracting(MomentFacts.SpotLine::name).doesNotContain("No capacity for a task");
    }

    @Test
    void theWayFromAnAlarmOfTheFirstLookLeadsToTheFirstRecordedMoment() {
        Instant raised = LOSS.plusSeconds(20);
        Instant recorded = raised.plusSeconds(100).plusMillis(300);
        archive.past = (moment, _, answer) -> answer.accept(moment.isBefore(recorded)
                ? new PastSnapshot(moment, Optional.empty(), List.of(new PastSnapshot.Unseen(GLIMPSE, Optional.empty(),
                        Optional.of(recorded))))
                : new PastSnapshot(moment, Optional.of(Snapshots.of(List.of(moment.isBefore(recorded.plusSeconds(8))
                        ? asking() : Snapshots.glimpse()))), List.of()));
        model.arrive(Optional.of(raised), this::look);

        look(raised);

        assertThat(facts().title()).isEqualTo("Mon 21 Sep 22:19:51");
        assertThat(facts().severity()).isPresent();
        assertThat(facts().verdict())
                .startsWith("Nothing was recorded at 22:18:00: this is the first recorded moment after it.");

        look(raised);
        assertThat(facts().unseen()).as("a person went back there").isNotEmpty();
        model.arrive(Optional.of(raised.plusSeconds(7)), this::look);
        look(raised.plusSeconds(7));
        assertThat(facts().title()).as("no alarm was raised then").isEqualTo("Mon 21 Sep 22:18:07");
    }

    private static StackSnapshot asking() {
        StackSnapshot glimpse = Snapshots.glimpse();
        StackSnapshot blank = Snapshots.loading().stacks().getFirst();
        return new StackSnapshot(glimpse.file(), blank.asOf(), blank.identity(), blank.services(),
                blank.loadBalancers(), blank.databases(), blank.caches(), blank.queues(), blank.batchQueues(),
                blank.pipes(), blank.pipelines(), blank.cost(), blank.budgets(), blank.alarms(), blank.conditions(),
                blank.verdict(), blank.gaps(), blank.occurrences());
    }
}
