package io.watchdeck.watch;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.CostSource;
import io.watchdeck.cost.UsageSplit;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Reads what stacks have cost: the first time all of the month and at least five weeks, so that a day can be compared
/// with four of the same weekday before; later only the days that may have changed, because the price of a question is that of
/// its pages. Blocking.
final class CostReader {

    /// Cost Explorer is updated up to three times a day and corrects the days before.
    private static final int MAY_CHANGE = 3;
    private static final int FIVE_WEEKS = 35;
    private static final int KEPT_DAYS = 62;

    private final Optional<CostSource> source;
    private final Board board;
    private final Clock clock;

    CostReader(Optional<CostSource> source, Board board, Clock clock) {
        this.source = source;
        this.board = board;
        this.clock = clock;
    }

    /// One question for all of them, from the first day that one of them needs.
    Map<StackFile, Reading<CostReport>> read(List<StackFile> stacks) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = stacks.stream().map(stack -> first(stack, today)).min(LocalDate::compareTo).orElse(today);
        Map<CostFilter, Reading<Bill>> bills = source
                .map(known -> known.bills(stacks.stream().map(CostReader::filter).distinct().toList(), first))
                .orElse(Map.of());
        Map<CostFilter, Reading<Bill>> usages = usages(stacks, bills, first);
        var answers = new LinkedHashMap<StackFile, Reading<CostReport>>();
        Instant now = clock.instant();
        stacks.forEach(stack -> answers.put(stack, merged(stack, told(bills.getOrDefault(filter(stack),
                Reading.unknown(Failure.notKept(), now)), Optional.ofNullable(usages.get(filter(stack)))), first,
                today)));
        return answers;
    }

    /// How many paid requests a question for all of them takes at least; empty where there is nobody to ask.
    OptionalInt requests(List<StackFile> stacks) {
        return source.map(known -> OptionalInt.of(known.requests(stacks.stream().map(CostReader::filter).distinct()
                .toList()) + known.requests(split(stacks).keySet()))).orElse(OptionalInt.empty());
    }

    /// A second question, where plans split services by usage type and their bill is known.
    private Map<CostFilter, Reading<Bill>> usages(List<StackFile> stacks, Map<CostFilter, Reading<Bill>> bills,
            LocalDate first) {
        Map<CostFilter, Set<String>> split = split(stacks);
        split.keySet().removeIf(filter -> !(bills.get(filter) instanceof Reading.Known<Bill>));
        return split.isEmpty() ? Map.of() : source.map(known -> known.usages(split, first)).orElse(Map.of());
    }

    private static Map<CostFilter, Set<String>> split(List<StackFile> stacks) {
        var split = new LinkedHashMap<CostFilter, Set<String>>();
        stacks.forEach(stack -> stack.plan().map(UsageSplit::services).filter(services -> !services.isEmpty())
                .ifPresent(services -> split.computeIfAbsent(filter(stack), _ -> new TreeSet<>()).addAll(services)));
        return split;
    }

    /// The bill with its usage types, as far as they are known.
    private static Reading<Bill> told(Reading<Bill> bill, Optional<Reading<Bill>> usages) {
        return usages.map(more -> bill.flatMap(known -> more instanceof Reading.Known<Bill>(var told, var _)
                ? Reading.known(known.withUsages(told), bill.at()) : bill)).orElse(bill);
    }

    private LocalDate first(StackFile stack, LocalDate today) {
        LocalDate weeks = today.minusDays(FIVE_WEEKS);
        LocalDate month = today.withDayOfMonth(1);
        return kept(stack).filter(bill -> stack.plan().filter(plan -> !UsageSplit.isTold(plan, bill)).isEmpty())
                .map(bill -> bill.asOf().minusDays(MAY_CHANGE - 1L))
                .orElse(month.isBefore(weeks) ? month : weeks);
    }

    private Reading<CostReport> merged(StackFile stack, Reading<Bill> answer, LocalDate first, LocalDate today) {
        Optional<Bill> kept = kept(stack).filter(Bill::isAnything);
        return switch (answer) {
            case Reading.Known<Bill>(var bill, var at) ->
                Reading.known(kept.map(old -> old.with(bill)).orElse(bill).since(today.minusDays(KEPT_DAYS)).report(),
                        at);
            // Its tag is known from days before, so that these cost nothing.
            case Reading.Unknown<Bill>(var failure, var at) when failure.kind() == Failure.Kind.ABSENT
                    && kept.isPresent() && first.isBefore(today) ->
                Reading.known(kept.get().with(Bill.nothing(first, today.minusDays(1)))
                        .since(today.minusDays(KEPT_DAYS)).report(), at);
            case Reading.Unknown<Bill>(var failure, var at) -> Reading.unknown(failure, at);
        };
    }

    private Optional<Bill> kept(StackFile stack) {
        return board.cost.get(stack.id()).latest().map(CostReport::bill);
    }

    static CostFilter filter(StackFile stack) {
        return stack.costFilter().orElseGet(() -> new CostFilter(Map.of(), List.of()));
    }
}
