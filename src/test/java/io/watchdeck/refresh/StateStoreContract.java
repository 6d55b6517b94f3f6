package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Reading;
import io.watchdeck.refresh.StateStore.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [StateStore] keeps.
public abstract class StateStoreContract {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:30.123456789Z");

    /// All that records of the subjects are made of.
    record Answer(String word, Optional<Instant> since, Optional<Instant> never, OptionalInt code, OptionalDouble limit,
            Duration every, List<Part> parts, Map<String, Integer> counts, Set<String> some) {

        record Part(String name, boolean good) {}

        /// Follows from the rest, and is not kept.
        boolean isGood() {
            return parts.stream().allMatch(Part::good);
        }
    }

    record Key(String cluster, String service) {}

    private static final Answer ANSWER = new Answer("실행 \"quoted\"", Optional.of(NOW), Optional.empty(),
            OptionalInt.of(137), OptionalDouble.empty(), Duration.ofSeconds(90), List.of(new Answer.Part("a", true)),
            Map.of("RUNNING", 2), Set.of("b"));

    private static final Topic<Key, Answer> TOPIC = new Topic<>("eu-west-1", "services", Key.class, Answer.class);

    private StateStore store;

    /// Empty.
    protected abstract StateStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    @Test
    void anAnswerComesBackAsItWas() {
        store.keep(TOPIC, Map.of(new Key("shop", "api"), new Reading.Known<>(ANSWER, NOW)));

        assertThat(store.read(TOPIC)).isEqualTo(Map.of(new Key("shop", "api"), new Reading.Known<>(ANSWER, NOW)));
    }

    @Test
    void theNewestAnswerToAQuestionCounts() {
        store.keep(TOPIC, Map.of(new Key("shop", "api"), new Reading.Known<>(ANSWER, NOW), new Key("shop", "web"),
                new Reading.Known<>(ANSWER, NOW)));
        Instant later = NOW.plusSeconds(60);
        store.keep(TOPIC, Map.of(new Key("shop", "api"), new Reading.Known<>(ANSWER, later)));

        assertThat(store.read(TOPIC)).hasSize(2).containsEntry(new Key("shop", "api"),
                new Reading.Known<>(ANSWER, later));
    }

    @Test
    void placesAndTopicsAreKeptApart() {
        var elsewhere = new Topic<Key, Answer>("us-east-1", "services", Key.class, Answer.class);
        var other = new Topic<Key, Answer>("eu-west-1", "tasks", Key.class, Answer.class);
        store.keep(TOPIC, Map.of(new Key("shop", "api"), new Reading.Known<>(ANSWER, NOW)));

        assertThat(store.read(elsewhere)).isEmpty();
        assertThat(store.read(other)).isEmpty();
    }

    @Test
    void whatAnotherVersionWroteIsLeftOut() {
        var before = new Topic<Key, String>("eu-west-1", "services", Key.class, String.class);
        store.keep(before, Map.of(new Key("shop", "api"), new Reading.Known<>("2 of 2", NOW)));
        store.keep(TOPIC, Map.of(new Key("shop", "web"), new Reading.Known<>(ANSWER, NOW)));

        assertThat(store.read(TOPIC)).containsOnlyKeys(new Key("shop", "web"));
    }

    @Test
    void whatIsTooOldIsForgotten() {
        store.keep(TOPIC, Map.of(new Key("shop", "old"), new Reading.Known<>(ANSWER, NOW.minusSeconds(1)),
                new Key("shop", "new"), new Reading.Known<>(ANSWER, NOW)));

        store.forget(NOW);

        assertThat(store.read(TOPIC)).containsOnlyKeys(new Key("shop", "new"));
    }
}
