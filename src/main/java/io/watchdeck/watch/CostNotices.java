package io.watchdeck.watch;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.DayAnomaly;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What money has to say of a stack beside the rules of its file: an unusual day, and budgets that are passed or will be.
/// Notices, for money wakes nobody. Pure.
final class CostNotices {

    /// A day that is longer ago is no news.
    private static final int NEWS_DAYS = 3;
    private static final int SERVICES = 2;

    private CostNotices() {}

    /// @param budgets of the account, as far as they are known
    static List<Condition> of(StackFile stack, Optional<CostReport> report, List<Budget> budgets, Instant now) {
        var found = new ArrayList<Condition>();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        report.filter(known -> !known.asOf().isBefore(today.minusDays(NEWS_DAYS)))
                .ifPresent(known -> unusual(stack, known).forEach(found::add));
        budgets.stream().filter(budget -> budget.concerns(stack.costFilter())).forEach(budget -> {
            switch (budget.state()) {
                case OVER -> found.add(budget(stack, budget, "condition.budgetOver", budget.actual().orElseThrow()));
                case WILL_BE_OVER -> found.add(budget(stack, budget, "condition.budgetWillBeOver",
                        budget.forecast().orElseThrow()));
                case WITHIN, NOT_COMPUTED -> {
                }
            }
        });
        return found;
    }

    /// The whole day and the services that make the most of it.
    private static List<Condition> unusual(StackFile stack, CostReport report) {
        List<DayAnomaly> all = DayAnomaly.of(report.days(), report.asOf());
        long whole = all.stream().filter(one -> one.service().isEmpty()).count();
        return all.stream().limit(whole + SERVICES).map(one -> unusual(stack, one)).toList();
    }

    private static Condition unusual(StackFile stack, DayAnomaly one) {
        String key = one.isMore() ? "condition.dayMore" : "condition.dayLess";
        Phrase sentence =
                Phrase.of(key, one.service().<Object>map(name -> name).orElseGet(() -> Phrase.of("condition.dayAll")),
                        one.amount(), one.day(), one.by(), one.weeks(), one.usual(),
                        one.isMore() ? one.highest() : one.lowest());
        return notice("cost-of-day" + one.service().map(name -> ":" + name).orElse(""), stack, one.amount(),
                one.isMore() ? one.highest() : one.lowest(),
                Optional.of(one.day().atStartOfDay(ZoneOffset.UTC).toInstant()), sentence);
    }

    private static Condition budget(StackFile stack, Budget budget, String key, Money amount) {
        return notice("budget:" + budget.name(), stack, amount, budget.limit(), Optional.empty(),
                Phrase.of(key, budget.name(), amount, budget.limit()));
    }

    private static Condition notice(String name, StackFile stack, Money amount, Money limit, Optional<Instant> since,
            Phrase sentence) {
        return new Condition(name, Source.RULE, new ComponentId(ComponentKind.STACK, stack.name()), Optional.empty(),
                Severity.NOTICE, State.ALARM, OptionalDouble.of(amount.amount().doubleValue()),
                OptionalDouble.of(limit.amount().doubleValue()), Optional.empty(), since, sentence);
    }
}
