package io.watchdeck.ui.cost;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.model.Money;
import io.watchdeck.ui.cost.FigureFacts.Value;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The four figures: what the month has cost, what it will, how that is beside the plans, and the last day.
record CostFigures(CostText text, Words words) {

    private static final int NAMED = 2;

    List<FigureFacts> of(List<StackCost> all) {
        List<CurrencyTotal> totals = CurrencyTotal.of(all);
        return List.of(toDate(all, totals), forecast(all, totals), against(all, totals),
                new LastDay(text, words).of(all, totals, nothing(all)));
    }

    private FigureFacts toDate(List<StackCost> all, List<CurrencyTotal> totals) {
        int billed = totals.stream().mapToInt(total -> total.billed().size()).sum();
        String count = all.isEmpty() ? "" : billed == all.size() ? text.say("ui.costs.stacks", billed)
                : text.say("ui.costs.someStacks", billed, all.size());
        String out = new LeftOut(text).ofBills(all);
        return figure("to-date", text.say("ui.costs.toDate"), asOf(all), totals.stream()
                .map(total -> new Value(text.exact(total.toDate()), Tone.PLAIN)).toList(), all,
                joined(count, out), "");
    }

    private FigureFacts forecast(List<StackCost> all, List<CurrencyTotal> totals) {
        String title = latest(all).map(day -> text.say("ui.costs.forecastOf", words.month(day)))
                .orElseGet(() -> text.say("ui.costs.forecast"));
        List<Value> values = totals.stream().flatMap(total -> total.forecast().stream())
                .map(money -> new Value(text.whole(money), Tone.PLAIN)).toList();
        long with = all.stream().filter(one -> one.forecast().isPresent()).count();
        String count = all.isEmpty() ? "" : with == all.size() ? text.say("ui.costs.stacks", with)
                : text.say("ui.costs.someStacks", with, all.size());
        boolean early = values.isEmpty() && !totals.isEmpty();
        return figure("forecast", title, asOf(all),
                early ? List.of(new Value(text.say("ui.costs.noForecast"), Tone.MUTED)) : values, all,
                early ? text.say("ui.costs.noForecastWhy") : joined(count, new LeftOut(text).ofForecasts(all)),
                text.say("ui.costs.forecastWhy"));
    }

    private FigureFacts against(List<StackCost> all, List<CurrencyTotal> totals) {
        List<CurrencyTotal> compared = totals.stream().filter(total -> total.drift().isPresent()).toList();
        String title = compared.size() == 1
                ? text.say("ui.costs.againstPlans", text.sum(compared.getFirst().planned().orElseThrow()))
                : text.say("ui.costs.against");
        List<Value> values = compared.stream().map(total -> {
            Said said = text.drift(total.drift().orElseThrow(), total.planned().orElseThrow(), 0);
            return new Value(said.text(), said.tone() == Tone.NOTICE ? Tone.NOTICE : Tone.PLAIN);
        }).toList();
        boolean nothing = values.isEmpty() && !totals.isEmpty();
        String over = text.some(all.stream().filter(one -> one.drift().filter(drift -> drift.kind()
                == Drift.Kind.OVER).isPresent()).map(one -> text.say("ui.costs.overBy", one.name(),
                        text.drift(one.drift().orElseThrow(), one.planned().orElseThrow(), 0).text()))
                .toList(), NAMED);
        return figure("against", title, "", nothing
                ? List.of(new Value(text.say("ui.costs.nothingToCompare"), Tone.MUTED)) : values, all,
                joined(over.isEmpty() && !compared.isEmpty() ? text.say("ui.costs.noneOver") : over,
                        new LeftOut(text).ofComparison(all)),
                text.say("ui.costs.againstWhy"));
    }

    private FigureFacts figure(String id, String title, String mark, List<Value> values, List<StackCost> all,
            String detail, String explanation) {
        return new FigureFacts(id, title, mark, values.isEmpty() ? nothing(all) : values, !values.isEmpty(), detail,
                joined("\n", title, detail, explanation));
    }

    /// Why there is no figure at all: what the stacks have in common, else that it is not known.
    private List<Value> nothing(List<StackCost> all) {
        if (all.isEmpty()) {
            return List.of(new Value(text.say("ui.costs.noStacks"), Tone.MUTED));
        }
        List<String> reasons = all.stream().flatMap(one -> one.absence(words).stream()).map(one -> one.word())
                .distinct().toList();
        return List.of(new Value(reasons.size() == 1 ? reasons.getFirst() : text.say("ui.costs.notKnown"), Tone.MUTED));
    }

    /// Of which day the figures are, or between which days.
    private String asOf(List<StackCost> all) {
        List<LocalDate> days = all.stream().flatMap(one -> one.report().stream()).map(CostReport::asOf).distinct()
                .sorted().toList();
        return days.isEmpty() ? "" : days.size() == 1 ? text.say("ui.costs.asOf", days.getFirst())
                : text.say("ui.costs.asOfSome", days.getFirst(), days.getLast());
    }

    static Optional<LocalDate> latest(List<StackCost> all) {
        return all.stream().flatMap(one -> one.report().stream()).map(CostReport::asOf)
                .max(Comparator.naturalOrder());
    }

    static String joined(String... parts) {
        return String.join("; ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private static String joined(String by, String one, String two, String three) {
        return String.join(by, Stream.of(one, two, three).filter(part -> !part.isEmpty()).toList());
    }

    static Money sum(List<Money> some, Money none) {
        return some.stream().reduce(Money::plus).orElse(none);
    }
}
