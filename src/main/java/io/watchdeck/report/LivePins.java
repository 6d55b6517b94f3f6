package io.watchdeck.report;

import io.watchdeck.refresh.Background;
import io.watchdeck.report.HandOver.Pin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Writes pins down away from the thread that pins them, each as it is newest. Safe for use by several threads.
public final class LivePins implements Pins {

    private final KeptPins kept;
    private final Supplier<String> person;
    private final Consumer<Throwable> onMistake;
    private final Map<String, Change> waiting = new LinkedHashMap<>();
    /// Held while something is written, so that nothing older follows.
    private final Object writing = new Object();

    private record Change(Pin pin, boolean removed) {}

    /// @param onMistake a mistake of the program
    public LivePins(KeptPins kept, Supplier<String> person, Consumer<Throwable> onMistake) {
        this.kept = kept;
        this.person = person;
        this.onMistake = onMistake;
    }

    @Override
    public void read(Consumer<List<Pin>> answer) {
        Background.run("pins", () -> {
            write();
            answer.accept(kept.read());
        }, onMistake);
    }

    @Override
    public void put(Pin pin) {
        change(new Change(pin, false));
    }

    @Override
    public void remove(Pin pin) {
        change(new Change(pin, true));
    }

    private void change(Change change) {
        synchronized (waiting) {
            waiting.put(KeptPins.key(change.pin()), change);
        }
        Background.run("pins", this::write, onMistake);
    }

    /// Writes what was pinned before the call. Blocking.
    public void write() {
        synchronized (writing) {
            List<Change> changes;
            synchronized (waiting) {
                changes = List.copyOf(waiting.values());
                waiting.clear();
            }
            for (Change one : changes) {
                if (one.removed()) {
                    kept.remove(one.pin());
                } else {
                    kept.put(one.pin());
                }
            }
        }
    }

    @Override
    public String person() {
        return person.get();
    }
}
