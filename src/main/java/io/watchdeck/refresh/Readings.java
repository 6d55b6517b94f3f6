package io.watchdeck.refresh;

import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of many things of one kind. The newest answer wins: one that was given before the answer already here
/// is dropped, so that a slow reading never overwrites a later one. An answer from a future that the clock has taken back
/// gives way to any other. Safe for use by several threads.
public final class Readings<K, V> {

    private record Entry<V>(Loadable<V> state, Instant at) {}

    private final Clock clock;
    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();

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
            return new Entry<>(before.then(reading), reading.at());
        });
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
