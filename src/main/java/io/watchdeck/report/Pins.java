package io.watchdeck.report;

import io.watchdeck.report.HandOver.Pin;
import java.util.List;
import java.util.function.Consumer;

/// What screens ask of the moments that persons pinned. Every method returns at once.
public interface Pins {

    /// Those that are kept, in order of time; the answer comes on another thread.
    void read(Consumer<List<Pin>> answer);

    /// In place of another of the same moment and stack.
    void put(Pin pin);

    void remove(Pin pin);

    /// Who pins at present.
    String person();

    /// Where nothing is kept.
    static Pins none() {
        return new Pins() {
            @Override
            public void read(Consumer<List<Pin>> answer) {
                answer.accept(List.of());
            }

            @Override
            public void put(Pin pin) {}

            @Override
            public void remove(Pin pin) {}

            @Override
            public String person() {
                return "";
            }
        };
    }
}
