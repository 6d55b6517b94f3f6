package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a card says about one component, as blocks in one or two columns.
///
/// @param key   of the component, stable over refreshes
/// @param title what it is
/// @param name  how AWS knows it
/// @param age   of its oldest figure; empty where a date stands instead
/// @param basis the width it would like to have
record CardFacts(String key, ComponentKind kind, String title, String name, Optional<Age> age, List<Block> left,
        List<Block> right, double basis, Optional<AwsReference> reference) {

    CardFacts {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /// Cost and contradictions are about the stack, the other cards about one component.
    boolean aboutTheWhole() {
        return kind == ComponentKind.STACK;
    }

    /// A part of a card.
    sealed interface Block {}

    /// The figure the card is about.
    record Big(Tone tone, String value, String caption) implements Block {}

    record Missing(Absence absence) implements Block {}

    /// A name and its value.
    ///
    /// @param late how old the value is, where that is late
    record Line(String name, String value, Tone tone, String tooltip, Optional<Age> late) implements Block {
        Line(String name, String value, Tone tone, String tooltip) {
            this(name, value, tone, tooltip, Optional.empty());
        }

        static Line of(String name, String value) {
            return new Line(name, value, Tone.PLAIN, "");
        }
    }

    /// @param full what it says in full, where the text is a short form
    record Sentence(String text, Tone tone, String full) implements Block {
        Sentence(String text, Tone tone) {
            this(text, tone, "");
        }
    }

    /// A part of the facts that is not known though the rest is, with the reason.
    record Lacking(String what, Absence absence) implements Block {}

    /// The last hour.
    record Spark(Series series, OptionalDouble limit, Tone tone, String sentence) implements Block {}

    record Bar(double value, double extension, OptionalDouble tick, boolean tickIsPlan, Tone tone, String caption,
            String tickCaption, String sentence) implements Block {}
}
