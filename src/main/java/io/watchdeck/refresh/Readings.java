package io.watchdeck.refresh;

import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// What is known of many things of one kind. The newest answer wins: one that was given before the answer already here
/// is dropped, so that a slow reading never overwrites a later one. An answer from a future that the clock has taken back
/// gives way to any other. Safe for use by several threads.
public final class Readings<K, V> {

    private record Entry<V>(Loadable<V> state, Instant at) {}

    private final Clock clock;
    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private volatile BiConsumer<K, Reading<V>> told = (_, _) -> {};

    /// @param clock by which answers are given
    public Readings(Clock clock) {
        this.clock = clock;
    }

    public void accept(K key, Reading<V> reading) {
        entries.compute(key, (_, old) -> {
            if (old != null && reading.at().isBefore(old.at()) && !old.at().isAfter(clock.instant())) {
                return old;
            }
            Loadable<V> before = old == null ? Loadable.loading() : old.state();
            told.accept(key, reading);
            return new Entry<>(before.then(reading), reading.at());
        });
    }

    /// Every answer that is taken from now on is told, those about one thing in the order in which they are taken. Whoever is
    /// told holds nobody up and puts nothing here.
    public void tell(BiConsumer<K, Reading<V>> listener) {
        told = listener;
    }

    /// The answers that make what is known of each: the last good one where it still counts, and the failure after it.
    public Map<K, List<Reading<V>>> made() {
        var made = new HashMap<K, List<Reading<V>>>();
        entries.forEach((key, entry) -> made.put(key, switch (entry.state()) {
            case Loadable.Loading<V>() -> List.of();
            case Loadable.Ready<V>(var value, var asOf) -> List.of(Reading.known(value, asOf));
            case Loadable.Stale<V>(var value, var asOf, var failure) ->
                List.of(Reading.known(value, asOf), Reading.unknown(failure, entry.at()));
            case Loadable.Failed<V>(var failure, var at) -> List.of(Reading.unknown(failure, at));
        }));
        return made;
    }

    public void acceptAll(Map<K, Reading<V>> readings) {
        readings.forEach(this::accept);
    }

    /// The last good value of each that is younger than this instant.
    public Map<K, Reading.Known<V>> since(Instant after) {
        var newest = new HashMap<K, Reading.Known<V>>();
        entries.forEach((key, entry) -> entry.state().latestAsOf().filter(asOf -> asOf.isAfter(after))
                .ifPresent(asOf -> newest.put(key, new Reading.Known<>(entry.state().latest().orElseThrow(), asOf))));
        return newest;
    }

    public Loadable<V> get(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? Loadable.loading() : entry.state();
    }
}
