package io.watchdeck.ui.cost;

import static io.watchdeck.ui.cost.Bills.TWENTY_FIRST;
import static io.watchdeck.ui.cost.Bills.asking;
import static io.watchdeck.ui.cost.Bills.billed;
import static io.watchdeck.ui.cost.Bills.failed;
import static io.watchdeck.ui.cost.Bills.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Condition;
import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.FakeCostDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.DayBars;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.CostQuestion;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CostViewModelTest {

    private static final String ECS = "Amazon Elastic Container Service";
    private static final String RDS = "Amazon Relational Database Service";
    private static final String DENIED = "ce:GetCostAndUsage";

    private final FakeCostDesk desk = new FakeCostDesk();
    private final CostViewModel model = new CostViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), desk);

    /// Figures of the design documents, as the screen shows them: lines, sums, other times.
    static Stream<Arguments> designs() {
        return Stream.of(
                Arguments.of("glimpse-prod", List.of("ECS Fargate: $23.00", "ALB: $17.00", "RDS: $13.00",
                        "Redis: $12.00", "NAT instance: $4.00", "Other (S3 …): $2.00", "Lines add up to: $71.00",
                        "Declared: $56.00", "Target: $45.00", "Before: $83.00 its lines $93.00"),
                        "The document declares $56.00 a month, its six lines add up to $71.00, $15.00 apart."),
                Arguments.of("sesami-prod", List.of(), ""),
                Arguments.of("bowwow-prod", List.of("ECS: $80–$120", "Aurora: $30–$60", "ElastiCache: $20–$40",
                        "ALB: $16.00", "CloudWatch: $10–$20", "Lines add up to: $156–$256", "Declared: $156–$256",
                        "Growth phase: $530–$970"), ""),
                Arguments.of("codemate-dev", List.of("Fargate frontend: $25.11", "Fargate backend: $50.22",
                        "RDS: $14.60", "RDS storage: $2.76", "Redis: $11.68", "S3: $0.30", "ECR: $0.50",
                        "ALB: $18.40", "ALB LCU: $1.84", "NAT gateway: $43.07", "NAT gateway data: $0.59",
                        "CloudWatch: $3.03", "Route 53: $0.50", "Secrets: $2.00",
                        "AI service: $20.00 outside AWS", "CodePipeline: $1.00", "CodeBuild: $2.50",
                        "Lines add up to: $198.10 without $20.00", "Declared: $198.10 without $20.00",
                        "Billed by AWS: $178.10",
                        "Target: $138.55 without $20.00"), ""),
                Arguments.of("codemate-prod", List.of("Fargate frontend: $50.22", "Fargate backend (3 tasks): $150.67",
                        "RDS: $58.40", "RDS storage: $6.90", "RDS backup: $3.50", "Redis: $49.64", "S3: $1.65",
                        "ECR: $1.00", "ALB: $18.40", "ALB LCU: $17.52", "NAT gateways: $86.14",
                        "NAT gateway data: $2.95", "CloudFront: $13.35", "CloudWatch 1: $12.12",
                        "CloudWatch 2: $7.50", "CloudWatch 3: $3.00", "CloudWatch 4: $1.00", "Route 53: $0.60",
                        "Secrets: $4.00", "AI services: $180.00 outside AWS", "CodePipeline: $1.00",
                        "CodeBuild: $5.00", "Lines add up to: $674.56 without $180.00",
                        "Declared: $674.56 without $180.00",
                        "Billed by AWS: $494.56", "Target: $408.36 without $180.00"), ""),
                Arguments.of("tiketi-prod", List.of("CloudFront: $5.00", "S3: $0.25", "ALB: $23.00",
                        "ECS Fargate (2 tasks): $100.00", "RDS: $80.00", "Redis: $30.00", "NAT: $70.00",
                        "CloudWatch: $10.00", "Secrets: $2.00", "Route 53: $0.50", "ECR: $1.00",
                        "Reserve: $28.25 set aside", "Lines add up to: $350.00", "Declared: $350.00",
                        "Target: $250.00", "Development environment: $100.00", "5 tasks for good: $250.00"), ""));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyFigureOfADesignIsShownAsItsDocumentHasIt(String stack, List<String> figures, String contradiction) {
        show(asking(stack));

        assertThat(model.lines()).extracting(Row::facts).filteredOn(line -> line.kind() != CostLine.Kind.HEAD)
                .extracting(CostViewModelTest::planned).containsExactlyElementsOf(figures);
        assertThat(plan().contradiction().map(PlanPage.Contradiction::text).orElse("")).isEqualTo(contradiction);
    }

    /// Name, plan and the words beside it; that no bill is known is said of every line.
    private static String planned(CostLine line) {
        String beside = line.cells().beside().text().replace("not known", "");
        return (line.name() + ": " + line.cells().plan().text() + " " + beside).strip();
    }

    @Test
    void theMostOverComesFirstAndItsPlanIsShown() {
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")),
                billed("tiketi-prod", report(TWENTY_FIRST, ECS, "12.00")), billed("sesami-prod",
                        report(TWENTY_FIRST, ECS, "6.10")),
                asking("codemate-dev"),
                billed("bowwow-prod", report(TWENTY_FIRST, ECS, "7.00")));

        assertThat(model.stacks()).extracting(row -> row.facts().name() + ": " + row.facts().cells().drift().text())
                .containsExactly("Tiketi: $10 over", "BowWow: in its range", "Glimpse: $2 under", "Sesami: ",
                        "CodeMate: ", "4 stacks: in its range");
        assertThat(plan().name()).isEqualTo("Tiketi");
        assertThat(stack("Tiketi").cells().drift().tone()).as("money is a notice").isEqualTo(Tone.NOTICE);
        assertThat(stack("BowWow").cells().plan().text()).isEqualTo("$156–$256");
        assertThat(stack("BowWow").bar().orElseThrow().ticks()).hasSize(2);
        assertThat(stack("Tiketi").bar().orElseThrow().ticks().getFirst())
                .isEqualTo(stack("BowWow").bar().orElseThrow().ticks().getLast());
        assertThat(stack("Sesami").cells().plan().text()).isEqualTo("no plan");
        assertThat(stack("Sesami").bar()).isEmpty();
        assertThat(stack("CodeMate").cells().toDate().text()).isEqualTo("asking");
    }

    @Test
    void sumsSayWhatTheyLeaveOutAndWhy() {
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")),
                billed("tiketi-prod", report(TWENTY_FIRST, ECS, "12.00")),
                billed("sesami-prod", report(TWENTY_FIRST, ECS, "6.00")), failed("bowwow-prod",
                        Failure.denied(DENIED)));

        assertThat(values("to-date")).containsExactly("$415.80");
        assertThat(figure("to-date").detail()).isEqualTo("3 of 4 stacks; without BowWow (not known)");
        assertThat(figure("to-date").mark()).isEqualTo("as of 21 Sep");
        assertThat(figure("forecast").title()).isEqualTo("Forecast for Sep");
        assertThat(values("forecast")).containsExactly("$594");
        assertThat(figure("against").title()).isEqualTo("Against the plans, $406.00");
        assertThat(values("against")).containsExactly("$8 over");
        assertThat(figure("against").detail()).isEqualTo(
                "Tiketi $10 over; without Sesami (no plan), BowWow (not known)");
        assertThat(stack("BowWow").cells().toDate().text()).isEqualTo("Denied");
        assertThat(model.captionProperty().get()).contains("BowWow is denied: " + DENIED);
        assertThat(model.policy(new StackId("bowwow-prod")).orElseThrow()).contains(DENIED);
        assertThat(model.captionProperty().get()).contains("without Sesami (no plan), BowWow (not known)");
    }

    @Test
    void amountsOfDifferentCurrenciesAreNeverAddedNorCompared() {
        show(billed("tiketi-prod", report("EUR", TWENTY_FIRST, ECS, "10.00")),
                billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")),
                billed("bowwow-prod", report(TWENTY_FIRST, ECS, "7.00")));

        assertThat(values("to-date")).containsExactly("$184.80", "EUR 210.00");
        assertThat(stack("Tiketi").cells().drift()).isEqualTo(Said.muted("not compared"));
        assertThat(model.stacks()).filteredOn(row -> row.facts().kind() == CostLine.Kind.SUM)
                .extracting(row -> row.facts().cells().toDate().text()).containsExactly("$184.80", "EUR 210.00");
        assertThat(figure("against").detail()).contains("Tiketi (plan in another currency)");
        model.select(new StackId("tiketi-prod"));
        assertThat(plan().note()).contains("another currency");
        assertThat(line("ECS Fargate (2 tasks)").cells().toDate().text()).isEqualTo("EUR 210.00");
        assertThat(line("ECS Fargate (2 tasks)").bar()).isEmpty();
        assertThat(line("Declared").cells().drift().text()).isEmpty();
        assertThat(model.daysProperty().get().note()).contains("Tiketi").contains("USD");
    }

    @Test
    void whatAwsDoesNotBillIsLeftOutOfTheComparison() {
        show(billed("codemate-prod", report(TWENTY_FIRST, ECS, "17.00")));

        assertThat(stack("CodeMate").cells().plan().text()).isEqualTo("$494.56 of $674.56");
        assertThat(stack("CodeMate").cells().plan().briefly().text()).isEqualTo("$494.56");
        assertThat(stack("CodeMate").cells().drift().text()).isEqualTo("$15 over");
        assertThat(line("Declared").cells().drift().text()).isEqualTo("$15.44 over");
        assertThat(List.of("Lines add up to", "Declared", "Target")).as("why the rows add up")
                .allMatch(row -> line(row).cells().beside().text().equals("without $180.00"));
        assertThat(line("Billed by AWS").cells().beside().text()).isEmpty();
        assertThat(line("Target").cells().drift().text()).as("less the $180.00 too").isEqualTo("$281.64 over");
        assertThat(model.captionProperty().get()).contains("CodeMate is not billed by AWS");
        assertThat(line("AI services").cells().beside().text()).isEqualTo("outside AWS");
        assertThat(line("Redis").cells().beside().text()).isEqualTo("not billed");
    }

    @Test
    void linesThatAreBilledTogetherSayTheirSumOnce() {
        show(billed("codemate-prod", report(TWENTY_FIRST, ECS, "7.00", "AmazonCloudWatch", "1.00")));

        assertThat(line("Fargate frontend").cells().toDate().text()).isEmpty();
        assertThat(line("Fargate frontend").cells().beside().text()).isEqualTo("together");
        CostLine both = line("2 lines together");
        assertThat(both.cells().toDate().text()).isEqualTo("$147.00");
        assertThat(both.cells().plan().text()).isEqualTo("$200.89");
        assertThat(both.cells().drift().text()).isEqualTo("$9.11 over");
        assertThat(line("4 lines together").cells().drift().text()).isEqualTo("$6.38 over");
        assertThat(names()).containsSubsequence("Fargate frontend", "Fargate backend (3 tasks)",
                "2 lines together", "RDS");
    }

    @Test
    void saysHowMuchOfTheReserveTheMonthTakesAndWhatHasNoLine() {
        show(billed("tiketi-prod", report(TWENTY_FIRST, ECS, "10.00", "AWS Lambda", "1.00")));

        assertThat(line("Reserve").cells().drift().text()).isEqualTo("$8.25 taken");
        assertThat(line("ECS Fargate (2 tasks)").cells().drift().text()).isEqualTo("$200.00 over");
        assertThat(line("AWS Lambda").cells().toDate().text()).isEqualTo("$21.00");
        assertThat(names()).containsSubsequence("Not in the plan", "AWS Lambda", "Other times of this design",
                "Development environment");
    }

    @Test
    void inTheFirstDaysThereIsNoForecastAndNothingToCompare() {
        show(new StackSnapshot[] {billed("glimpse-prod", shortReport())});

        assertThat(stack("Glimpse").cells().forecast().text()).isEqualTo("none yet");
        assertThat(stack("Glimpse").cells().drift().text()).isEmpty();
        assertThat(values("forecast")).containsExactly("none yet");
        assertThat(values("against")).containsExactly("nothing to compare");
        assertThat(figure("against").detail()).isEqualTo("without Glimpse (no forecast yet)");
    }

    private static io.watchdeck.cost.CostReport shortReport() {
        LocalDate second = LocalDate.of(2026, 9, 2);
        return new io.watchdeck.cost.Bill(second, report(second, ECS, "2.00").days().stream()
                .filter(day -> day.first().getMonthValue() == 9).toList()).report();
    }

    @Test
    void askedDeniedAndUntaggedLookDifferentAndNeverLikeNothing() {
        show(asking("glimpse-prod"));
        assertThat(values("to-date")).containsExactly("asking");
        assertThat(figure("to-date").known()).isFalse();
        assertThat(model.daysProperty().get().bars()).isEmpty();

        show(failed("glimpse-prod", Failure.denied(DENIED)));
        assertThat(values("to-date")).containsExactly("Denied");
        assertThat(plan().note()).contains(DENIED);
        assertThat(line("ALB").cells().beside().text()).isEqualTo("not known");

        show(failed("glimpse-prod", Failure.absent()));
        assertThat(stack("Glimpse").cells().toDate().text()).isEqualTo("untagged");
        assertThat(model.captionProperty().get()).contains(
                "No cost carries Project=glimpse. A tag must be activated for cost allocation, and a cost category "
                        + "exist, in the account that pays.");

        show(Bills.of("glimpse-prod", new Loadable.Stale<>(report(TWENTY_FIRST, ECS, "1.80"),
                Snapshots.NOW.minus(Duration.ofDays(2)), Failure.denied(DENIED))));
        assertThat(stack("Glimpse").cells().toDate()).isEqualTo(Said.of("$37.80", Tone.WARNING));
        assertThat(stack("Glimpse").explanation()).contains(DENIED);
        assertThat(model.captionProperty().get()).as("why it is amber").contains("Glimpse: Last answered")
                .contains(DENIED);
    }

    @Test
    void theSelectionStaysOverRefreshesAndOverAnotherScope() {
        StackSnapshot[] both = {billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")),
                billed("tiketi-prod", report(TWENTY_FIRST, ECS, "12.00"))};
        show(both);
        model.select(new StackId("glimpse-prod"));

        show(both[1], both[0]);
        assertThat(plan().name()).isEqualTo("Glimpse");

        model.limitTo(environment -> environment == Environment.DEVELOPMENT);
        assertThat(model.planProperty().get()).isEmpty();
        model.limitTo(_ -> true);
        assertThat(model.selectedKey()).contains("stack glimpse-prod");
    }

    @Test
    void theLastDayStandsBesideTheSameWeekdayAndMayStillGrow() {
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")), billed("tiketi-prod", report(
                TWENTY_FIRST.minusDays(1), ECS, "12.00")));

        assertThat(figure("last-day").title()).isEqualTo("On Mon 21 Sep");
        assertThat(values("last-day")).containsExactly("$1.80");
        assertThat(figure("last-day").mark()).isEqualTo("may still grow");
        assertThat(figure("last-day").detail()).isEqualTo("as much as Mon 14 Sep, nothing unusual; without Tiketi");
        assertThat(figure("to-date").mark()).isEqualTo("as of 20 Sep to 21 Sep");
    }

    @Test
    void daysAreCountedAheadOrNotToldApart() {
        show(billed("glimpse-prod", Bills.withASum(ECS, "1.80")));

        DayBars bars = model.daysProperty().get().bars().orElseThrow();
        assertThat(bars.days()).hasSize(30).extracting(DayBars.Day::state)
                .containsSubsequence(DayBars.State.UNTOLD, DayBars.State.COUNTED, DayBars.State.AHEAD);
        assertThat(bars.days().get(6).state()).isEqualTo(DayBars.State.UNTOLD);
        assertThat(bars.days().get(7).amounts()).containsExactly(1.8);
        assertThat(bars.days().get(20).said()).containsExactly("Glimpse $1.80", "may still grow");
        assertThat(bars.days().get(21).outline().orElseThrow()).isBetween(1.799, 1.801);
        assertThat(bars.guide().orElseThrow().text()).isEqualTo("1 plan: $1.87 a day");
        assertThat(model.daysProperty().get().note())
                .isEqualTo(
                        "Of Glimpse the bill gives 1 Sep to 7 Sep only as a sum of $12.60: those days are not drawn.");
        assertThat(bars.sentence()).startsWith("Cost by day in September, 14 days up to 21 Sep: $1.80 to $1.80 a day");
    }

    @Test
    void theDaysAreOfStacksOrOfServices() {
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80", RDS, "0.40")),
                billed("tiketi-prod", report(TWENTY_FIRST, ECS, "12.00")));
        assertThat(parts()).containsExactly("Tiketi", "Glimpse");

        model.breakDown(Breakdown.SERVICES);

        assertThat(parts()).containsExactly(ECS, RDS);
        assertThat(model.daysProperty().get().bars().orElseThrow().days().get(3).amounts()).containsExactly(13.8, 0.4);
    }

    @Test
    void moreServicesThanColoursShareOne() {
        show(billed("glimpse-prod", report(TWENTY_FIRST, "a", "9", "b", "8", "c", "7", "d", "6", "e", "5", "f", "4",
                "g", "3", "h", "2")));
        model.breakDown(Breakdown.SERVICES);

        assertThat(parts()).containsExactly("a", "b", "c", "d", "e", "f", "Others");
        assertThat(model.daysProperty().get().bars().orElseThrow().days().getFirst().amounts()).last().isEqualTo(5.0);
    }

    @Test
    void whatTheConsoleCostsIsToldByCallAndAccount() {
        model.show(Snapshots.moment(), Snapshots.NOW);

        OwnCost own = model.ownProperty().get().orElseThrow();
        assertThat(own.month() + " " + own.cap() + ", " + own.today())
                .isEqualTo("$0.61 this month, cap $2.00, $0.04 today");
        assertThat(own.lines()).containsExactly(
                new OwnCost.Line("CloudWatch GetMetricData", "816", "$0.03", "$0.39", false),
                new OwnCost.Line("Cost Explorer GetCostAndUsage", "22", "$0.01", "$0.22", false),
                new OwnCost.Line("All other calls", "61,204", "free", "free", true));
        assertThat(own.accounts()).extracting(OwnCost.Line::name).containsExactly("Account 222222222222",
                "Account 333333333333");
        assertThat(own.projected()).as("the first two days tell nothing").isEmpty();

        model.show(Snapshots.moment(), Snapshots.NOW.plus(Duration.ofDays(4)));
        assertThat(model.ownProperty().get().orElseThrow().projected()).isEqualTo("$1.17");
    }

    @Test
    void exportsThePlanLinesOfAllStacks() {
        show(billed("codemate-prod", report(TWENTY_FIRST, ECS, "7.00")), asking("glimpse-prod"));

        assertThat(model.csv().rows()).hasSize(28).contains(
                List.of("codemate-prod", "production", "Fargate backend (3 tasks)", ECS, "USD", "150.67", "150.67",
                        "together",
                        "147.00", "210.00", "over", "9.11", "2026-09-21"),
                List.of("codemate-prod", "production", "AI services", "", "USD", "180.00", "180.00", "not by AWS", "",
                        "", "", "", "2026-09-21"),
                List.of("glimpse-prod", "production", "ALB", "Amazon Elastic Load Balancing", "USD", "17.00", "17.00",
                        "unknown", "", "", "", "", ""));
    }

    @Test
    void theButtonSaysWhatAQuestionCostsAndWhyItCannotBeAsked() {
        desk.quote(new CostQuestion(3, Money.usd("0.03"), Optional.empty()));
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")));

        AskCost ask = model.askingProperty().get().orElseThrow();
        assertThat(ask.label()).isEqualTo("Ask Cost Explorer now · $0.03");
        assertThat(ask.enabled()).isTrue();
        assertThat(ask.why()).startsWith("3 questions");
        model.ask();
        assertThat(desk.asked()).containsExactly(new StackId("glimpse-prod"));
    }

    @ParameterizedTest
    @EnumSource(CostQuestion.Refusal.class)
    void everyRefusalHasItsReason(CostQuestion.Refusal refusal) {
        desk.quote(new CostQuestion(1, Money.usd("0.01"), Optional.of(refusal)));
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")));

        AskCost ask = model.askingProperty().get().orElseThrow();
        assertThat(ask.enabled()).isFalse();
        assertThat(ask.why()).isNotBlank();
        assertThat(ask.why().contains("$0.01")).isEqualTo(refusal == CostQuestion.Refusal.CAP);
    }

    @Test
    void moreMonthsComeFromWhatIsKeptAndAreAskedForOnce() {
        LocalDate june = LocalDate.of(2026, 6, 30);
        desk.keep(Map.of(new StackId("glimpse-prod"), List.of(new BilledDays(june.plusDays(10), june.plusDays(11),
                Map.of(ECS, Money.usd("4")), false))));
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")));
        assertThat(bars().days()).hasSize(30);
        assertThat(desk.wanted()).as("the month is on the board").isEmpty();

        model.look(DayRange.QUARTER);
        show(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")));

        assertThat(desk.wanted()).containsExactly(LocalDate.of(2026, 7, 1));
        assertThat(bars().days().getFirst().date()).as("from the first day that is kept").isEqualTo(june.plusDays(10));
        assertThat(bars().days().getFirst().amounts()).containsExactly(4.0);
        assertThat(bars().days().get(1).state()).as("nobody asked for it").isEqualTo(DayBars.State.UNTOLD);
        assertThat(model.dayCsv().rows())
                .anySatisfy(row -> assertThat(row).containsExactly("glimpse-prod", "production",
                        "2026-07-10", "2026-07-10", ECS, "4.0000", "USD", "false"));
    }

    @Test
    void anUnusualDayIsMarkedAndTellsItsArithmetic() {
        show(billed("glimpse-prod", unusual()));

        DayBars.Day last = bars().days().get(20);
        assertThat(last.noticed()).isTrue();
        assertThat(last.said()).contains(
                "Glimpse: $9.00, $6.00 more than usual (median of 3 same weekdays $3.00, unusual above $3.90)");
        assertThat(bars().days().get(19).noticed()).isFalse();
        assertThat(figure("last-day").detail()).contains("unusual: Glimpse");

        LocalDate before = TWENTY_FIRST.minusDays(2);
        show(billed("glimpse-prod", unusual()), billed("tiketi-prod", new Bill(TWENTY_FIRST, report(TWENTY_FIRST, ECS,
                "2").days().stream().filter(day -> day.first().isAfter(before)).toList()).report()));
        assertThat(figure("last-day").detail()).as("beside a stack of which too little is known")
                .isEqualTo("unusual: Glimpse");
    }

    private static CostReport unusual() {
        var days = new ArrayList<>(report(TWENTY_FIRST, ECS, "3").days());
        days.add(new BilledDays(TWENTY_FIRST.minusDays(28), TWENTY_FIRST.minusDays(27), Map.of(ECS, Money.usd("3")),
                false));
        days.removeIf(day -> day.first().equals(TWENTY_FIRST));
        days.removeIf(day -> day.first().equals(TWENTY_FIRST.minusDays(28)));
        days.add(new BilledDays(TWENTY_FIRST, TWENTY_FIRST.plusDays(1), Map.of(ECS, Money.usd("9")), false));
        return new Bill(TWENTY_FIRST, days).report();
    }

    @Test
    void costExplorersOwnThrottlingIsNoBillAndIsNotNothing() {
        show(failed("glimpse-prod", Failure.throttled("ce:GetCostAndUsage")
                .withRetryAt(Snapshots.NOW.plusSeconds(3600))));

        assertThat(model.captionProperty().get()).contains("Glimpse: Throttled, next try 14:42.");
        assertThat(plan().note()).endsWith("next try 14:42");
        assertThat(stack("Glimpse").cells().toDate().text()).isEqualTo("Throttled");
        assertThat(values("to-date")).containsExactly("Throttled");
        assertThat(line("ECS Fargate").cells().beside().text()).isEqualTo("not known");
        assertThat(line("ECS Fargate").cells().toDate().text()).isEmpty();
    }

    @Test
    void budgetsStandBelowThePlanForWhatTheyAre() {
        show(withBudgets(
                new Loadable.Ready<>(List.of(budget("prod-monthly", "700", "900"), budget("will", "100", "900"),
                        budget("fresh", "", "")), Snapshots.NOW)));

        assertThat(lines("budget ")).containsExactly("prod-monthly: $650.00, $700.00, over, $900.00, $50.00 over",
                "will: $650.00, $100.00, expected over, $900.00, $250.00 over",
                "fresh: $650.00, , not computed yet, none yet, ");
        show(withBudgets(new Loadable.Ready<>(List.of(), Snapshots.NOW)));
        assertThat(lines("budgets ")).containsExactly("No budget in AWS: , , , , ");
        show(withBudgets(new Loadable.Failed<>(Failure.denied("budgets:ViewBudget"), Snapshots.NOW)));
        assertThat(lines("budgets ")).containsExactly("AWS Budgets: , , Denied, , ");
        show(withBudgets(new Loadable.Loading<>()));
        assertThat(lines("budget")).as("nobody has asked").isEmpty();
    }

    private List<String> lines(String key) {
        return model.lines().stream().map(Row::facts).filter(line -> line.key().startsWith(key))
                .map(line -> line.name() + ": " + Stream.of(line.cells().plan(), line.cells().toDate(),
                        line.cells().beside(), line.cells().forecast(), line.cells().drift()).map(Said::text)
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private static Budget budget(String name, String actual, String forecast) {
        return new Budget(name, "COST", "MONTHLY", Money.usd("650"),
                Optional.of(actual).filter(text -> !text.isEmpty()).map(Money::usd),
                Optional.of(forecast).filter(text -> !text.isEmpty()).map(Money::usd), Budget.Counts.ALL);
    }

    private static StackSnapshot withBudgets(Loadable<List<Budget>> budgets) {
        return Bills.of("codemate-prod", new Loadable.Ready<>(report(TWENTY_FIRST, ECS, "1.80"), Snapshots.NOW),
                budgets);
    }

    @Test
    void aRuleOnCostSaysTheDocumentsWordWhenItIsReached() {
        StackSnapshot stack = Bills.judged(billed("codemate-prod", report(TWENTY_FIRST, ECS, "20")),
                Bills.rule("Budget forecast", "cost.forecast", Condition.State.ALARM, 600, 395.648),
                Bills.rule("Budget exceeded", "cost.monthToDate", Condition.State.OK, 420, 494.56));
        show(stack);

        assertThat(lines("rule ")).containsExactly("Budget forecast: $395.65, , document: mail, $600.00, reached",
                "Budget exceeded: $494.56, $420.00, rule, , not reached");
    }

    private DayBars bars() {
        return model.daysProperty().get().bars().orElseThrow();
    }

    private void show(StackSnapshot... stacks) {
        model.show(Snapshots.of(List.of(stacks)), Snapshots.NOW);
    }

    private PlanPage plan() {
        return model.planProperty().get().orElseThrow();
    }

    private FigureFacts figure(String id) {
        return model.figuresProperty().get().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> values(String id) {
        return figure(id).values().stream().map(FigureFacts.Value::text).toList();
    }

    private CostLine stack(String name) {
        return model.stacks().stream().map(Row::facts).filter(line -> line.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private CostLine line(String name) {
        return model.lines().stream().map(Row::facts).filter(line -> line.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return model.lines().stream().map(row -> row.facts().name()).toList();
    }

    private List<String> parts() {
        return model.daysProperty().get().bars().orElseThrow().parts().stream().map(DayBars.Part::name).toList();
    }
}
