package io.watchdeck.ui.cost;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.MonthEnd;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.cost.BarScale.Measured;
import io.watchdeck.ui.cost.CostLine.Cells;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The stacks, the most over its plan first, and below them their sum in each currency.
record StackLines(CostText text, Words words) {

    static final String STACK = "stack ";

    /// Over before on plan before under; what cannot be compared comes behind, and what is not known last.
    static List<StackCost> ordered(List<StackCost> all) {
        return all.stream().sorted(Comparator.comparing((StackCost one) -> one.drift().isPresent() ? 0
                : one.report().isPresent() ? 1 : 2).thenComparing(StackLines::under)
                .thenComparing(StackCost::name).thenComparing(one -> one.id().value())).toList();
    }

    private static double under(StackCost one) {
        return one.drift().map(drift -> switch (drift.kind()) {
            case OVER -> -drift.by().amount().doubleValue();
            case WITHIN -> 0.0;
            case UNDER -> drift.by().amount().doubleValue();
        }).orElse(0.0);
    }

    /// @param all in their order
    List<CostLine> lines(List<StackCost> all) {
        BarScale scale = BarScale.of(all.stream().filter(one -> one.report().isPresent() && !isApart(one))
                .flatMap(one -> measured(one).stream()).toList());
        var lines = new ArrayList<CostLine>();
        all.forEach(one -> lines.add(line(one, scale)));
        CurrencyTotal.of(all).forEach(total -> lines.add(sum(total)));
        return lines;
    }

    private static boolean isApart(StackCost one) {
        return one.standing() == StackCost.Standing.OTHER_CURRENCY;
    }

    private static Optional<Measured> measured(StackCost one) {
        return one.report().filter(_ -> !isApart(one)).flatMap(report -> one.planned()
                .map(plan -> new Measured(report.monthToDate(), report.forecast(), plan)));
    }

    private CostLine line(StackCost one, BarScale scale) {
        Optional<CostLine.Bar> bar = measured(one).flatMap(scale::bar);
        Said plan = plan(one);
        Cells cells = one.report().map(report -> known(one, report, plan)).orElseGet(() -> {
            Absence absence = one.absence(words).orElseThrow();
            return new Cells(Said.of(absence), plan, Said.NOTHING, Said.NOTHING, Said.NOTHING);
        });
        return new CostLine(STACK + one.id(), CostLine.Kind.LINE, one.stack().file().name(),
                Optional.of(one.stack().file().environment()), Optional.of(sign(one)), cells, bar, explanation(one));
    }

    private Cells known(StackCost one, CostReport report, Said plan) {
        Said drift = one.drift().map(far -> text.drift(far, one.planned().orElseThrow(), 0))
                .orElse(isApart(one) ? Said.muted(text.say("ui.costs.otherCurrency")) : Said.NOTHING);
        return new Cells(Said.of(text.exact(report.monthToDate()), one.stale().isPresent() ? Tone.WARNING : Tone.PLAIN),
                plan, Said.NOTHING,
                report.forecast().map(money -> Said.plain(text.whole(money)))
                        .orElseGet(() -> Said.muted(text.say("ui.costs.noForecast"))),
                drift);
    }

    /// With the whole plan beside what of it AWS bills, where these are not the same and there is room.
    private Said plan(StackCost one) {
        Optional<Plan.Amount> whole = one.review().flatMap(review -> review.plan().counted());
        if (whole.isEmpty()) {
            return Said.muted(words.say("ui.cost.noPlan"));
        }
        String measurable = text.amount(one.planned().orElseThrow());
        return Said.plain(one.review().orElseThrow().plan().outside().isPresent()
                ? text.say("ui.costs.partOf", measurable, text.amount(whole.get())) : measurable, measurable);
    }

    private static Severity sign(StackCost one) {
        return one.drift().map(drift -> drift.kind() == Drift.Kind.OVER ? Severity.NOTICE : Severity.FINE)
                .orElse(Severity.UNKNOWN);
    }

    private String explanation(StackCost one) {
        var said = new ArrayList<String>();
        one.absence(words).map(Absence::sentence).ifPresent(said::add);
        one.report().ifPresent(report -> {
            said.add(text.say("ui.costs.countedTo", one.name(), words.weekday(report.asOf())));
            report.end().filter(MonthEnd::isRange).ifPresent(end -> said.add(text.say("ui.costs.likely", end.low(),
                    end.high())));
            if (report.end().isEmpty()) {
                said.add(text.say("ui.costs.noForecastWhy"));
            }
        });
        one.staleSince(words).ifPresent(said::add);
        one.review().flatMap(review -> review.plan().outside()).ifPresent(outside -> said.add(
                text.say("ui.costs.outsideWhy", text.amount(outside))));
        if (isApart(one)) {
            said.add(text.say("ui.costs.otherCurrencyWhy"));
        }
        return String.join("\n", said);
    }

    private CostLine sum(CurrencyTotal total) {
        Optional<Plan.Amount> plan = total.planned();
        Cells cells = new Cells(Said.plain(text.exact(total.toDate())),
                plan.map(amount -> Said.plain(text.sum(amount))).orElse(Said.NOTHING), Said.NOTHING,
                total.forecast().map(money -> Said.plain(text.whole(money))).orElse(Said.NOTHING),
                total.drift().map(drift -> text.drift(drift, plan.orElseThrow(), 0)).orElse(Said.NOTHING));
        return CostLine.of("sum " + total.currency(), CostLine.Kind.SUM,
                text.say("ui.costs.stacks", total.billed().size()),
                cells, Optional.empty(), new LeftOut(text).ofComparison(total.billed()));
    }
}
