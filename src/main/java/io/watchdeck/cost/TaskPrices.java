package io.watchdeck.cost;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The price of one task of each service of a stack, from its plan and from its bill.
public record TaskPrices(StackFile stack) {

    /// As Cost Explorer calls what Fargate tasks cost.
    static final String COMPUTE = "Amazon Elastic Container Service";
    /// As AWS's own examples count a month.
    static final BigDecimal HOURS_A_MONTH = new BigDecimal(730);

    private static final Pattern COUNTED = Pattern.compile("\\((\\d+) tasks?\\)");
    private static final Set<String> COMMON = Set.of("ecs", "fargate", "task", "tasks", "service", "aws");
    private static final int DIGITS = 6;
    private static final int MOST_DAYS = 7;
    private static final int FEWEST_DAYS = 3;
    private static final int HOURS_A_DAY = 24;
    private static final double COVERED = 0.9;

    /// By the line of the plan: one of its own, and the tasks that the line names or the design wants.
    public UnitPrice ofPlan(ServiceSpec service) {
        Optional<Plan> plan = stack.plan();
        List<Plan.Line> lines = plan.map(all -> all.lines().stream()
                .filter(line -> line.service().filter(COMPUTE::equals).isPresent()).toList()).orElse(List.of());
        if (lines.isEmpty()) {
            return unknown(plan.isEmpty() ? "unitPrice.noPlan" : "unitPrice.noLine");
        }
        Optional<Plan.Line> own = own(service, lines);
        if (own.isEmpty()) {
            return unknown("unitPrice.sharedLine", lines.size(), services().size());
        }
        OptionalInt tasks = tasks(own.get(), service);
        if (tasks.isEmpty() || tasks.getAsInt() == 0) {
            return unknown("unitPrice.noTasks");
        }
        Plan.Amount amount = own.get().amount();
        var each = new Plan.Amount(share(amount.from(), tasks.getAsInt()), share(amount.to(), tasks.getAsInt()));
        Phrase sum = Phrase.of("unitPrice.plan", said(amount), own.get().name(), tasks.getAsInt());
        return new UnitPrice.Known(each, service.spotWeight().isPresent()
                ? Phrase.of("unitPrice.planSpot", sum, service.spotWeight().getAsInt()) : sum);
    }

    /// The days that [#ofBill] needs the running tasks of.
    public static TimeRange days(CostReport bill) {
        LocalDate end = bill.asOf();
        return new TimeRange(end.minusDays(MOST_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant(),
                end.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// By the bill of the last full days and the task hours that are known of them. The last day that is billed may still
    /// grow and does not count.
    ///
    /// @param running by service, hourly averages of running tasks
    public UnitPrice ofBill(ServiceSpec service, Optional<CostReport> bill, Map<String, Series> running) {
        if (bill.isEmpty()) {
            return unknown("unitPrice.noBill");
        }
        if (services().size() > 1 && services().stream().map(ServiceSpec::size).distinct().count() > 1
                || services().size() > 1 && service.size().isEmpty()) {
            return unknown("unitPrice.sizes", services().size());
        }
        LocalDate end = bill.get().asOf();
        List<BilledDays> days = bill.get().days().stream()
                .filter(day -> day.isSingle() && day.first().isBefore(end)
                        && !day.first().isBefore(end.minusDays(MOST_DAYS)) && day.byService().containsKey(COMPUTE))
                .toList();
        if (days.size() < FEWEST_DAYS) {
            return unknown("unitPrice.fewDays", FEWEST_DAYS, days.size());
        }
        double hours = 0;
        for (ServiceSpec one : services()) {
            for (BilledDays day : days) {
                Series known = of(day.first(), running.getOrDefault(one.name(), Series.empty()));
                if (known.size() < COVERED * HOURS_A_DAY) {
                    return unknown("unitPrice.fewHours", one.name(), day.first());
                }
                hours += known.samples().stream().mapToDouble(sample -> sample.value()).sum() / known.size()
                        * HOURS_A_DAY;
            }
        }
        if (hours <= 0) {
            return unknown("unitPrice.noHours");
        }
        Money billed = days.stream().map(day -> day.byService().get(COMPUTE)).reduce(Money::plus).orElseThrow();
        var month = new Money(billed.amount().multiply(HOURS_A_MONTH).divide(BigDecimal.valueOf(hours), DIGITS,
                RoundingMode.HALF_UP), billed.currency());
        return new UnitPrice.Known(Plan.Amount.of(month), Phrase.of("unitPrice.bill", billed, days.size(),
                Math.round(hours), days.getFirst().first(), days.getLast().first()));
    }

    private static Series of(LocalDate day, Series all) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return all.between(begin, begin.plusSeconds(HOURS_A_DAY * 3600L));
    }

    private Optional<Plan.Line> own(ServiceSpec service, List<Plan.Line> lines) {
        if (services().size() == 1 && lines.size() == 1) {
            return Optional.of(lines.getFirst());
        }
        List<Plan.Line> named = lines.stream().filter(line -> names(line, service)).toList();
        return named.size() == 1 && services().stream().filter(one -> names(named.getFirst(), one)).count() == 1
                ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /// Whether a word of the line that is not common to such lines is a part of the service's name.
    private static boolean names(Plan.Line line, ServiceSpec service) {
        Set<String> parts = Set.of(service.name().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        return List.of(COUNTED.matcher(line.name()).replaceAll("").toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .stream().filter(word -> !COMMON.contains(word) && !word.isEmpty())
                .collect(Collectors.toSet()).stream().anyMatch(parts::contains);
    }

    private static OptionalInt tasks(Plan.Line line, ServiceSpec service) {
        Matcher counted = COUNTED.matcher(line.name());
        return counted.find() ? OptionalInt.of(Integer.parseInt(counted.group(1))) : service.desired();
    }

    private List<ServiceSpec> services() {
        return stack.components().services();
    }

    private static Money share(Money whole, int parts) {
        return new Money(whole.amount().divide(BigDecimal.valueOf(parts), DIGITS, RoundingMode.HALF_UP),
                whole.currency());
    }

    private static Phrase said(Plan.Amount amount) {
        return amount.isRange() ? Phrase.of("unitPrice.range", amount.from(), amount.to())
                : Phrase.of("unitPrice.amount", amount.to());
    }

    private static UnitPrice unknown(String key, Object... arguments) {
        return new UnitPrice.NotKnown(Phrase.of(key, arguments));
    }
}
