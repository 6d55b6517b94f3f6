package io.watchdeck.ui.timeline;

import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.report.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keeps pins in memory and answers at once, or when it is told to.
final class FakePins implements Pins {

    final List<Pin> kept = new ArrayList<>();
    private final List<Consumer<List<Pin>>> waiting = new ArrayList<>();
    private boolean atOnce = true;

    void hold() {
        atOnce = false;
    }

    /// With what was kept when it was asked.
    void answer(List<Pin> then) {
        waiting.removeFirst().accept(then);
    }

    @Override
    public void read(Consumer<List<Pin>> answer) {
        if (atOnce) {
            answer.accept(List.copyOf(kept));
        } else {
            waiting.add(answer);
        }
    }

    @Override
    public void put(Pin pin) {
        remove(pin);
        kept.add(pin);
    }

    @Override
    public void remove(Pin pin) {
        kept.removeIf(one -> one.at().equals(pin.at()) && one.stack().equals(pin.stack()));
    }

    @Override
    public String person() {
        return "sora";
    }
}
