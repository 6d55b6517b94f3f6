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
/// @param phases what the design says of other times: how it was before, or how it will be when it has grown; shown, and
///               compared with nothing
public record Plan(Optional<Amount> total, List<Line> lines, Optional<Money> target, List<Phase> phases) {

    public Plan {
        lines = List.copyOf(lines);
        phases = List.copyOf(phases);
    }

    public Plan(Optional<Amount> total, List<Line> lines, Optional<Money> target) {
        this(total, lines, target, List.of());
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

        /// Both ends apart: a total of 56 is −15 to lines of 71.
        public Amount minus(Amount other) {
            return new Amount(from.minus(other.from), to.minus(other.to));
        }

        /// Whether both are the same money: `12.50` is `12.5`.
        public boolean equalsMoney(Amount other) {
            return from.compareTo(other.from) == 0 && to.compareTo(other.to) == 0;
        }
    }

    /// Another time of the same design.
    ///
    /// @param name such as "Growth phase"
    public record Phase(String name, Optional<Amount> total, List<Line> lines) {
        public Phase {
            lines = List.copyOf(lines);
        }

        /// What the declared total and the sum of the lines are apart; empty where they agree, or one is missing.
        public Optional<Amount> contradiction() {
            return Plan.contradiction(total, lines);
        }
    }

    /// @param service the name under which Cost Explorer bills it; empty for what AWS does not bill
    /// @param reserve money set aside rather than spent
    /// @param usage   which usage types of the service it is, such as `*NatGateway-Hours` (`*` matches anything); empty
    ///                for all that no other line of the service names
    public record Line(String name, Amount amount, Optional<String> service, boolean reserve, List<String> usage) {

        public Line {
            usage = List.copyOf(usage);
        }

        public Line(String name, Amount amount, Optional<String> service, boolean reserve) {
            this(name, amount, service, reserve, List.of());
        }

        /// Neither billed by AWS nor set aside: no bill of AWS says what it costs.
        public boolean isOutside() {
            return service.isEmpty() && !reserve;
        }
    }

    /// Whether another line names the same service of the bill, so that neither has its sum for itself.
    public boolean isShared(Line line) {
        return line.service().isPresent() && sharers(line).size() > 1;
    }

    /// The lines that AWS bills under the same name, the line itself among them.
    public List<Line> sharers(Line line) {
        return lines.stream().filter(other -> other.service().equals(line.service())).toList();
    }

    /// The sum of the lines, empty when there are none.
    public Optional<Amount> linesTotal() {
        return sum(lines);
    }

    /// What counts as the plan: the declared total, else the sum of the lines.
    public Optional<Amount> counted() {
        return total.or(this::linesTotal);
    }

    /// What the declared total and the sum of the lines are apart; empty where they agree, or one is missing.
    public Optional<Amount> contradiction() {
        return contradiction(total, lines);
    }

    /// The lines that no bill of AWS will ever hold.
    public Optional<Amount> outside() {
        return sum(lines.stream().filter(Line::isOutside).toList());
    }

    /// What is set aside.
    public Optional<Amount> reserve() {
        return sum(lines.stream().filter(Line::reserve).toList());
    }

    private static Optional<Amount> sum(List<Line> some) {
        return some.stream().map(Line::amount).reduce(Amount::plus);
    }

    private static Optional<Amount> contradiction(Optional<Amount> total, List<Line> lines) {
        return total.flatMap(declared -> sum(lines).filter(added -> !added.equalsMoney(declared))
                .map(declared::minus));
    }
}
