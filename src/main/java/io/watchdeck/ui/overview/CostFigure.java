package io.watchdeck.ui.overview;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the month has cost, against the plan.
///
/// @param plan          what AWS may bill by it
/// @param outside       what of the plan AWS does not bill, or empty
/// @param share         spent, as a share of the bar
/// @param forecastShare the month's end, as a share of the bar
/// @param planShare     where the plan is on the bar
/// @param contradiction why the plan is to be read with care, or empty
/// @param asOf          the last day that is counted
record CostFigure(Optional<Absence> absence, String spent, String plan, String outside, String forecast,
        Tone forecastTone,
        double share, double forecastShare, OptionalDouble planShare, String contradiction, Optional<LocalDate> asOf,
        double amount) {

    static CostFigure of(StackSnapshot stack, Words words) {
        Optional<PlanComparison> against = stack.plan();
        Optional<Plan.Amount> plan = against.flatMap(PlanComparison::measurable);
        String planText = plan.map(amount -> words.say("ui.cost.of", words.money(amount.to(), 0)))
                .orElseGet(() -> words.say("ui.cost.noPlan"));
        String contradiction = against.map(one -> contradiction(one.plan(), words)).orElse("");
        String outside = against.map(one -> outside(one, words)).orElse("");
        Optional<CostReport> report = stack.cost().state().latest();
        if (report.isEmpty()) {
            String known = plan.map(amount -> words.say("ui.cost.plan", words.money(amount.to(), 0))).orElse(planText);
            return new CostFigure(Absence.of(stack.cost().state(), words), "", known, outside, "", Tone.MUTED, 0, 0,
                    OptionalDouble.empty(), contradiction, Optional.empty(), -1);
        }
        boolean compared = plan.isPresent() && !against.orElseThrow().isOtherCurrency();
        double spent = amount(report.get().monthToDate());
        double forecast = report.get().forecast().map(CostFigure::amount).orElse(spent);
        double planned = plan.filter(_ -> compared).map(one -> amount(one.to())).orElse(0.0);
        double bar = Math.max(planned, forecast);
        boolean over = against.flatMap(PlanComparison::drift).filter(far -> far.kind() == Drift.Kind.OVER).isPresent();
        // What is over by less than a unit does not read the same as the plan.
        int digits = over && Math.round(forecast) <= Math.round(planned) ? 2 : 0;
        String forecastText = report.get().forecast().map(money -> words.say(
                over ? "ui.cost.forecastOver" : "ui.cost.forecast", words.money(money, digits))).orElse("");
        return new CostFigure(Optional.empty(), words.money(report.get().monthToDate()), planText, outside,
                forecastText, over ? Tone.NOTICE : Tone.MUTED, share(spent, bar), compared ? share(forecast, bar) : 0,
                compared ? OptionalDouble.of(share(planned, bar)) : OptionalDouble.empty(), contradiction,
                Optional.of(report.get().asOf()), spent);
    }

    /// A declared total that its own lines do not add up to.
    private static String contradiction(Plan plan, Words words) {
        return plan.contradiction().map(_ -> words.say("ui.cost.contradiction",
                words.money(plan.total().orElseThrow().to(), 0), words.money(plan.linesTotal().orElseThrow().to(), 0)))
                .orElse("");
    }

    /// What of the plan no bill of AWS will hold.
    private static String outside(PlanComparison against, Words words) {
        return against.plan().outside().flatMap(outside -> against.plan().counted().map(whole -> words.say(
                "ui.cost.outside", words.money(whole.to()), words.money(outside.to())))).orElse("");
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
