package io.watchdeck.watch.past;

import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.StateStore.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps what a console was told, in frames that follow each other without a break as long as it runs. Between two sessions
/// nobody looked: nothing is said of that time. Blocking; safe for use by several threads.
public interface AnswerStore {

    /// Kept when this returns. Frames of a place are added in order of time; the first of a session is whole.
    void add(Frame frame);

    /// Of which anything is kept.
    Set<String> places();

    /// What was known of a place at a moment; empty where nobody looked.
    Optional<Known> at(String place, Instant moment);

    /// The times in which somebody looked at a place, cut to the range, in order; neighbours are one.
    List<TimeRange> watched(String place, TimeRange range);

    /// Every other answer to the questions of a topic: what was known at the begin of the range, where somebody looked then,
    /// and what came in it that said something else than the answer before. In order of time.
    <K, V> List<Told<K, V>> changes(Topic<K, V> topic, TimeRange range);

    /// Puts the frames of each hour together that is over, so that they take less room. Takes some milliseconds.
    ///
    /// @param before only what ended before
    void tidy(Instant before);

    /// Forgets what was known before a moment, but for what is needed to know what was known later.
    void forget(Instant before);

    /// What was known at a moment.
    interface Known {

        /// When the console began to be told of the place.
        Instant session();

        /// The answers that make what was known of each question: the last good one where it still counted, and the failure
        /// after it where there was one. A value that this version of the program does not understand is left out.
        <K, V> Map<K, List<Reading<V>>> of(Topic<K, V> topic);

        /// The samples that came since a moment, in the order in which they came; at least those of the session.
        List<Heard> heard(Instant since);
    }

    /// One in which nothing is kept.
    static AnswerStore none() {
        return new AnswerStore() {

            @Override
            public void add(Frame frame) {}

            @Override
            public Set<String> places() {
                return Set.of();
            }

            @Override
            public Optional<Known> at(String place, Instant moment) {
                return Optional.empty();
            }

            @Override
            public List<TimeRange> watched(String place, TimeRange range) {
                return List.of();
            }

            @Override
            public <K, V> List<Told<K, V>> changes(Topic<K, V> topic, TimeRange range) {
                return List.of();
            }

            @Override
            public void tidy(Instant before) {}

            @Override
            public void forget(Instant before) {}
        };
    }
}
