package io.watchdeck.report;

import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.StateStore;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.report.HandOver.Pin;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What persons pinned, kept with the state of the console for as long as a report can tell of that time. A pin that was
/// removed stays as one that is not shown: another console may have written it down too. Blocking; any thread.
///
/// @param state asking for it may wait until it is open
public record KeptPins(Supplier<StateStore> state) {

    /// No account and Region is called so.
    private static final Topic<String, Kept> TOPIC = new Topic<>("/console", "pin", String.class, Kept.class);

    private record Kept(Pin pin, boolean removed) {}

    /// In order of time.
    public List<Pin> read() {
        return state.get().read(TOPIC).values().stream().map(Reading.Known::value).filter(one -> !one.removed())
                .map(Kept::pin).sorted(Comparator.comparing(Pin::at)).toList();
    }

    /// In place of another of the same moment and stack.
    public void put(Pin pin) {
        keep(pin, false);
    }

    public void remove(Pin pin) {
        keep(pin, true);
    }

    /// What is kept of the state is forgotten by how old it is: a pin is dated to when nothing is kept of its time any more.
    private void keep(Pin pin, boolean removed) {
        Instant end = pin.at().plus(Tier.HOUR.kept());
        state.get().keep(TOPIC, Map.of(key(pin), new Reading.Known<>(new Kept(pin, removed), end)));
    }

    static String key(Pin pin) {
        return pin.at() + pin.stack().map(stack -> " " + stack.value()).orElse("");
    }
}
