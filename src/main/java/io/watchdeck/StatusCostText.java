package io.watchdeck;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.stack.Plan;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.Optional;

/// Says in one line what a stack has cost, what is forecast and what was planned.
record StatusCostText(Words words) {

    /// Empty where there is neither a plan nor an answer.
    Optional<String> line(StackSnapshot stack) {
        Optional<String> plan = stack.plan().flatMap(known -> known.plan().counted().map(whole -> plan(whole, known)));
        Optional<String> actual = switch (stack.cost().state()) {
            case Loadable.Ready<CostReport>(var report, var _) -> Optional.of(actual(report));
            case Loadable.Stale<CostReport>(var report, var _, var _) -> Optional.of(actual(report));
            case Loadable.Failed<CostReport>(var failure, var _) -> failure.isNotAsked() ? notAsked(plan)
                    : failure.kind() == Failure.Kind.NOT_KEPT ? plan.map(_ -> words.say(failure.sentence()))
                    : Optional.of(words.say(failure.sentence()));
            case Loadable.Loading<CostReport>() -> notAsked(plan);
        };
        return actual.map(text -> text + plan.map(more -> ", " + more).orElse(""));
    }

    /// Of a stack without a plan nobody expects a line.
    private Optional<String> notAsked(Optional<String> plan) {
        return plan.map(_ -> words.say("status.costNotAsked"));
    }

    private String actual(CostReport report) {
        return words.say("status.costActual", report.monthToDate(), report.asOf()) + report.forecast()
                .map(forecast -> ", " + words.say("status.costForecast", forecast)).orElse("");
    }

    /// With what of it AWS may bill, where these are not the same, and how far the forecast is from that.
    private String plan(Plan.Amount whole, PlanComparison against) {
        String said = plan(whole) + against.plan().outside().flatMap(_ -> against.measurable())
                .map(part -> " " + words.say("status.costAtAws", range(part))).orElse("");
        return against.drift().map(drift -> said + ", " + drift(drift)).orElse(said);
    }

    private String drift(Drift drift) {
        return switch (drift.kind()) {
            case OVER -> words.say("status.costOver", drift.by());
            case UNDER -> words.say("status.costUnder", drift.by());
            case WITHIN -> words.say("status.costWithin");
        };
    }

    private String range(Plan.Amount amount) {
        return amount.isRange() ? words.money(amount.from()) + "–" + words.money(amount.to())
                : words.money(amount.to());
    }

    private String plan(Plan.Amount amount) {
        return amount.isRange() ? words.say("status.costPlanRange", amount.from(), amount.to())
                : words.say("status.costPlan", amount.from());
    }
}
