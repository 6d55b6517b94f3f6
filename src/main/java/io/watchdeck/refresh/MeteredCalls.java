package io.watchdeck.refresh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How often one operation was called in an account on one day for somebody, and what it cost. What is told of all
/// together is what was called: a request for parts of several stacks is a call of "several", its units and its price are
/// those of each.
///
/// @param account the account whose credentials signed the calls, or "unknown" before it is known
/// @param day     of UTC, as on AWS's bill
/// @param call    `Service:Operation`, such as `CloudWatch:GetMetricData`
/// @param units   what the price counts, such as metrics
/// @param price   of all of them together, in dollars, to twelve places
public record MeteredCalls(String account, LocalDate day, String call, Payer payer, long calls, long units,
        BigDecimal price) {

    private static final int DIGITS = 12;

    /// What is counted together.
    public record Slot(String account, LocalDate day, String call, Payer payer) {}

    /// One call, share by share; the last share takes what rounding leaves, so that they add up to the price.
    static List<MeteredCalls> of(ApiCall call, LocalDate day, BigDecimal price) {
        String name = call.service() + ":" + call.operation();
        if (call.shares().size() == 1) {
            Payer payer = call.shares().keySet().iterator().next();
            return List.of(new MeteredCalls(call.account(), day, name, payer, 1, call.units(), price));
        }
        var all = new ArrayList<MeteredCalls>();
        all.add(new MeteredCalls(call.account(), day, name, new Payer.Several(call.shares().size()), 1, 0,
                BigDecimal.ZERO));
        BigDecimal left = price;
        int unitsLeft = call.units();
        for (Map.Entry<Payer, Integer> share : call.shares().entrySet()) {
            unitsLeft -= share.getValue();
            BigDecimal part = unitsLeft == 0 ? left : price.multiply(BigDecimal.valueOf(share.getValue()))
                    .divide(BigDecimal.valueOf(call.units()), DIGITS, RoundingMode.HALF_UP);
            left = left.subtract(part);
            all.add(new MeteredCalls(call.account(), day, name, share.getKey(), 0, share.getValue(), part));
        }
        return all;
    }

    /// What takes these back.
    MeteredCalls negated() {
        return new MeteredCalls(account, day, call, payer, -calls, -units, price.negate());
    }

    /// Whether nothing is left of what was taken back.
    private boolean isNothing() {
        return calls == 0 && units == 0 && price.signum() == 0;
    }

    /// Adds these to what was counted together with them; of what was taken back nothing is left.
    public void addTo(Map<Slot, MeteredCalls> counted) {
        counted.merge(new Slot(account, day, call, payer), this, (one, other) -> {
            MeteredCalls both = one.plus(other);
            return both.isNothing() ? null : both;
        });
    }

    /// With more of the same.
    MeteredCalls plus(MeteredCalls more) {
        return new MeteredCalls(account, day, call, payer, calls + more.calls, units + more.units,
                price.add(more.price));
    }
}
