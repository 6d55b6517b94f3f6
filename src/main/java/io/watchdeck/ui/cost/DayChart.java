package io.watchdeck.ui.cost;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.MonthEnd;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.kit.DayBars;
import io.watchdeck.ui.kit.DayBars.Day;
import io.watchdeck.ui.kit.DayBars.State;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The month, or some months, day by day, of the stacks that are billed in the currency of most.
///
/// @param note which stacks or days are not drawn, and why; may be empty
record DayChart(Optional<DayBars> bars, String note) {

    static DayChart of(List<StackCost> all, Breakdown breakdown, DayRange range, CostText text) {
        List<CurrencyTotal> totals = CurrencyTotal.of(all);
        if (totals.isEmpty()) {
            return new DayChart(Optional.empty(), text.say("ui.costs.noDays"));
        }
        LocalDate asOf = CostFigures.latest(totals.getFirst().billed()).orElseThrow();
        YearMonth month = YearMonth.from(asOf);
        List<StackCost> drawn = totals.getFirst().billed().stream().filter(one -> YearMonth.from(
                one.report().orElseThrow().asOf()).equals(month)).toList();
        return new Builder(text, text.words(), drawn, asOf, totals.getFirst().currency(), range).build(all, breakdown);
    }

    private record Builder(CostText text, Words words, List<StackCost> drawn, LocalDate asOf, Currency currency,
            DayRange range) {

        DayChart build(List<StackCost> all, Breakdown breakdown) {
            LocalDate end = asOf.withDayOfMonth(1).plusMonths(1);
            List<LocalDate> month = firstTold(range.first(asOf)).datesUntil(end).toList();
            DayParts parts = DayParts.of(breakdown, drawn, month, text.say("ui.costs.others"));
            OptionalDouble outline = outline();
            List<Day> days = month.stream().map(date -> day(date, parts, outline)).toList();
            Optional<DayBars.Guide> guide = guide();
            var head = new ArrayList<String>();
            head.add(text.say("ui.costs.countedUpTo", asOf));
            guide.map(DayBars.Guide::text).ifPresent(head::add);
            return new DayChart(Optional.of(new DayBars(parts.parts(), days, currency, guide, head,
                    sentence(days, guide))), note(all, month));
        }

        /// Months of which nothing is kept say nothing but that.
        private LocalDate firstTold(LocalDate wanted) {
            LocalDate known = drawn.stream().flatMap(one -> one.singles().keySet().stream())
                    .min(Comparator.naturalOrder()).orElse(wanted);
            LocalDate month = asOf.withDayOfMonth(1);
            LocalDate first = known.isAfter(wanted) ? known : wanted;
            return range == DayRange.MONTH || first.isAfter(month) ? month : first;
        }

        private Day day(LocalDate date, DayParts parts, OptionalDouble outline) {
            String title = words.weekday(date);
            if (date.isAfter(asOf)) {
                return new Day(date, State.AHEAD, title, List.of(), outline, List.of(outline.isPresent()
                        ? text.say("ui.costs.dayAhead", money(outline.getAsDouble()))
                        : text.say("ui.costs.dayNotCounted")), false);
            }
            List<StackCost> told = told(date);
            if (told.isEmpty()) {
                return new Day(date, State.UNTOLD, title, List.of(), OptionalDouble.empty(),
                        List.of(text.say("ui.costs.dayUntold")), false);
            }
            List<Double> amounts = parts.amounts(drawn, date);
            var said = new ArrayList<String>();
            for (int part = 0; part < amounts.size(); part++) {
                said.add(text.say("ui.costs.dayPart", parts.names().get(part), money(amounts.get(part))));
            }
            List<String> missing = drawn.stream().filter(one -> !told.contains(one)).map(StackCost::name).toList();
            if (!missing.isEmpty()) {
                said.add(text.say("ui.costs.without", text.list(missing)));
            }
            if (told.stream().flatMap(one -> DayParts.single(one, date)).anyMatch(some -> some.estimated())) {
                said.add(text.say("ui.costs.grows"));
            }
            List<String> unusual = unusual(date);
            said.addAll(unusual);
            double sum = amounts.stream().mapToDouble(Double::doubleValue).sum();
            return new Day(date, State.COUNTED, text.say("ui.costs.daySum", title, money(sum)), amounts,
                    OptionalDouble.empty(), said, !unusual.isEmpty());
        }

        /// With its arithmetic.
        private List<String> unusual(LocalDate date) {
            return drawn.stream().flatMap(one -> one.unusual(date).stream()
                    .filter(found -> range.isFewDays() || found.service().isEmpty())
                    .map(found -> text.say(found.isMore() ? "ui.costs.unusualMore" : "ui.costs.unusualLess",
                            found.service().map(name -> one.name() + ", " + name).orElse(one.name()), found.amount(),
                            found.by(), found.weeks(), found.usual(), found.isMore() ? found.highest()
                                    : found.lowest())))
                    .toList();
        }

        private List<StackCost> told(LocalDate date) {
            return drawn.stream().filter(one -> DayParts.single(one, date).findAny().isPresent()).toList();
        }

        /// What a day that is left is taken to cost by the forecasts; empty where a stack has none.
        private OptionalDouble outline() {
            int left = asOf.lengthOfMonth() - asOf.getDayOfMonth();
            List<Optional<MonthEnd>> ends = drawn.stream().map(one -> one.report().orElseThrow().end()).toList();
            if (left == 0 || ends.stream().anyMatch(Optional::isEmpty)) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(drawn.stream().map(one -> one.report().orElseThrow())
                    .mapToDouble(report -> DayParts.amount(report.forecast().orElseThrow()
                            .minus(report.monthToDate())) / left)
                    .sum());
        }

        /// The plans' share of a day, by the upper ends of ranges.
        private Optional<DayBars.Guide> guide() {
            List<Plan.Amount> plans = drawn.stream()
                    .filter(one -> one.standing() != StackCost.Standing.OTHER_CURRENCY)
                    .flatMap(one -> one.planned().stream()).toList();
            return plans.stream().map(Plan.Amount::to).reduce(Money::plus)
                    .map(sum -> DayParts.amount(sum) / asOf.lengthOfMonth())
                    .map(daily -> new DayBars.Guide(daily,
                            text.say("ui.costs.plansDaily", plans.size(), money(daily))));
        }

        private String sentence(List<Day> days, Optional<DayBars.Guide> guide) {
            List<Double> sums = days.stream().filter(day -> day.state() == State.COUNTED)
                    .map(day -> day.amounts().stream().mapToDouble(Double::doubleValue).sum()).toList();
            if (sums.isEmpty()) {
                return text.say("ui.costs.daysUntold", words.monthName(asOf));
            }
            String counted = text.say("ui.costs.daysSentence", words.monthName(asOf), sums.size(), asOf,
                    money(sums.stream().min(Double::compare).orElseThrow()),
                    money(sums.stream().max(Double::compare).orElseThrow()), money(sums.getLast()));
            return guide.map(plan -> counted + " " + plan.text()).orElse(counted);
        }

        private String note(List<StackCost> all, List<LocalDate> month) {
            List<String> other = all.stream().filter(one -> one.report().isPresent() && !drawn.contains(one))
                    .map(StackCost::name).toList();
            List<String> unknown = all.stream().filter(one -> one.report().isEmpty()).map(StackCost::name).toList();
            List<String> partly = drawn.stream().filter(one -> month.stream().filter(date -> !date.isAfter(asOf))
                    .anyMatch(date -> DayParts.single(one, date).findAny().isEmpty())).map(this::untold)
                    .toList();
            var said = new ArrayList<String>();
            if (!other.isEmpty()) {
                said.add(text.say("ui.costs.notDrawn", text.list(other), currency.getCurrencyCode()));
            }
            if (!unknown.isEmpty()) {
                said.add(text.say("ui.costs.notDrawnUnknown", text.list(unknown)));
            }
            said.addAll(partly);
            return String.join(" ", said);
        }

        /// Which days of a stack are known as a sum only, or not at all.
        private String untold(StackCost one) {
            CostReport report = one.report().orElseThrow();
            return report.days().stream().filter(some -> !some.isSingle() && YearMonth.from(some.first())
                    .equals(YearMonth.from(asOf))).findFirst()
                    .map(some -> text.say("ui.costs.sumOnly", one.name(), some.first(), some.end().minusDays(1),
                            text.exact(some.total().orElseGet(() -> Money.zero(currency)))))
                    .orElseGet(() -> text.say("ui.costs.daysMissing", one.name()));
        }

        private String money(double amount) {
            return words.money(new Money(BigDecimal.valueOf(amount), currency));
        }
    }
}
