package io.watchdeck.watch;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.CostSource;
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
        var answers = new LinkedHashMap<StackFile, Reading<CostReport>>();
        Instant now = clock.instant();
        stacks.forEach(stack -> answers.put(stack, merged(stack, bills.getOrDefault(filter(stack),
                Reading.unknown(Failure.notKept(), now)), first, today)));
        return answers;
    }

    private LocalDate first(StackFile stack, LocalDate today) {
        LocalDate weeks = today.minusDays(FIVE_WEEKS);
        LocalDate month = today.withDayOfMonth(1);
        return kept(stack).map(bill -> bill.asOf().minusDays(MAY_CHANGE - 1L))
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
