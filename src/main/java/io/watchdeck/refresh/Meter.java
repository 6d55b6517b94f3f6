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
import java.util.function.Predicate;

/// Counts and prices the console's own calls: since it began, and with a store since the begin of the month, whatever
/// console made them. Days and months are those of UTC, as on AWS's bill. Safe for use by several threads.
///
/// A call that costs something is kept when [#count] returns; free ones wait for [#flush].
public final class Meter implements CallMeter {

    private static final System.Logger LOG = System.getLogger(Meter.class.getName());

    private final PriceList prices;
    private final Allowance allowance;
    private final Clock clock;
    private final Map<String, Long> calls = new TreeMap<>();
    private Optional<Money> cap = Optional.empty();
    private final Map<MeteredCalls.Slot, MeteredCalls> month = new LinkedHashMap<>();
    private Map<MeteredCalls.Slot, MeteredCalls> unwritten = new LinkedHashMap<>();
    private Optional<MeterStore> store = Optional.empty();
    /// What is to be the store as soon as it tells what it has.
    private Optional<MeterStore> unread = Optional.empty();
    private volatile Optional<String> elsewhere = Optional.empty();
    private final ReentrantLock writing = new ReentrantLock();

    public Meter(PriceList prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
        allowance = new Allowance(prices, clock);
    }

    /// What is free up to a number of requests a month.
    public Allowance allowance() {
        return allowance;
    }

    /// The most that the calls of a month may cost; without it there is no end.
    public synchronized void limit(Money most) {
        cap = Optional.of(most);
    }

    /// Empty without a limit.
    public synchronized Optional<Money> most() {
        return cap;
    }

    /// How near the end is.
    public synchronized Saving saving() {
        return cap.map(most -> Saving.of(spentThisMonth(), most, dollars(prices.least()))).orElse(Saving.NONE);
    }

    /// Until it is taken back it is in every sum, in the store, too: whoever is killed in between has counted too much.
    @Override
    public Optional<Runnable> reserve(ApiCall call) {
        BigDecimal price;
        LocalDate day;
        synchronized (this) {
            day = today();
            price = price(call);
            if (price.signum() > 0
                    && cap.filter(most -> spentThisMonth().plus(dollars(price)).compareTo(most) > 0).isPresent()) {
                return Optional.empty();
            }
            note(call, day, price);
        }
        keep(price);
        return Optional.of(() -> takeBack(call, day, price));
    }

    @Override
    public void elsewhere(String host) {
        elsewhere = Optional.of(host);
    }

    @Override
    public void atAws() {
        elsewhere = Optional.empty();
    }

    /// The endpoint in place of AWS's own to which all calls go that this run counts; empty where one went to AWS, or all do.
    public Optional<String> elsewhere() {
        return elsewhere;
    }

    private void takeBack(ApiCall call, LocalDate day, BigDecimal price) {
        synchronized (this) {
            calls.computeIfPresent(name(call), (_, count) -> count > 1 ? count - 1 : null);
            MeteredCalls.of(call, day, price).stream().map(MeteredCalls::negated).forEach(this::add);
        }
        keep(price);
    }

    @Override
    public void count(ApiCall call) {
        BigDecimal price;
        synchronized (this) {
            price = price(call);
            note(call, today(), price);
        }
        keep(price);
    }

    @Override
    public boolean affords(ApiCall call, long requests, boolean spare) {
        return allowance.affords(call, requests, spare);
    }

    /// What a call would cost now, in US dollars.
    public BigDecimal price(ApiCall call) {
        return allowance.isFree(call) ? BigDecimal.ZERO : prices.price(call);
    }

    private synchronized void note(ApiCall call, LocalDate day, BigDecimal price) {
        calls.merge(name(call), 1L, Long::sum);
        MeteredCalls.of(call, day, price).forEach(this::add);
    }

    private static String name(ApiCall call) {
        return call.service() + ":" + call.operation();
    }

    private void add(MeteredCalls one) {
        found(one);
        one.addTo(unwritten);
    }

    private void keep(BigDecimal price) {
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
                    before.forEach(this::found);
                    store = from;
                    unread = Optional.empty();
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private synchronized void putBack(List<MeteredCalls> some) {
        some.forEach(one -> one.addTo(unwritten));
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
            others.forEach(this::found);
        }
        return true;
    }

    /// Counts what others had counted before, and what is kept already.
    public synchronized void found(Collection<MeteredCalls> others) {
        others.forEach(this::found);
    }

    private void found(MeteredCalls more) {
        more.addTo(month);
        allowance.count(more);
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

    /// How many requests left, or may have, by `Service:Operation`.
    public synchronized Map<String, Long> calls() {
        return Map.copyOf(calls);
    }

    public synchronized Money spentToday() {
        LocalDate today = today();
        return spent(one -> one.day().equals(today));
    }

    public synchronized Money spentThisMonth() {
        return spent(isThisMonth());
    }

    /// What is counted of this month, by account, day, call and payer, by whatever console as far as it is known.
    public synchronized List<MeteredCalls> thisMonth() {
        month.values().removeIf(isThisMonth().negate());
        return List.copyOf(month.values());
    }

    private Money spent(Predicate<MeteredCalls> counts) {
        return dollars(month.values().stream().filter(counts).map(MeteredCalls::price).reduce(BigDecimal.ZERO,
                BigDecimal::add));
    }

    private Predicate<MeteredCalls> isThisMonth() {
        YearMonth now = YearMonth.from(today());
        return one -> YearMonth.from(one.day()).equals(now);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Money dollars(BigDecimal amount) {
        return new Money(amount, Currency.getInstance("USD"));
    }
}
