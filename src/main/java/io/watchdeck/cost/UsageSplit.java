package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.Plan.Line;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells lines of a plan apart that AWS bills under one name, by the usage types that they name. A usage type is that of
/// the first line that names it; what no line names is of the lines without usage types.
public final class UsageSplit {

    private final Plan plan;
    private final Bill bill;
    private final Map<String, Line> lineOf = new TreeMap<>();

    UsageSplit(Plan plan, Bill bill) {
        this.plan = plan;
        this.bill = bill;
        Map<Line, List<Pattern>> patterns = new LinkedHashMap<>();
        plan.lines().stream().filter(line -> !line.usage().isEmpty())
                .forEach(line -> patterns.put(line, line.usage().stream().map(UsageSplit::pattern).toList()));
        if (!patterns.isEmpty()) {
            bill.days().stream().flatMap(some -> some.byUsage().keySet().stream()).distinct()
                    .forEach(usage -> patterns.entrySet().stream().filter(entry -> entry.getValue().stream()
                            .anyMatch(pattern -> pattern.matcher(usage).matches())).findFirst()
                            .ifPresent(entry -> lineOf.put(usage, entry.getKey())));
        }
    }

    /// The line of a plan that names a usage type; empty for what no line names.
    public static Optional<Line> line(Plan plan, String usage) {
        return plan.lines().stream()
                .filter(line -> line.usage().stream().anyMatch(text -> pattern(text).matcher(usage).matches()))
                .findFirst();
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Arrays.stream(text.split("\\*", -1)).map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    /// The services that a plan splits: their usage types are to be asked for.
    public static Set<String> services(Plan plan) {
        return plan.lines().stream().filter(line -> !line.usage().isEmpty())
                .flatMap(line -> line.service().stream()).collect(Collectors.toSet());
    }

    /// Whether the month is told by usage type as far as it cost anything; without it nothing is split.
    public static boolean isTold(Plan plan, Bill bill) {
        Set<String> services = services(plan);
        YearMonth month = YearMonth.from(bill.asOf());
        return bill.days().stream().filter(some -> YearMonth.from(some.first()).equals(month))
                .filter(some -> services.stream().anyMatch(some.byService()::containsKey))
                .noneMatch(some -> some.byUsage().isEmpty());
    }

    /// Whether the line is told apart from others of its service, or from what no line names.
    boolean splits(Line line) {
        return line.service().filter(services(plan)::contains).isPresent() && isTold(plan, bill);
    }

    /// The lines of the same service that have no usage types: what is left is theirs together.
    List<Line> rest(Line line) {
        return plan.sharers(line).stream().filter(other -> other.usage().isEmpty()).toList();
    }

    /// What the line was billed, or the lines that have the rest; of days that are told by usage type.
    Bill only(Line line) {
        String service = line.service().orElseThrow();
        return new Bill(bill.asOf(), bill.days().stream()
                .filter(some -> !some.byUsage().isEmpty() || !some.byService().containsKey(service))
                .map(some -> new BilledDays(some.first(), some.end(),
                        amount(line, service, some).map(money -> Map.of(service, money)).orElse(Map.of()),
                        some.estimated()))
                .toList());
    }

    /// What of the month no line of the service names; empty where a line has it, and where it is nothing.
    Optional<Money> unnamed(String service) {
        List<Line> lines = plan.lines().stream().filter(line -> line.service().filter(service::equals).isPresent())
                .toList();
        return lines.stream().anyMatch(line -> line.usage().isEmpty()) || !splits(lines.getFirst()) ? Optional.empty()
                : sum(lines.getFirst(), service, true);
    }

    /// What the month has cost of the line, or of the rest.
    Optional<Money> toDate(Line line) {
        return sum(line, line.service().orElseThrow(), line.usage().isEmpty());
    }

    private Optional<Money> sum(Line line, String service, boolean rest) {
        YearMonth month = YearMonth.from(bill.asOf());
        return bill.days().stream().filter(some -> YearMonth.from(some.first()).equals(month))
                .flatMap(some -> (rest ? rest(service, some) : amount(line, service, some)).stream())
                .reduce(Money::plus);
    }

    private Optional<Money> amount(Line line, String service, BilledDays some) {
        return line.usage().isEmpty() ? rest(service, some)
                : some.byUsage().entrySet().stream().filter(entry -> line.equals(lineOf.get(entry.getKey())))
                        .map(Map.Entry::getValue).reduce(Money::plus);
    }

    private Optional<Money> rest(String service, BilledDays some) {
        return Optional.ofNullable(some.byService().get(service)).map(all -> some.byUsage().entrySet().stream()
                .filter(entry -> Optional.ofNullable(lineOf.get(entry.getKey())).flatMap(Line::service)
                        .filter(service::equals).isPresent())
                .map(Map.Entry::getValue).reduce(all, Money::minus));
    }
}
