package io.watchdeck.ui.cost;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.LineReview;
import io.watchdeck.cost.LineReview.Actual;
import io.watchdeck.cost.PlanReview;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.cost.BarScale.Measured;
import io.watchdeck.ui.cost.CostLine.Cells;
import io.watchdeck.ui.cost.CostLine.Kind;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The lines of a plan beside the bill, their sum, the declared total and the target; below them what is billed without a
/// line, and the design's other times.
record PlanLines(CostText text, Words words) {

    PlanPage page(StackCost one) {
        Optional<Plan.Amount> contradiction = one.review().flatMap(review -> review.plan().contradiction());
        return new PlanPage(one.id(), one.stack().file().name(), one.stack().file().environment(), note(one),
                Stream.concat(one.review().map(this::lines).orElse(List.of()).stream(),
                        new BudgetLines(text, words).of(one.stack()).stream()).toList(),
                contradiction.map(apart -> contradiction(one, apart)), remedy(one, contradiction.isPresent()));
    }

    private Optional<PlanPage.Remedy> remedy(StackCost one, boolean contradicts) {
        String which = one.review().isEmpty() ? "set" : "correct";
        return Optional.of(new PlanPage.Remedy(text.say("ui.costs.remedy." + which),
                text.say("ui.costs.remedy." + which + "Why"))).filter(_ -> one.review().isEmpty() || contradicts);
    }

    private String note(StackCost one) {
        if (one.review().flatMap(review -> review.plan().counted()).isEmpty()) {
            return text.say("ui.costs.noPlanWhy", one.name());
        }
        if (one.report().isEmpty()) {
            Absence absence = one.absence(words).orElseThrow();
            return text.say("ui.costs.noBill", absence.action().map(action -> absence.word() + " (" + action + ")")
                    .orElse(CostFigures.joined(absence.sentence().isEmpty() ? absence.word() : absence.sentence(),
                            absence.kind() == Absence.Kind.THROTTLED ? absence.detail() : "")));
        }
        return one.review().filter(review -> review.whole().isOtherCurrency())
                .map(_ -> text.say("ui.costs.otherCurrencyWhy"))
                .orElse("");
    }

    private PlanPage.Contradiction contradiction(StackCost one, Plan.Amount apart) {
        Plan plan = one.review().orElseThrow().plan();
        return new PlanPage.Contradiction(text.say("ui.costs.contradicts", one.name()),
                text.say("ui.costs.contradiction",
                        text.amount(plan.total().orElseThrow()), plan.lines().size(),
                        text.amount(plan.linesTotal().orElseThrow()), text.apart(apart)));
    }

    private List<CostLine> lines(PlanReview review) {
        BarScale scale = BarScale.of(review.lines().stream().filter(_ -> !review.whole().isOtherCurrency())
                .flatMap(line -> measured(line).stream()).toList());
        var lines = new ArrayList<CostLine>();
        for (int index = 0; index < review.lines().size(); index++) {
            LineReview line = review.lines().get(index);
            lines.add(line(index, line, review, scale));
            if (line.actual() instanceof Actual.Together together && isLast(together, review, index)) {
                lines.add(group(index, line, together, review, scale));
            }
        }
        lines.addAll(totals(review));
        lines.addAll(unplanned(review));
        lines.addAll(phases(review.plan()));
        return lines;
    }

    /// The last of those that AWS bills together.
    private static boolean isLast(Actual.Together together, PlanReview review, int index) {
        return review.lines().stream().skip(index + 1L).noneMatch(later -> together.with().contains(later.line()));
    }

    private static Optional<Measured> measured(LineReview line) {
        return switch (line.actual()) {
            case Actual.Billed(var toDate, var end) -> Optional.of(new Measured(toDate, end, line.line().amount()));
            case Actual.Together(var _, var planned, var toDate, var end) ->
                Optional.of(new Measured(toDate, end, planned));
            case Actual.NotBilled(), Actual.Outside(), Actual.Reserve(), Actual.Unknown() -> Optional.empty();
        };
    }

    private CostLine line(int index, LineReview review, PlanReview all, BarScale scale) {
        Plan.Line line = review.line();
        Said plan = Said.plain(text.amount(line.amount()));
        String service = line.service().orElse("");
        return switch (review.actual()) {
            case Actual.Billed(var toDate, var end) -> one(index, line, billed(plan, toDate, end, review.drift(),
                    line.amount()),
                    all.whole().isOtherCurrency() ? Optional.empty() : measured(review).flatMap(scale::bar),
                    line.usage().isEmpty() ? text.say("ui.costs.billedAs", service)
                            : text.say("ui.costs.billedAsUsage", service, text.list(line.usage())));
            case Actual.Together(var with, var _, var _, var _) -> one(index, line,
                    Cells.planned(plan, Said.muted(text.say("ui.costs.together"))), Optional.empty(),
                    text.say("ui.costs.togetherWhy", line.name(),
                            text.list(with.stream().map(Plan.Line::name).toList()),
                            service));
            case Actual.NotBilled() -> one(index, line, Cells.planned(plan, Said.muted(text.say("ui.costs.notBilled"))),
                    Optional.empty(), text.say("ui.costs.notBilledWhy", service));
            case Actual.Outside() -> one(index, line, Cells.planned(plan, Said.muted(text.say("ui.costs.outside"))),
                    Optional.empty(), text.say("ui.costs.outsideLine"));
            case Actual.Reserve() -> reserve(index, line, all, plan);
            case Actual.Unknown() -> one(index, line, Cells.planned(plan, Said.muted(text.say("ui.costs.notKnown"))),
                    Optional.empty(), "");
        };
    }

    private CostLine one(int index, Plan.Line line, Cells cells, Optional<CostLine.Bar> bar, String why) {
        return CostLine.of("line " + index, Kind.LINE, line.name(), cells, bar,
                why.isEmpty() ? line.name() : line.name() + "\n" + why);
    }

    private Cells billed(Said plan, Money toDate, Optional<Money> end, Optional<Drift> drift, Plan.Amount planned) {
        return new Cells(Said.plain(text.exact(toDate)), plan, Said.NOTHING,
                end.map(money -> Said.plain(text.exact(money)))
                        .orElseGet(() -> Said.muted(text.say("ui.costs.noForecast"))),
                drift.map(far -> text.drift(far, planned, 2)).orElse(Said.NOTHING));
    }

    /// How much of it the month will take, in words.
    private CostLine reserve(int index, Plan.Line line, PlanReview all, Said plan) {
        Optional<Money> taken = all.whole().reserveUsed();
        String word = taken.map(money -> money.rounded(2).amount().signum() == 0 ? text.say("ui.costs.noneTaken")
                : text.say("ui.costs.taken", text.exact(money))).orElse("");
        String why = taken.map(money -> text.say("ui.costs.takenWhy", text.exact(money),
                text.amount(all.plan().reserve().orElseThrow()))).orElseGet(() -> text.say("ui.costs.reserveWhy"));
        return one(index, line, new Cells(Said.NOTHING, plan, Said.muted(text.say("ui.costs.reserve")), Said.NOTHING,
                Said.muted(word)), Optional.empty(), why);
    }

    /// Once for all lines that share a name on the bill: what they cost together.
    private CostLine group(int index, LineReview last, Actual.Together together, PlanReview all, BarScale scale) {
        List<Plan.Line> members = all.plan().lines().stream().filter(line -> line.equals(last.line())
                || together.with().contains(line)).toList();
        String name = text.say("ui.costs.group", members.size());
        return CostLine.of("group " + index, Kind.GROUP, name,
                billed(Said.plain(text.amount(together.planned())), together.toDate(), together.monthEnd(),
                        last.drift(), together.planned()),
                all.whole().isOtherCurrency() ? Optional.empty() : measured(last).flatMap(scale::bar),
                text.list(members.stream().map(Plan.Line::name).toList()) + "\n"
                        + text.say("ui.costs.billedAs", last.line().service().orElse("")));
    }

    private List<CostLine> totals(PlanReview review) {
        Plan plan = review.plan();
        boolean contradicts = plan.contradiction().isPresent();
        var sums = new ArrayList<CostLine>();
        plan.linesTotal().ifPresent(total -> sums.add(total("lines", Said.plain(text.amount(total)), review,
                plan.outside().map(total::minus).or(() -> Optional.of(total)), text.say("ui.costs.linesWhy"))));
        plan.total().ifPresent(total -> sums.add(total("declared",
                Said.of(text.amount(total), contradicts ? Tone.WARNING : Tone.PLAIN), review,
                review.whole().measurable(),
                text.say("ui.costs.declaredWhy"))));
        plan.outside().flatMap(_ -> review.whole().measurable()).ifPresent(measurable -> sums.add(total("measurable",
                Said.plain(text.amount(measurable)), review, Optional.of(measurable),
                text.say("ui.costs.outsideWhy", text.amount(plan.outside().orElseThrow())))));
        plan.target().ifPresent(target -> sums.add(CostLine.of("sum target", Kind.SUM, text.say("ui.costs.sum.target"),
                new Cells(Said.NOTHING, Said.plain(text.exact(target)), without(plan), Said.NOTHING,
                        review.whole().toTarget()
                                .map(far -> text.drift(far, Plan.Amount.of(target), 2)).orElse(Said.NOTHING)),
                Optional.empty(), text.say("ui.costs.targetWhy") + plan.outside()
                        .map(amount -> "\n" + text.say("ui.costs.outsideWhy", text.amount(amount))).orElse(""))));
        return sums;
    }

    /// What of a plan is left out of the comparison, as AWS does not bill it: without it the row would not add up.
    private Said without(Plan plan) {
        return plan.outside().map(amount -> Said.muted(text.say("ui.costs.without", text.amount(amount))))
                .orElse(Said.NOTHING);
    }

    /// @param against what of it AWS may bill
    private CostLine total(String which, Said planned, PlanReview review, Optional<Plan.Amount> against, String why) {
        Optional<CostReport> bill = review.bill();
        Optional<Money> forecast = bill.flatMap(CostReport::forecast);
        Optional<Drift> drift = forecast.filter(_ -> !review.whole().isOtherCurrency())
                .flatMap(end -> against.map(plan -> Drift.of(end, plan)));
        return CostLine.of("sum " + which, Kind.SUM, text.say("ui.costs.sum." + which), new Cells(
                bill.map(known -> Said.plain(text.exact(known.monthToDate()))).orElse(Said.NOTHING), planned,
                which.equals("measurable") ? Said.NOTHING : without(review.plan()),
                forecast.map(money -> Said.plain(text.exact(money))).orElse(Said.NOTHING),
                drift.map(far -> text.drift(far, against.orElseThrow(), 2)).orElse(Said.NOTHING)),
                Optional.empty(), why);
    }

    private List<CostLine> unplanned(PlanReview review) {
        if (review.unplanned().isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(CostLine.head("head unplanned", text.say("ui.costs.unplanned"))),
                review.unplanned().stream().map(one -> CostLine.of("unplanned " + one.service(), Kind.LINE,
                        one.service(), new Cells(Said.plain(text.exact(one.toDate())), Said.NOTHING,
                                Said.muted(text.say("ui.costs.noLine")), Said.NOTHING, Said.NOTHING),
                        Optional.empty(), one.service() + "\n" + text.say("ui.costs.unplannedWhy"))))
                .toList();
    }

    private List<CostLine> phases(Plan plan) {
        if (plan.phases().isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(CostLine.head("head phases", text.say("ui.costs.phases"))),
                plan.phases().stream().map(this::phase)).toList();
    }

    private CostLine phase(Plan.Phase phase) {
        Optional<Plan.Amount> added = phase.lines().stream().map(Plan.Line::amount).reduce(Plan.Amount::plus);
        boolean contradicts = phase.contradiction().isPresent();
        String total = phase.total().or(() -> added).map(text::amount).orElse("");
        String detail = text.list(phase.lines().stream().map(line -> line.name() + " " + text.amount(line.amount()))
                .toList());
        String apart = phase.contradiction().map(text::apart).map(by -> text.say("ui.costs.phaseContradiction", total,
                text.amount(added.orElseThrow()), by)).orElse("");
        return CostLine.of("phase " + phase.name(), Kind.LINE, phase.name(), Cells.planned(
                Said.of(total, contradicts ? Tone.WARNING : Tone.MUTED),
                contradicts ? Said.of(text.say("ui.costs.phaseLines", text.amount(added.orElseThrow())), Tone.WARNING)
                        : Said.NOTHING),
                Optional.empty(),
                String.join("\n", Stream.of(phase.name(), apart, detail, text.say("ui.costs.phaseWhy"))
                        .filter(said -> !said.isEmpty()).toList()));
    }
}
