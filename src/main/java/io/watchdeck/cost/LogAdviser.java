package io.watchdeck.cost;

import io.watchdeck.cost.Advice.Given;
import io.watchdeck.cost.Advice.Kind;
import io.watchdeck.cost.Advice.NotGiven;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.StackFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Names the log groups whose lines never expire, where a stack pays for logs at all.
public record LogAdviser(StoragePrices prices) {

    /// As plans and Cost Explorer call what CloudWatch with its logs costs.
    static final String CLOUDWATCH = "AmazonCloudWatch";
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);
    private static final int DIGITS = 9;
    private static final int KEPT_DAYS = 30;

    /// What a log group holds.
    ///
    /// @param days after which its lines are deleted; empty for never
    public record Stored(long bytes, OptionalInt days) {}

    /// Whether the stack pays for CloudWatch by its plan or its bill and has log groups: only then are these asked for.
    public static boolean concerns(StackFile stack, Optional<CostReport> bill) {
        return !stack.components().logGroups().isEmpty()
                && (bill.filter(known -> known.byService().containsKey(CLOUDWATCH)).isPresent()
                        || stack.plan().filter(plan -> plan.lines().stream()
                                .anyMatch(line -> line.service().filter(CLOUDWATCH::equals).isPresent())).isPresent());
    }

    /// @param groups by name; empty as long as nobody has asked
    public List<Advice> of(StackFile stack, Optional<CostReport> bill, Map<String, Reading<Stored>> groups) {
        if (!concerns(stack, bill)) {
            return List.of();
        }
        var all = new ArrayList<Advice>();
        var forever = new TreeMap<String, BigDecimal>();
        var unread = new TreeMap<String, Phrase>();
        groups.forEach((name, reading) -> {
            switch (reading) {
                case Reading.Known<Stored>(Stored stored, var _) -> {
                    if (stored.days().isEmpty() && stored.bytes() > 0) {
                        forever.put(name, BigDecimal.valueOf(stored.bytes()).divide(GIGABYTE, DIGITS,
                                RoundingMode.HALF_UP));
                    }
                }
                case Reading.Unknown<Stored>(var failure, var _) -> unread.put(name, failure.sentence());
            }
        });
        if (!forever.isEmpty()) {
            expiring(stack, forever).ifPresent(all::add);
        }
        unread.values().stream().distinct().forEach(why -> all.add(new NotGiven(Kind.LOGS, stack,
                Phrase.of("advice.logs.notRead", String.join(", ", unread.entrySet().stream()
                        .filter(group -> group.getValue().equals(why)).map(Map.Entry::getKey).toList()), why))));
        return all;
    }

    /// All of what is stored is the most that can be saved: what stays is not.
    private Optional<Advice> expiring(StackFile stack, Map<String, BigDecimal> forever) {
        Optional<Money> price = prices.logs(stack.access().region());
        if (price.isEmpty()) {
            return Optional.of(new NotGiven(Kind.LOGS, stack,
                    Phrase.of("advice.logs.noPrice", names(forever), stack.access().region().code())));
        }
        BigDecimal stored = forever.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Money saving = new Money(price.get().amount().multiply(stored), price.get().currency()).rounded(2);
        return saving.amount().signum() == 0 ? Optional.empty() : Optional.of(new Given(Kind.LOGS, stack,
                Phrase.of("advice.logs.what", forever.size(), KEPT_DAYS),
                Phrase.of("advice.logs.why", names(forever)), saving, true,
                Phrase.of("advice.logs.sum", tenths(stored), price.get().amount().toPlainString(), prices.source()),
                Phrase.of("advice.logs.risk")));
    }

    private static String names(Map<String, BigDecimal> forever) {
        return String.join(", ", forever.entrySet().stream()
                .map(group -> group.getKey() + " (" + group.getValue().setScale(1, RoundingMode.HALF_UP) + " GB)")
                .toList());
    }

    private static double tenths(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
