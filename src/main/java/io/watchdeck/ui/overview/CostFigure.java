package io.watchdeck.ui.overview;

import io.watchdeck.cost.CostReport;
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
/// @param share         spent, as a share of the bar
/// @param forecastShare the month's end, as a share of the bar
/// @param planShare     where the plan is on the bar
/// @param contradiction why the plan is to be read with care, or empty
/// @param asOf          the last day that is counted
record CostFigure(Optional<Absence> absence, String spent, String plan, String forecast, Tone forecastTone,
        double share, double forecastShare, OptionalDouble planShare, String contradiction, Optional<LocalDate> asOf,
        double amount) {

    static CostFigure of(StackSnapshot stack, Words words) {
        Optional<Plan.Amount> plan = stack.file().plan().flatMap(one -> one.total().or(one::linesTotal));
        String planText = plan.map(amount -> words.say("ui.cost.of", words.money(amount.to(), 0)))
                .orElseGet(() -> words.say("ui.cost.noPlan"));
        String contradiction = contradiction(stack, words);
        Optional<CostReport> report = stack.cost().state().latest();
        if (report.isEmpty()) {
            String known = plan.map(amount -> words.say("ui.cost.plan", words.money(amount.to(), 0))).orElse(planText);
            return new CostFigure(Absence.of(stack.cost().state(), words), "", known, "", Tone.MUTED, 0, 0,
                    OptionalDouble.empty(), contradiction, Optional.empty(), -1);
        }
        double spent = amount(report.get().monthToDate());
        double forecast = report.get().forecast().map(CostFigure::amount).orElse(spent);
        double planned = plan.map(one -> amount(one.to())).orElse(0.0);
        double bar = Math.max(planned, forecast);
        // In whole units, as both are shown: what reads the same is not over.
        boolean over = plan.isPresent() && Math.round(forecast) > Math.round(planned);
        String forecastText = report.get().forecast().map(money -> words.say(
                over ? "ui.cost.forecastOver" : "ui.cost.forecast", words.money(money, 0))).orElse("");
        return new CostFigure(Optional.empty(), words.money(report.get().monthToDate()), planText, forecastText,
                over ? Tone.NOTICE : Tone.MUTED, share(spent, bar), plan.isPresent() ? share(forecast, bar) : 0,
                plan.isPresent() ? OptionalDouble.of(share(planned, bar)) : OptionalDouble.empty(), contradiction,
                Optional.of(report.get().asOf()), spent);
    }

    /// A declared total that its own lines do not add up to.
    private static String contradiction(StackSnapshot stack, Words words) {
        Optional<Plan.Amount> total = stack.file().plan().flatMap(Plan::total);
        Optional<Plan.Amount> lines = stack.file().plan().flatMap(Plan::linesTotal);
        if (total.isEmpty() || lines.isEmpty() || same(total.get(), lines.get())) {
            return "";
        }
        return words.say("ui.cost.contradiction", words.money(total.get().to(), 0), words.money(lines.get().to(), 0));
    }

    private static boolean same(Plan.Amount one, Plan.Amount other) {
        return Math.abs(amount(one.from()) - amount(other.from())) < 1
                && Math.abs(amount(one.to()) - amount(other.to())) < 1;
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
