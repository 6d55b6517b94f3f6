package io.watchdeck.refresh;

import io.watchdeck.model.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/// Counts and prices the console's own calls: since it began, and with a store since the begin of the month, whatever
/// console made them. Days and months are those of UTC, as on AWS's bill. Safe for use by several threads.
///
/// A call that costs something is kept when [#count] returns; free ones wait for [#flush].
public final class Meter implements CallMeter {

    private static final System.Logger LOG = System.getLogger(Meter.class.getName());

    private final PriceList prices;
    private final Clock clock;
    private final Map<String, Long> calls = new TreeMap<>();
    private final Map<LocalDate, BigDecimal> days = new TreeMap<>();
    private Map<Slot, MeteredCalls> unwritten = new LinkedHashMap<>();
    private Optional<MeterStore> store = Optional.empty();
    /// What is to be the store as soon as it tells what it has.
    private Optional<MeterStore> unread = Optional.empty();
    private final ReentrantLock writing = new ReentrantLock();

    private record Slot(String account, LocalDate day, String call) {}

    public Meter(PriceList prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public void count(ApiCall call) {
        BigDecimal price = prices.price(call);
        String name = call.service() + ":" + call.operation();
        synchronized (this) {
            LocalDate day = today();
            calls.merge(name, 1L, Long::sum);
            days.merge(day, price, BigDecimal::add);
            add(new MeteredCalls(call.account(), day, name, 1, price));
        }
        if (price.signum() > 0) {
            try {
                flush();
            } catch (IllegalStateException failed) {
                // The call itself is not to fail for it; what was counted is written with the next.
                LOG.log(System.Logger.Level.WARNING, "Keeping the meter", failed);
            }
        }
    }

    /// Goes on from what other runs of the console have counted, and keeps what this one counts.
    ///
    /// @throws IllegalStateException when it cannot be read or written; each [#flush] tries it again
    public void keepIn(MeterStore kept) {
        synchronized (this) {
            unread = Optional.of(kept);
        }
        goOn();
        flush();
    }

    /// Keeps what has been counted; without a store, or one that cannot be read yet, it waits.
    ///
    /// @throws IllegalStateException when it cannot be written, and waits
    public void flush() {
        writing.lock();
        try {
            try {
                goOn();
            } catch (IllegalStateException unreadable) {
                LOG.log(System.Logger.Level.DEBUG, "Reading the meter", unreadable);
            }
            List<MeteredCalls> some;
            Optional<MeterStore> to;
            synchronized (this) {
                to = store;
                if (to.isEmpty() || unwritten.isEmpty()) {
                    return;
                }
                some = List.copyOf(unwritten.values());
                unwritten = new LinkedHashMap<>();
            }
            boolean done = false;
            try {
                to.get().add(some);
                done = true;
            } finally {
                if (!done) {
                    putBack(some);
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private void goOn() {
        writing.lock();
        try {
            Optional<MeterStore> from;
            synchronized (this) {
                from = unread;
            }
            if (from.isPresent()) {
                List<MeteredCalls> before = from.get().read(YearMonth.from(today()).atDay(1), today());
                synchronized (this) {
                    before.forEach(one -> days.merge(one.day(), one.price(), BigDecimal::add));
                    store = from;
                    unread = Optional.empty();
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private synchronized void putBack(List<MeteredCalls> some) {
        some.forEach(this::add);
    }

    /// Counts what another process of the same account has called. Kept when this returns.
    ///
    /// @return whether it was taken; without a store it is not
    /// @throws IllegalStateException when it could not be kept, and was not counted
    public boolean take(Collection<MeteredCalls> others) {
        Optional<MeterStore> to;
        synchronized (this) {
            to = store;
        }
        if (to.isEmpty()) {
            return false;
        }
        to.get().add(others);
        synchronized (this) {
            others.forEach(one -> days.merge(one.day(), one.price(), BigDecimal::add));
        }
        return true;
    }

    /// Counts what others had counted before, and what is kept already.
    public synchronized void found(Collection<MeteredCalls> others) {
        others.forEach(one -> days.merge(one.day(), one.price(), BigDecimal::add));
    }

    /// What is counted of some days, both included, by whatever console; nothing without a store.
    ///
    /// @throws IllegalStateException when it cannot be read
    public List<MeteredCalls> counted(LocalDate first, LocalDate last) {
        flush();
        Optional<MeterStore> from;
        synchronized (this) {
            from = store;
        }
        return from.map(kept -> kept.read(first, last)).orElse(List.of());
    }

    private void add(MeteredCalls more) {
        unwritten.merge(new Slot(more.account(), more.day(), more.call()), more,
                (one, other) -> new MeteredCalls(one.account(), one.day(), one.call(), one.calls() + other.calls(),
                        one.price().add(other.price())));
    }

    /// How many requests left, by `Service:Operation`.
    public synchronized Map<String, Long> calls() {
        return Map.copyOf(calls);
    }

    public synchronized Money spentToday() {
        return dollars(days.getOrDefault(today(), BigDecimal.ZERO));
    }

    public synchronized Money spentThisMonth() {
        YearMonth month = YearMonth.from(today());
        return dollars(days.entrySet().stream().filter(day -> YearMonth.from(day.getKey()).equals(month))
                .map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Money dollars(BigDecimal amount) {
        return new Money(amount, Currency.getInstance("USD"));
    }
}
