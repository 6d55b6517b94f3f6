package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackViewModelTest {

    private final StackViewModel model = new StackViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            (_, _) -> {});

    @Test
    void showsTheWorstStackUntilOneIsChosen() {
        model.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(model.shown()).map(StackId::value).contains("sesami-prod");
    }

    @Test
    void saysWhereTheStackLives() {
        open(Snapshots.moment(), "tiketi-prod");

        assertThat(model.headerProperty().get()).get().satisfies(header -> {
            assertThat(header.name()).isEqualTo("Tiketi");
            assertThat(header.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(header.place()).isEqualTo("tiketi-cluster-prod, ap-northeast-2, account 2109-8765-4321");
        });
    }

    @Test
    void hasACardForEachComponentAndForTheCost() {
        open(Snapshots.moment(), "tiketi-prod");
        assertThat(cards()).containsExactly("Load balancer", "Database", "Cache", "Cost",
                "The design contradicts itself");

        open(Snapshots.moment(), "sesami-prod");
        assertThat(cards()).containsExactly("Load balancer", "Database", "Queue", "Batch", "Cost");
    }

    @Test
    void cardsOfStacksWithTheSameNamesAreDifferentCards() {
        open(Snapshots.moment(), "codemate-dev");
        List<String> dev = model.cards().stream().map(Row::key).toList();

        open(Snapshots.moment(), "codemate-prod");

        assertThat(model.cards()).extracting(Row::key).doesNotContainAnyElementsOf(dev);
    }

    @Test
    void poolsBeyondTheDatabaseAreSaid() {
        open(Snapshots.moment(), "glimpse-prod");

        assertThat(sentences("Database")).contains("All pools together may open 100, but the database takes 87.");
    }

    @Test
    void aJobQueueThatDoesNotWorkAndWasNotCountedToTheEndSaysSo() {
        var job = new BatchQueueState.FailedJob("j", "analysis", Snapshots.NOW.minusSeconds(60), "exit status 1");
        var state = new BatchQueueState("sesami-job-queue",
                new BatchQueueState.Health("DISABLED", "INVALID", "no compute environment"), Map.of("FAILED", 1),
                Set.of("FAILED"), List.of(job));

        open(Snapshots.of(Snapshots.moment().stacks().stream().map(stack -> withBatch(stack, state)).toList()),
                "sesami-prod");

        assertThat(sentences("Batch")).contains("The job queue is DISABLED, INVALID. no compute environment");
        assertThat(blocks("Batch").getFirst()).isInstanceOfSatisfying(CardFacts.Big.class,
                big -> assertThat(big.value()).isEqualTo("≥ 1"));
    }

    private static StackSnapshot withBatch(StackSnapshot stack, BatchQueueState state) {
        var queue = new StackSnapshot.BatchQueue(state.name(),
                new Panel<>(new Loadable.Ready<>(state, Snapshots.NOW), Duration.ofMinutes(1)));
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(),
                stack.loadBalancers(), stack.databases(), stack.caches(), stack.queues(), List.of(queue),
                stack.pipes(), stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(),
                stack.verdict(),
                stack.gaps(), stack.occurrences());
    }

    @Test
    void aDeniedDatabaseNamesTheAction() {
        open(Snapshots.moment(), "codemate-dev");

        assertThat(blocks("Database")).filteredOn(CardFacts.Missing.class::isInstance)
                .extracting(block -> ((CardFacts.Missing) block).absence().kind())
                .containsExactly(Absence.Kind.DENIED);
    }

    @Test
    void deploymentsStandBelowAServiceThatRollsOut() {
        open(Snapshots.moment(), "tiketi-prod");

        assertThat(model.fleet()).extracting(row -> row.facts().name())
                .containsExactly("tiketi-backend-service", "rev 88", "rev 87");
        assertThat(model.fleet().get(2).facts().pending()).isEqualTo("4 to go");
    }

    @Test
    void stopReasonsAreShownInFull() {
        open(Snapshots.moment(), "tiketi-prod");

        ServiceDetail detail = model.detailProperty().get().orElseThrow();
        assertThat(detail.tasks()).extracting(ServiceDetail.TaskLine::title).containsExactly("STOPPED, exit 137",
                "STOPPED, failed to start", "5 running and healthy", "STOPPED, by the service");
        assertThat(detail.tasks().getFirst().reason())
                .isEqualTo("OutOfMemoryError: container killed due to memory usage\n"
                        + "Essential container in task exited");
        assertThat(detail.tasks().getFirst().tone()).isEqualTo(Tone.CRITICAL);
        assertThat(detail.events().getFirst().text()).startsWith("deregistered");
    }

    @Test
    void theDetailFollowsTheSelection() {
        open(Snapshots.moment(), "bowwow-prod");
        model.select("bowwow-user-service");
        assertThat(model.detailProperty().get()).map(ServiceDetail::name).contains("bowwow-user-service");

        model.show(Snapshots.moment(), Snapshots.NOW.plusSeconds(60));
        assertThat(model.detailProperty().get()).map(ServiceDetail::name).contains("bowwow-user-service");
    }

    @Test
    void aFilterLeavesTheServicesThatMatchAndCountsThem() {
        open(Snapshots.moment(), "bowwow-prod");
        assertThat(model.servicesShownProperty().get()).isEqualTo("6");

        model.filterServices("service:bowwow !gateway !running:2");

        assertThat(model.fleet()).extracting(Row::key).containsExactly("bowwow-user-service",
                "bowwow-location-service", "bowwow-signal-service", "bowwow-analytics-service");
        assertThat(model.servicesShownProperty().get()).isEqualTo("4 of 6");
        assertThat(model.servicesCsv().rows()).hasSize(4);
    }

    @Test
    void aFilterStaysOverARefreshAndTheDetailStaysThoughItsRowIsGone() {
        open(Snapshots.moment(), "bowwow-prod");
        model.filterServices("gateway");

        model.show(Snapshots.moment(), Snapshots.NOW.plusSeconds(60));

        assertThat(model.fleet()).extracting(Row::key).containsExactly("bowwow-gateway");
        assertThat(model.detailProperty().get()).map(ServiceDetail::name).contains("bowwow-push-service");
    }

    @Test
    void onlyFaultsLeavesTheServicesThatAreNotFineWithTheirDeployments() {
        open(Snapshots.moment(), "bowwow-prod");
        model.faults().toggle();

        assertThat(model.fleet()).extracting(row -> row.facts().service()).contains("bowwow-push-service")
                .doesNotContain("bowwow-gateway");
        long listed = model.fleet().stream().filter(row -> !row.facts().isDeployment()).count();
        assertThat(model.faults().hiddenProperty().get()).isEqualTo((int) (6 - listed)).isPositive();
        assertThat(model.servicesShownProperty().get()).isEqualTo(listed + " of 6");

        model.filterServices("gateway");
        assertThat(model.fleet()).isEmpty();
        assertThat(model.servicesEmptyProperty().get()).isEqualTo("Nothing is at fault: 1 hidden. F shows it.");

        model.filterServices("");
        model.reveal("bowwow-push-service");
        assertThat(model.faults().onProperty().get()).isTrue();
        model.reveal("bowwow-gateway");
        assertThat(model.faults().onProperty().get()).as("what was asked for is seen").isFalse();
    }

    @Test
    void whatIsMarkedIsSavedWithItsDeploymentsAndForgottenOnAnotherStack() {
        open(Snapshots.moment(), "bowwow-prod");
        model.marks().toggle("bowwow-push-service");
        model.filterServices("gateway");

        assertThat(model.marks().hiddenProperty().get()).isEqualTo(1);
        assertThat(model.markedCsv().rows()).isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("bowwow-push-service"));
        assertThat(model.markedReferences()).hasSize(1);

        open(Snapshots.moment(), "tiketi-prod");
        assertThat(model.marks().markedProperty().get()).isEmpty();
    }

    @Test
    void aServiceOfWhichNothingIsKnownIsNotFine() {
        model.faults().toggle();
        open(Snapshots.loading(), "bowwow-prod");

        assertThat(model.fleet()).hasSize(6);
    }

    @Test
    void aServiceAndItsDeploymentsStayTogether() {
        open(Snapshots.moment(), "tiketi-prod");

        model.filterServices("state:draining");
        assertThat(model.fleet()).extracting(row -> row.facts().name())
                .containsExactly("tiketi-backend-service", "rev 88", "rev 87");

        model.filterServices("!draining");
        assertThat(model.fleet()).isEmpty();
        assertThat(model.servicesShownProperty().get()).isEqualTo("0 of 1");
    }

    @Test
    void openingSelectsTheServiceThatTheVerdictIsAbout() {
        open(Snapshots.loading(), "bowwow-prod");
        assertThat(model.detailProperty().get()).map(ServiceDetail::name).contains("bowwow-gateway");

        model.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(model.detailProperty().get()).map(ServiceDetail::name).contains("bowwow-push-service");
    }

    @Test
    void aRefreshKeepsTheServiceThoughAnotherOneGetsTheTrouble() {
        open(Snapshots.moment(), "bowwow-prod");

        model.show(Snapshots.of(List.of(OtherMoments.bowwowRecovered())), Snapshots.NOW.plusSeconds(60));

        assertThat(model.detailProperty().get()).map(ServiceDetail::name).contains("bowwow-push-service");
    }

    @Test
    void aFigureThatIsNotWhatTheRuleJudgedSaysWhatWasJudgedAndWhen() {
        open(Snapshots.of(List.of(OtherMoments.calmedTiketi())), "tiketi-prod");

        assertThat(blocks("Database")).filteredOn(CardFacts.Big.class::isInstance)
                .extracting(block -> ((CardFacts.Big) block).value()).containsExactly("72");
        assertThat(sentences("Database")).contains("92 in the 5 min to 13:42, which the rule judges.");
    }

    @Test
    void aTimeOfAnotherDaySaysItsDay() {
        open(Snapshots.of(List.of(OtherMoments.calmedTiketi())), "tiketi-prod");

        assertThat(model.detailProperty().get().orElseThrow().deployments())
                .extracting(ServiceDetail.DeploymentLine::started)
                .containsExactly("started 13:24", "started Mon 13:45");
        assertThat(model.detailProperty().get().orElseThrow().deployments().getLast().startedFull())
                .isEqualTo("Mon 21 Sep 2026 13:45:12 KST\nMon 21 Sep 2026 04:45:12 UTC");
    }

    @Test
    void tasksThatStopAsTheyShouldAreOneLineThatSaysSinceWhen() {
        open(Snapshots.of(List.of(OtherMoments.calmedTiketi())), "tiketi-prod");

        List<ServiceDetail.TaskLine> tasks = model.detailProperty().get().orElseThrow().tasks();
        assertThat(tasks).extracting(ServiceDetail.TaskLine::title).containsExactly("STOPPED, exit 137",
                "5 running and healthy", "3 × STOPPED, by the service");
        assertThat(tasks).extracting(ServiceDetail.TaskLine::when).containsExactly("at 13:26", "oldest 16 min",
                "at 13:37");
    }

    @Test
    void aStageOfTheRunBeforeIsToldApart() {
        open(Snapshots.of(List.of(OtherMoments.codemateRetried())), "codemate-dev");

        assertThat(blocks("Pipeline")).filteredOn(CardFacts.Line.class::isInstance)
                .extracting(block -> ((CardFacts.Line) block).value())
                .containsExactly("succeeded, 13:17", "failed, 13:21", "succeeded, Mon 20:42 (run before)");
    }

    @Test
    void aLimitThatMayNotBeReadNamesTheActionBesideTheFigure() {
        open(Snapshots.of(List.of(OtherMoments.codemateRetried())), "codemate-dev");

        assertThat(blocks("Database")).filteredOn(CardFacts.Lacking.class::isInstance)
                .extracting(block -> ((CardFacts.Lacking) block).absence().detail())
                .containsExactly("rds:DescribeDBInstances");
    }

    @Test
    void aForecastSaysByHowMuchItIsOverPlan() {
        open(Snapshots.moment(), "tiketi-prod");
        assertThat(sentences("Cost")).containsExactly("Forecast $371, $21 over plan");

        open(Snapshots.of(List.of(OtherMoments.codemateRetried())), "codemate-dev");
        assertThat(sentences("Cost"))
                .as("of the $178.10 that AWS may bill, not of the $198.10 with what others are paid")
                .containsExactly("Forecast $198, $20 over plan");
    }

    @Test
    void aRuleAndAnAlarmAboutTheSameAreOneTrouble() {
        open(Snapshots.of(List.of(Snapshots.twiceTold())), "sesami-prod");

        assertThat(model.conditionSummaryProperty().get()).isEqualTo("2 open of 3");
    }

    @Test
    void aLongNameLosesItsMiddle() {
        assertThat(CardText.shortened("analysis-job-3f2b8c1e-9a41-4c7b-8c41-f0e2a19e7710"))
                .isEqualTo("analysis-job-3f2b8…9e7710");
        assertThat(CardText.shortened("analysis-job-0")).isEqualTo("analysis-job-0");
    }

    @Test
    void theHourThatIsDrawnMovesOnThoughTheSeriesStandsStill() {
        open(Snapshots.moment(), "tiketi-prod");

        model.show(Snapshots.moment(), Snapshots.NOW.plus(Duration.ofMinutes(10)));

        Instant end = Instant.parse("2026-09-22T04:52:00Z");
        assertThat(model.fleet().getFirst().facts().cpu().to()).isEqualTo(end);
        assertThat(model.fleet().getFirst().facts().memory().from()).isEqualTo(end.minus(Duration.ofHours(1)));
        assertThat(model.conditions().getFirst().facts().to()).isEqualTo(end);
    }

    @Test
    void whatWasToldInAnotherMinuteIsToldAnewThoughTheSnapshotIsTheSame() {
        WatchSnapshot moment = Snapshots.moment();
        open(moment, "tiketi-prod");
        Instant later = Snapshots.NOW.plus(Duration.ofMinutes(10));

        model.show(moment, later);
        model.tick(later);

        assertThat(model.conditions().getFirst().facts().to()).isEqualTo("2026-09-22T04:52:00Z");
    }

    @Test
    void aLoadThatIsNotKnownIsNoEmptyCellInTheFile() {
        model.show(Snapshots.failing(), Snapshots.NOW);

        FleetLine line = model.fleet().getFirst().facts();
        String why = line.cpu().absence().orElseThrow().word();
        assertThat(why).isNotEmpty();
        assertThat(line.csv().subList(5, 7)).containsExactly(why, why);
    }

    @Test
    void alarmsThatMayNotBeReadAreSaidToBeDeniedNotToBeNone() {
        model.show(Snapshots.never(Failure.denied("cloudwatch:DescribeAlarms")), Snapshots.NOW);

        assertThat(model.conditions()).isEmpty();
        assertThat(model.conditionsEmptyProperty().get())
                .isEqualTo("No rules. CloudWatch alarms: Not permitted: cloudwatch:DescribeAlarms");
        assertThat(model.conditionSummaryProperty().get()).as("none of none is no good news").isEmpty();
    }

    @Test
    void noneIsSaidToBeOpenWhereNoneCouldBeChecked() {
        StackSnapshot glimpse = Snapshots.glimpse();
        Condition known = glimpse.conditions().getFirst();
        var unknown = new Condition(known.name(), known.source(), known.on(), known.metric(), known.severity(),
                Condition.State.UNKNOWN, known.value(), known.threshold(), known.compared(), known.since(),
                known.sentence());
        open(Snapshots.of(List.of(OtherMoments.judged(glimpse, List.of(unknown)))), "glimpse-prod");

        assertThat(model.conditionSummaryProperty().get()).isEqualTo(
                "The one rule or CloudWatch alarm could not be checked yet.");
    }

    @Test
    void conditionsInAlarmComeFirst() {
        open(Snapshots.moment(), "tiketi-prod");

        assertThat(model.conditions()).extracting(row -> row.facts().severity()).containsExactly(Severity.CRITICAL,
                Severity.CRITICAL, Severity.WARNING, Severity.WARNING, Severity.FINE, Severity.FINE, Severity.FINE);
        assertThat(model.conditionSummaryProperty().get()).isEqualTo("4 open of 7");
        assertThat(model.conditions().getFirst().facts()).satisfies(line -> {
            assertThat(line.value()).isEqualTo("14/min");
            assertThat(line.limit()).isEqualTo("> 10/min");
        });
    }

    @Test
    void nothingReadMeansNoChartAndNoNumbers() {
        open(Snapshots.loading(), "bowwow-prod");

        assertThat(model.history().choices()).isEmpty();
        assertThat(model.history().noteProperty().get()).isEqualTo("asking");
        assertThat(model.fleet()).allSatisfy(row -> assertThat(row.facts().absence()).isPresent());
    }

    @Test
    void exportsServicesAndConditions() {
        open(Snapshots.moment(), "tiketi-prod");

        assertThat(model.servicesCsv().rows()).hasSize(3);
        assertThat(model.conditionsCsv().rows()).hasSize(7);
    }

    private void open(WatchSnapshot snapshot, String id) {
        model.open(Optional.of(new StackId(id)));
        model.show(snapshot, Snapshots.NOW);
    }

    private List<String> cards() {
        return model.cards().stream().map(row -> row.facts().title()).toList();
    }

    private List<CardFacts.Block> blocks(String title) {
        return model.cards().stream().map(Row::facts).filter(card -> card.title().equals(title))
                .flatMap(card -> Stream.concat(card.left().stream(), card.right().stream())).toList();
    }

    private List<String> sentences(String title) {
        return blocks(title).stream().filter(CardFacts.Sentence.class::isInstance)
                .map(block -> ((CardFacts.Sentence) block).text()).toList();
    }
}
