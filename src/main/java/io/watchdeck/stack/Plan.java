package io.watchdeck.stack;

import io.watchdeck.model.Money;
import java.util.List;
import java.util.Optional;

/// What the stack was designed to cost in a month. The declared total may differ from the sum of the lines: both are
/// kept, and the difference is shown.
///
/// @param total  the total that the design declares
/// @param lines  its lines, in the design's order
/// @param target the total that the design wants to reach next
public record Plan(Optional<Amount> total, List<Line> lines, Optional<Money> target) {

    public Plan {
        lines = List.copyOf(lines);
    }

    /// An amount a month, or a range of amounts; both ends are equal for a single amount.
    public record Amount(Money from, Money to) {
        public static Amount of(Money amount) {
            return new Amount(amount, amount);
        }

        public boolean isRange() {
            return from.amount().compareTo(to.amount()) != 0;
        }

        public Amount plus(Amount other) {
            return new Amount(from.plus(other.from), to.plus(other.to));
        }
    }

    /// @param service the name under which Cost Explorer bills it; empty for what AWS does not bill
    /// @param reserve money set aside rather than spent
    public record Line(String name, Amount amount, Optional<String> service, boolean reserve) {}

    /// Whether another line names the same service of the bill, so that neither has its sum for itself.
    public boolean isShared(Line line) {
        return line.service().isPresent() && lines.stream().filter(other -> other.service().equals(line.service()))
                .count() > 1;
    }

    /// The sum of the lines, empty when there are none.
    public Optional<Amount> linesTotal() {
        return lines.stream().map(Line::amount).reduce(Amount::plus);
    }
}
