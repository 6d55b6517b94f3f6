package io.watchdeck.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.Completeness;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {

    private final OverviewViewModel model = new OverviewViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE));

    @Test
    void listsStacksWorstFirst() {
        show(Snapshots.moment());

        assertThat(ids()).containsExactly("sesami-prod", "tiketi-prod", "bowwow-prod", "codemate-dev", "codemate-prod",
                "glimpse-prod");
        assertThat(model.shownProperty().get()).isEqualTo("6 / 6");
        assertThat(model.costHeaderProperty().get()).isEqualTo("Cost, as of 21 Sep");
    }

    @Test
    void saysWhyAFigureIsMissingInsteadOfANumber() {
        show(Snapshots.moment());

        DatabaseFigure database = facts("codemate-dev").database();
        assertThat(database.absence()).get().satisfies(absence -> {
            assertThat(absence.kind()).isEqualTo(Absence.Kind.DENIED);
            assertThat(absence.detail()).isEqualTo("cloudwatch:GetMetricData");
        });
        assertThat(database.text()).isEmpty();
        assertThat(facts("codemate-dev").policy()).get().asString().contains("rds:DescribeDBInstances");
    }

    @Test
    void aStackThatIsStaleIsNotKnownAndShowsItsAge() {
        show(Snapshots.of(List.of(Snapshots.expiredTiketi())));

        StackFacts tiketi = facts("tiketi-prod");
        assertThat(tiketi.state().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(tiketi.state().word()).isEqualTo("Not known");
        assertThat(tiketi.state().brief()).as("where there is no room for more").isEqualTo("1 missing");
        assertThat(tiketi.tasks().count()).isEqualTo("5/5");
        assertThat(tiketi.tasks().late()).get().satisfies(age -> {
            assertThat(age.freshness()).isEqualTo(Freshness.STALE);
            assertThat(age.text()).isEqualTo("9 min");
        });
        assertThat(tiketi.updated().freshness()).isEqualTo(Freshness.STALE);
    }

    @Test
    void whatIsLackingIsSaidOnceInTheHead() {
        WatchSnapshot silent = Snapshots.never(Failure.unreachable("127.0.0.1:1"));
        List<Object> lacking = Completeness.of(silent.stacks(), List.of(), Snapshots.NOW).arguments();
        Phrase reason = Phrase.of("overall.reason", lacking.get(2),
                Phrase.of("verdict.gap", lacking.get(3), lacking.get(4)));
        show(with(silent, reason));

        assertThat(model.secondProperty().get()).startsWith("Tiketi prod: ").contains("No answer from 127.0.0.1:1");
        assertThat(model.completenessProperty().get()).isEqualTo("The stack did not answer in full.");
        model.tick(Snapshots.NOW.plusSeconds(5));
        assertThat(model.completenessProperty().get()).isEqualTo("The stack did not answer in full.");

        show(with(silent, Phrase.of("overall.reason", "Sesami prod", "critical")));
        assertThat(model.completenessProperty().get()).startsWith("The stack did not answer in full. Tiketi prod: ");
    }

    private static WatchSnapshot with(WatchSnapshot base, Phrase second) {
        return new WatchSnapshot(base.asOf(), base.stacks(), base.severity(), base.headline(), Optional.of(second),
                base.completeness(), base.counts(), base.meter(), base.problems(), base.refreshing(), base.lastRead(),
                base.nextRead(), base.every(), base.sandbox(), base.inspected(), base.notices(), base.resolved());
    }

    @Test
    void aStackThatIsAskedForTheFirstTimeHasNoNumbers() {
        show(Snapshots.loading());

        StackFacts bowwow = facts("bowwow-prod");
        assertThat(bowwow.state().asking()).isTrue();
        assertThat(bowwow.tasks().absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
        assertThat(bowwow.traffic().absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
        assertThat(bowwow.cost().absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
    }

    @Test
    void agesGrowBetweenTwoSnapshots() {
        show(Snapshots.moment());

        model.tick(Snapshots.NOW.plusSeconds(30));

        assertThat(facts("glimpse-prod").updated().text()).isEqualTo("42 s");
    }

    @Test
    void theVerdictTellsTheSameAgeAsTheRow() {
        show(Snapshots.moment());

        model.tick(Snapshots.NOW.plusSeconds(60));

        assertThat(facts("bowwow-prod").updated().text()).isEqualTo("5 min");
        assertThat(model.completenessProperty().get())
                .contains("Oldest figure 5 min: BowWow prod (bowwow-aurora, Aurora capacity).");
    }

    @Test
    void aStackOfWhichNothingNewIsComposedGrowsOlderTooWhenSnapshotsComeOften() {
        List<StackSnapshot> same = List.of(Snapshots.glimpse());
        show(Snapshots.of(same));

        for (int second = 4; second <= 30; second += 4) {
            model.show(Snapshots.of(same), Snapshots.NOW.plusSeconds(second));
            model.tick(Snapshots.NOW.plusSeconds(second));
        }

        assertThat(facts("glimpse-prod").updated().text()).isEqualTo("36 s");
    }

    @Test
    void showsTheContradictionOfThePlan() {
        show(Snapshots.moment());

        assertThat(facts("glimpse-prod").cost().contradiction()).contains("$56").contains("$71");
        assertThat(facts("sesami-prod").cost().contradiction()).isEmpty();
    }

    @Test
    void theForecastIsHeldAgainstWhatAwsMayBillByThePlan() {
        show(Snapshots.moment());

        CostFigure codemate = facts("codemate-dev").cost();
        assertThat(codemate.plan()).isEqualTo("of $178");
        assertThat(codemate.outside()).contains("$198.10").contains("$20.00");
        assertThat(codemate.forecastTone()).isEqualTo(Tone.NOTICE);
        assertThat(codemate.forecast()).endsWith(", over");
        assertThat(facts("tiketi-prod").cost().outside()).isEmpty();
    }

    @Test
    void moneyOverPlanIsANotice() {
        show(Snapshots.moment());

        assertThat(facts("tiketi-prod").cost().forecastTone()).isEqualTo(Tone.NOTICE);
        assertThat(facts("bowwow-prod").cost().forecastTone()).isEqualTo(Tone.MUTED);
    }

    @Test
    void aRefreshKeepsTheRowsAndTheirOrder() {
        show(Snapshots.moment());
        model.sort(Optional.of(Comparator.comparing(StackFacts::name)));
        List<Row<StackId, StackFacts>> before = new ArrayList<>(model.rows());

        show(Snapshots.of(List.of(Snapshots.glimpse(), Snapshots.tiketi(), Snapshots.sesami(), Snapshots.bowwow(),
                Snapshots.codemateDev(), Snapshots.codemateProd())));

        assertThat(new ArrayList<>(model.rows())).isEqualTo(before);
        assertThat(model.rows()).first().isSameAs(before.getFirst());
    }

    @Test
    void openConditionsAreWorstFirstThenNewestWithoutNotices() {
        show(Snapshots.moment());

        assertThat(model.open()).extracting(row -> row.facts().time()).startsWith("13:29", "13:27", "11:42", "13:38",
                "13:21");
        assertThat(model.open()).extracting(row -> row.facts().severity()).doesNotContain(Severity.NOTICE);
        assertThat(model.openSummaryProperty().get()).isEqualTo("worst first, then newest");
    }

    @Test
    void whatIsOpenFollowsTheFilterAndSaysSo() {
        show(Snapshots.moment());

        model.filter("codemate");
        assertThat(model.open()).extracting(row -> row.facts().stackName()).containsOnly("CodeMate");
        assertThat(model.openSummaryProperty().get()).isEqualTo("of the 2 stacks shown, worst first");

        model.filter("glimpse");
        assertThat(model.open()).isEmpty();
        assertThat(model.openSummaryProperty().get())
                .isEqualTo("None in the one stack shown. One rule or CloudWatch alarm checked.");
    }

    @Test
    void noOpenAlarmsIsNotSaidBeforeAnyRuleIsChecked() {
        StackSnapshot glimpse = Snapshots.glimpse();
        show(Snapshots.of(List.of(glimpse)));
        assertThat(model.openSummaryProperty().get())
                .isEqualTo("No open alarms. One rule or CloudWatch alarm checked.");

        Condition known = glimpse.conditions().getFirst();
        show(Snapshots.of(List.of(OtherMoments.judged(glimpse, List.of(unknown(known))))));
        assertThat(model.openSummaryProperty().get())
                .isEqualTo("The one rule or CloudWatch alarm could not be checked yet.");

        show(Snapshots.of(List.of(OtherMoments.judged(glimpse, List.of(known, unknown(known), unknown(known))))));
        assertThat(model.openSummaryProperty().get())
                .isEqualTo("No open alarms. One rule or CloudWatch alarm checked. 2 more are not known.");
    }

    @Test
    void whatIsOpenIsListedWhileNobodyKnowsHowItIs() {
        StackSnapshot sesami = Snapshots.sesami();
        Condition worst = sesami.verdict().open().getFirst();
        StackSnapshot dark = OtherMoments.judged(sesami, List.of(unknown(worst)));
        Finding finding = Finding.of(worst);
        var one = new Occurrence(new UUID(0, 1), AlarmKey.of(sesami.file().id(), worst),
                Snapshots.NOW.minusSeconds(3600), finding, finding.severity(), finding.value(),
                new Status.Open(Snapshots.NOW, Snapshots.NOW), Optional.of(Snapshots.NOW.minusSeconds(600)),
                Optional.empty());

        show(Snapshots.with(Snapshots.of(List.of(dark)), dark, List.of(one)));

        assertThat(model.open()).singleElement().satisfies(row -> {
            assertThat(row.facts().known()).isFalse();
            assertThat(row.facts().sentence()).startsWith("Not known since 13:32: ");
            assertThat(row.facts().time()).isEqualTo("12:42");
            assertThat(row.facts().severity()).isEqualTo(worst.severity());
        });
    }

    private static Condition unknown(Condition known) {
        return new Condition(known.name(), known.source(), known.on(), known.metric(), known.severity(),
                Condition.State.UNKNOWN, OptionalDouble.empty(), known.threshold(), known.compared(), Optional.empty(),
                known.sentence());
    }

    @Test
    void deadLettersThatALookHidesAreThere() {
        QueuesFigure hidden = QueuesFigure.of(Snapshots.hiddenLetters(), Snapshots.NOW,
                new Words(Locale.ENGLISH, Snapshots.ZONE));

        assertThat(hidden.first()).isEqualTo("DLQ 5, hidden");
        assertThat(hidden.firstTone()).isEqualTo(Tone.WARNING);
        assertThat(hidden.dead()).isEqualTo(5);
    }

    @Test
    void aTroubleOfTwoThresholdsIsOpenOnce() {
        show(Snapshots.of(List.of(Snapshots.twiceTold())));

        assertThat(model.open()).extracting(row -> row.facts().sentence()).containsExactly(
                "Dead letter destroyed within 22 h", "27 dead letters");
        assertThat(model.open()).extracting(row -> row.facts().severity()).containsExactly(Severity.CRITICAL,
                Severity.WARNING);
    }

    @Test
    void aLimitThatIsDeniedIsToldBesideTheFigure() {
        show(Snapshots.of(List.of(Snapshots.deniedLimit(), Snapshots.tiketi())));

        DatabaseFigure database = facts("codemate-dev").database();
        assertThat(database.text()).isEqualTo("9");
        assertThat(database.absence()).isEmpty();
        assertThat(database.noLimit()).get().satisfies(absence -> {
            assertThat(absence.kind()).isEqualTo(Absence.Kind.DENIED);
            assertThat(absence.action()).contains("rds:DescribeDBInstances");
        });
        assertThat(facts("tiketi-prod").database().noLimit()).isEmpty();
        model.filter("db:denied");
        assertThat(ids()).containsExactly("codemate-dev");
    }

    @Test
    void aRowIsAsOldAsTheOldestFigureByWhichTheVerdictTellsItAndNamesIt() {
        show(Snapshots.moment());

        assertThat(facts("bowwow-prod").updated().text()).as("its database").isEqualTo("4 min");
        assertThat(facts("codemate-dev").updated().text()).as("its pipeline").isEqualTo("14 s");
        assertThat(facts("bowwow-prod").updated().sentence()).startsWith("bowwow-aurora, Aurora capacity: Read at");
        assertThat(facts("bowwow-prod").asOf()).contains(Snapshots.NOW.minusSeconds(245));
    }

    @Test
    void moreThanSixStacksAreOneLineEach() {
        show(Snapshots.moment());
        assertThat(model.compactProperty().get()).isFalse();

        show(Snapshots.many());
        assertThat(model.compactProperty().get()).isTrue();
    }

    @Test
    void saysThatThereAreNoStacks() {
        show(Snapshots.of(List.of()));

        assertThat(model.emptyTextProperty().get()).startsWith("No stacks yet");
    }

    private void show(WatchSnapshot snapshot) {
        model.show(snapshot, Snapshots.NOW);
    }

    private List<String> ids() {
        return model.rows().stream().map(row -> row.key().value()).toList();
    }

    private StackFacts facts(String id) {
        return model.rows().stream().filter(row -> row.key().value().equals(id)).findFirst().orElseThrow().facts();
    }

    @Test
    void whatCouldNotBeCheckedIsNeverCalledFreeOfAlarms() {
        show(Snapshots.never(Failure.denied("ecs:DescribeServices")));

        assertThat(model.noneProperty().get()).isFalse();
        assertThat(model.openSummaryProperty().get())
                .isEqualTo("Not known: no rule and no CloudWatch alarm could be checked.");

        show(Snapshots.of(List.of()));
        assertThat(model.noneProperty().get()).isTrue();
    }

    @Test
    void aStackWhoseFileCannotBeUsedSaysSoWhereItsRowWouldBe() {
        model.show(Snapshots.wrong(new FileProblem("/stacks/shop-prod.yaml", 3, 1, "Unknown key 'nmae'.", "")),
                Snapshots.NOW);
        model.toggle(Severity.UNKNOWN);

        assertThat(model.emptyTextProperty().get())
                .isEqualTo("shop-prod.yaml cannot be used: Unknown key 'nmae'.");
    }
}
