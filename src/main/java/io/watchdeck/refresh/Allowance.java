package io.watchdeck.refresh;

import io.watchdeck.model.FreeShare;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The requests that AWS answers free of charge each month, and what is left of Watchdeck's share of them. They are given
/// to an account, all Regions together; months are those of UTC. Beyond the share a request is taken for one that costs:
/// other tools may have used the rest, and what they use nobody tells. Safe for use by several threads.
public final class Allowance {

    private static final Duration DAY = Duration.ofDays(1);

    private final PriceList prices;
    private final Clock clock;
    private final Map<Owner, Map<String, Long>> used = new HashMap<>();
    private YearMonth month = YearMonth.of(1970, 1);
    private volatile FreeShare share = FreeShare.ALL;

    /// What is used this month of the requests of a service that are free.
    ///
    /// @param free  given to each account a month
    /// @param part  Watchdeck's share of them as it was set
    /// @param share the same as a number of requests
    /// @param used  by account, beyond the share too; an account that made none is not there
    public record Use(String service, long free, FreeShare part, long share, Map<String, Long> used) {
        public Use {
            used = Map.copyOf(used);
        }
    }

    /// Who has such requests: an account, of a service.
    private record Owner(String account, String service) {}

    Allowance(PriceList prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    /// Watchdeck's share of the free requests; all of them until this is called.
    public void share(FreeShare part) {
        share = part;
    }

    /// Whether a request is one of the free ones that are left of the share.
    synchronized boolean isFree(ApiCall call) {
        long most = share.of(prices.free(call.service(), call.operation()));
        return most > 0 && counts(call).values().stream().mapToLong(Long::longValue).sum() < most;
    }

    /// Whether so many requests like this one can be made free of charge, so that enough is left for those of other kinds
    /// (alarms, lists) until the month ends: these have no other way.
    ///
    /// @param spare only of what would be left over in the end, if the month went on as it has begun
    synchronized boolean affords(ApiCall call, long requests, boolean spare) {
        long most = share.of(prices.free(call.service(), call.operation()));
        Map<String, Long> counts = counts(call);
        long same = counts.getOrDefault(call.operation(), 0L);
        long others = counts.values().stream().mapToLong(Long::longValue).sum() - same;
        double wanted = spare ? atTheEnd(same + requests) : same + requests;
        return wanted + atTheEnd(others) <= most;
    }

    /// Counts requests that were made, whether they were free or not.
    synchronized void count(MeteredCalls calls) {
        startMonth();
        String service = calls.call().substring(0, Math.max(0, calls.call().indexOf(':')));
        String operation = calls.call().substring(calls.call().indexOf(':') + 1);
        if (YearMonth.from(calls.day()).equals(month) && prices.free(service, operation) > 0) {
            used.computeIfAbsent(new Owner(calls.account(), service), _ -> new HashMap<>())
                    .merge(operation, calls.calls(), Long::sum);
        }
    }

    /// What is used of each service that has free requests.
    public synchronized List<Use> used() {
        startMonth();
        return prices.free().entrySet().stream()
                .map(free -> new Use(free.getKey(), free.getValue(), share, share.of(free.getValue()),
                        used.entrySet().stream().filter(entry -> entry.getKey().service().equals(free.getKey()))
                                .collect(Collectors.toMap(entry -> entry.getKey().account(),
                                        entry -> entry.getValue().values().stream().mapToLong(Long::longValue)
                                                .sum()))))
                .toList();
    }

    private Map<String, Long> counts(ApiCall call) {
        startMonth();
        return used.getOrDefault(new Owner(call.account(), call.service()), Map.of());
    }

    private void startMonth() {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (!now.equals(month)) {
            month = now;
            used.clear();
        }
    }

    /// A count at the end of the month, if it goes on as it has; the first day tells no more than a day does.
    private double atTheEnd(long soFar) {
        Instant begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration passed = Duration.between(begin, clock.instant());
        double seconds = passed.compareTo(DAY) < 0 ? DAY.toSeconds() : passed.toSeconds();
        return soFar * (Duration.between(begin, end).toSeconds() / seconds);
    }
}
