package io.watchdeck.watch.past;

import io.watchdeck.model.Reading;
import io.watchdeck.refresh.StateStore.Topic;
import java.time.Instant;
import java.util.Optional;

/// One answer to one question, as it came.
///
/// @param at     when it came; [Reading#at] may be earlier
/// @param before the value of the answer before it in the same session: where it is the same only the time is kept, else
///               what differs. Empty where there was none or it no longer counted, and in what is read back
public record Told<K, V>(Topic<K, V> topic, K about, Instant at, Reading<V> reading, Optional<V> before) {

    public Told(Topic<K, V> topic, K about, Instant at, Reading<V> reading) {
        this(topic, about, at, reading, Optional.empty());
    }
}
