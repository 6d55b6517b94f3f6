package io.watchdeck.refresh;

import io.watchdeck.model.Reading;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;

/// Keeps the newest answer to each question, so that the next start begins with what was known. Safe for use by several
/// threads.
public interface StateStore {

    /// A kind of question put to one place.
    ///
    /// @param place  the account and Region
    /// @param name   such as `services`
    /// @param key    what tells the questions apart
    /// @param answer what answers them, a record or a collection of records
    record Topic<K, V>(String place, String name, Class<K> key, Type answer) {}

    /// Replaces what was kept of the same questions; kept when this returns.
    <K, V> void keep(Topic<K, V> topic, Map<K, Reading.Known<V>> answers);

    /// What is kept. An answer that this version of the program does not understand is left out.
    <K, V> Map<K, Reading.Known<V>> read(Topic<K, V> topic);

    /// Forgets what was true before this instant: what is so old tells nothing of now, and may be of what no longer is.
    void forget(Instant before);
}
