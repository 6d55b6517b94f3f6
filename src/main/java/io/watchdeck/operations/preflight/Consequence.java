package io.watchdeck.operations.preflight;

import io.watchdeck.model.Phrase;
import java.util.Optional;

/// One thing that follows from an operation, or that a person should know before.
///
/// @param before what it is now, short; empty where nothing stands against something else
/// @param after  what it will be, short
public record Consequence(Topic topic, Weight weight, Phrase sentence, Optional<Phrase> before,
        Optional<Phrase> after) {

    /// What it is about, in the order of the dialog.
    public enum Topic {
        TARGET, RANGE, TASKS, REVISION, HEADROOM, GROWTH, DEPLOYMENT, FOLLOWED, ALARM, COST, SPOT, BASE, IMAGE,
        STOPPING, JOBS,
        MESSAGES,
        MOVING,
        CONSUMER, RETURN, LOOKED
    }

    public enum Weight {
        /// Nothing stands against it.
        FINE,
        /// It will happen, and is as a person would want it.
        TOLD,
        /// It could not be found out.
        UNKNOWN,
        /// It may do harm.
        WARNING,
        /// It would change nothing: what is wanted is so already, because nothing else has been chosen yet or because it
        /// has become so meanwhile.
        SAME,
        /// It makes the operation impossible.
        REFUSED;

        /// Whether a person should read it twice.
        public boolean warns() {
            return this == WARNING || this == UNKNOWN;
        }
    }

    static Consequence of(Topic topic, Weight weight, String key, Object... arguments) {
        return new Consequence(topic, weight, Phrase.of(key, arguments), Optional.empty(),
                Optional.empty());
    }

    /// The same after a sentence that says what it counts from.
    Consequence counted(Optional<Phrase> from) {
        return from.map(said -> new Consequence(topic, weight, Phrase.of("list.sentences", said, sentence), before,
                after)).orElse(this);
    }

    Consequence from(Phrase now, Phrase then) {
        return new Consequence(topic, weight, sentence, Optional.of(now), Optional.of(then));
    }

    Consequence from(Object now, Object then) {
        return from(Phrase.of("operation.value", now), Phrase.of("operation.value", then));
    }

    /// What it will be, where nothing stands against it.
    Consequence to(Phrase then) {
        return new Consequence(topic, weight, sentence, Optional.empty(), Optional.of(then));
    }
}
