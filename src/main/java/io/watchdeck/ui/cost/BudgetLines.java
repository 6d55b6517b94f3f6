package io.watchdeck.ui.cost;

import io.watchdeck.alarms.Condition;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.Drift;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.ui.cost.CostLine.Cells;
import io.watchdeck.ui.cost.CostLine.Kind;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What watches the spending of a stack: AWS's budgets that count its costs, and the rules of its file on cost.
record BudgetLines(CostText text, Words words) {

    /// Nothing while nobody has asked for budgets and the file has no such rule.
    List<CostLine> of(StackSnapshot stack) {
        var lines = new ArrayList<CostLine>();
        lines.addAll(budgets(stack));
        stack.conditions().stream().filter(one -> one.source() == Condition.Source.RULE
                && one.metric().filter(metric -> metric.startsWith("cost.")).isPresent())
                .forEach(one -> lines.add(rule(stack, one)));
        if (!lines.isEmpty()) {
            lines.add(0, CostLine.head("head budgets", text.say("ui.costs.budgets")));
        }
        return lines;
    }

    private List<CostLine> budgets(StackSnapshot stack) {
        return switch (stack.budgets().state()) {
            case Loadable.Loading<List<Budget>>() -> List.of();
            case Loadable.Ready<List<Budget>>(var all, var _) -> known(stack, all, "");
            case Loadable.Stale<List<Budget>>(var all, var asOf, var failure) -> known(stack, all,
                    text.say("ui.costs.staleWhy", words.moment(asOf), words.say(failure.sentence())));
            case Loadable.Failed<List<Budget>>(var failure, var _) -> List.of(failed(stack, failure));
        };
    }

    private List<CostLine> known(StackSnapshot stack, List<Budget> all, String stale) {
        List<Budget> its = all.stream().filter(budget -> budget.concerns(stack.file().costFilter())).toList();
        return its.isEmpty() ? List.of(said("budgets none", text.say("ui.costs.noBudgets"), Said.NOTHING,
                joined(text.say("ui.costs.noBudgetsWhy", all.size()), stale)))
                : its.stream().map(budget -> line(budget, stale)).toList();
    }

    private CostLine failed(StackSnapshot stack, Failure failure) {
        Said why = Absence.of(stack.budgets().state(), words).map(Said::of)
                .orElseGet(() -> Said.muted(text.say("ui.costs.notKnown")));
        return said("budgets unknown", text.say("ui.costs.budgetsUnknown"), why,
                joined(words.say(failure.sentence()), failure.action().orElse("")));
    }

    private CostLine line(Budget budget, String stale) {
        Said plan = Said.plain(text.exact(budget.limit()));
        Cells cells = new Cells(budget.actual().map(money -> Said.plain(text.exact(money))).orElse(Said.NOTHING), plan,
                Said.muted(text.say("ui.costs.budget." + word(budget.state()))),
                budget.forecast().map(money -> Said.plain(text.exact(money)))
                        .orElseGet(() -> Said.muted(text.say("ui.costs.noForecast"))),
                drift(budget));
        return CostLine.of("budget " + budget.name(), Kind.LINE, budget.name(), cells, Optional.empty(),
                joined(text.say("ui.costs.budgetWhy", budget.name(), budget.type(), budget.period(),
                        budget.counts().tags().isEmpty() ? text.say("ui.costs.budgetAll")
                                : text.list(budget.counts().tags().entrySet().stream()
                                        .map(tag -> tag.getKey() + "=" + tag.getValue()).sorted().toList())),
                        budget.forecast().isEmpty() ? text.say("ui.costs.budgetNoForecast") : "", stale));
    }

    /// Of what is spent where that is over already, else of AWS's forecast.
    private Said drift(Budget budget) {
        Optional<Money> end = budget.state() == Budget.State.OVER ? budget.actual() : budget.forecast();
        return end.filter(money -> money.currency().equals(budget.limit().currency())).map(money -> {
            Plan.Amount limit = Plan.Amount.of(budget.limit());
            return text.drift(Drift.of(money, limit), limit, 2);
        }).orElse(Said.NOTHING);
    }

    private static String word(Budget.State state) {
        return switch (state) {
            case OVER -> "over";
            case WILL_BE_OVER -> "willBeOver";
            case WITHIN -> "within";
            case NOT_COMPUTED -> "notComputed";
        };
    }

    /// A rule of the file as it stands: its limit, the figure, and the document's word where it is reached.
    private CostLine rule(StackSnapshot stack, Condition rule) {
        boolean forecast = rule.metric().filter("cost.forecast"::equals).isPresent();
        Said value = rule.value().isEmpty() ? Said.NOTHING : Said.plain(money(stack, rule.value().getAsDouble()));
        Said limit = rule.threshold().isEmpty() ? Said.NOTHING
                : Said.plain(money(stack, rule.threshold().getAsDouble()));
        String word = stack.file().rules().stream().filter(one -> one.name().equals(rule.name())).findFirst()
                .flatMap(RuleSpec::says).orElse("");
        boolean reached = rule.state() == Condition.State.ALARM;
        Said beside = reached && !word.isEmpty() ? Said.of(text.say("ui.costs.document", word), Tone.NOTICE)
                : Said.muted(text.say("ui.costs.rule"));
        Said state = switch (rule.state()) {
            case ALARM -> Said.of(text.say("ui.costs.reached"), Tone.NOTICE);
            case OK -> Said.muted(text.say("ui.costs.notReached"));
            case UNKNOWN -> Said.muted(text.say("ui.costs.notKnown"));
        };
        return CostLine.of("rule " + rule.name(), Kind.LINE, rule.name(), new Cells(forecast ? Said.NOTHING : value,
                limit, beside, forecast ? value : Said.NOTHING, state), Optional.empty(),
                rule.name() + "\n" + words.say(rule.sentence()));
    }

    /// A rule compares with the plan, so it counts in the plan's money.
    private String money(StackSnapshot stack, double amount) {
        return text.exact(stack.file().plan().flatMap(Plan::counted)
                .map(plan -> new Money(BigDecimal.valueOf(amount), plan.to().currency()))
                .orElseGet(() -> Money.usd(BigDecimal.valueOf(amount).toPlainString())));
    }

    private static CostLine said(String key, String name, Said beside, String explanation) {
        return CostLine.of(key, Kind.LINE, name, Cells.planned(Said.NOTHING, beside), Optional.empty(), explanation);
    }

    private static String joined(String... parts) {
        return String.join("\n", java.util.Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }
}
