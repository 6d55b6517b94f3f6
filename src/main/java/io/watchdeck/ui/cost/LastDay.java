package io.watchdeck.ui.cost;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.DayAnomaly;
import io.watchdeck.model.Money;
import io.watchdeck.ui.cost.FigureFacts.Value;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last day that is counted beside the same weekday of the week before.
record LastDay(CostText text, Words words) {

    private static final int WEEK = 7;
    private static final int NAMED = 3;

    /// @param nothing what to say where no day is known
    FigureFacts of(List<StackCost> all, List<CurrencyTotal> totals, List<Value> nothing) {
        Optional<LocalDate> last = CostFigures.latest(all);
        var values = new ArrayList<Value>();
        var details = new ArrayList<String>();
        last.ifPresent(day -> totals.forEach(total -> tell(total, day, values, details)));
        List<String> out = last.map(day -> all.stream().filter(one -> day(one, day).isEmpty()).map(StackCost::name)
                .toList()).orElse(List.of());
        boolean grows = last.isPresent() && all.stream().flatMap(one -> day(one, last.get()).stream())
                .anyMatch(BilledDays::estimated);
        String detail = CostFigures.joined(String.join(", ", details.stream().distinct().toList()),
                out.isEmpty() || values.isEmpty() ? "" : text.say("ui.costs.without", text.some(out, NAMED)));
        String title = last.map(day -> text.say("ui.costs.lastDayOn", words.weekday(day)))
                .orElseGet(() -> text.say("ui.costs.lastDay"));
        boolean untold = values.isEmpty() && last.isPresent();
        List<Value> shown = untold ? List.of(new Value(text.say("ui.costs.untold"), Tone.MUTED))
                : values.isEmpty() ? nothing : values;
        return new FigureFacts("last-day", title, grows ? text.say("ui.costs.grows") : "", shown, !values.isEmpty(),
                untold ? text.say("ui.costs.untoldWhy") : detail, title + "\n" + detail + (grows ? "\n"
                        + text.say("ui.costs.growsWhy") : ""));
    }

    private void tell(CurrencyTotal total, LocalDate day, List<Value> values, List<String> details) {
        List<StackCost> told = total.billed().stream().filter(one -> day(one, day).isPresent()).toList();
        if (told.isEmpty()) {
            return;
        }
        Money none = Money.zero(total.currency());
        Money sum = sum(told, day, none);
        values.add(new Value(text.exact(sum), Tone.PLAIN));
        LocalDate before = day.minusDays(WEEK);
        if (told.stream().allMatch(one -> day(one, before).isPresent())) {
            Money then = sum(told, before, none);
            Money more = sum.minus(then).rounded(2);
            String key = more.amount().signum() == 0 ? "ui.costs.sameAs"
                    : more.amount().signum() > 0 ? "ui.costs.moreThan" : "ui.costs.lessThan";
            details.add(text.say(key, text.exact(new Money(more.amount().abs(), more.currency())),
                    words.weekday(before), text.exact(then)));
        }
        String unusual = unusual(told, day);
        if (!unusual.isEmpty()) {
            details.add(unusual);
        }
    }

    /// What is unusual is said whatever is known of the other stacks; that nothing is, only where enough is known of all.
    private String unusual(List<StackCost> told, LocalDate day) {
        List<String> names = told.stream().filter(one -> !one.unusual(day).isEmpty()).map(StackCost::name).toList();
        if (!names.isEmpty()) {
            return text.say("ui.costs.unusual", text.some(names, NAMED));
        }
        return told.stream().allMatch(one -> DayAnomaly.isTold(one.singles(), day))
                ? text.say("ui.costs.nothingUnusual") : "";
    }

    private static Money sum(List<StackCost> told, LocalDate day, Money none) {
        return CostFigures.sum(told.stream().map(one -> day(one, day).orElseThrow().total().orElse(none)).toList(),
                none);
    }

    /// The day where the bill tells it apart.
    private static Optional<BilledDays> day(StackCost one, LocalDate day) {
        return one.report().flatMap(report -> report.days().stream()
                .filter(some -> some.isSingle() && some.first().equals(day)).findFirst());
    }
}
