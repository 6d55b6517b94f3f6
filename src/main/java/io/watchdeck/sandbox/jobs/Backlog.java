package io.watchdeck.sandbox.jobs;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;

/// The messages of a queue: which are visible, which are hidden and until when, and which is destroyed first. No verb
/// takes longer with more messages than their logarithm, but for those that concern all of them.
final class Backlog {

    /// @param number      in the order of their coming
    /// @param hiddenUntil in seconds of the epoch; of no meaning for one that is visible
    private record Held(long number, SimulatedMessage message, long hiddenUntil) {}

    private static final Comparator<Held> BY_RETURN =
            Comparator.comparingLong(Held::hiddenUntil).thenComparingLong(Held::number);
    private static final Comparator<Held> BY_SENDING =
            Comparator.<Held>comparingLong(held -> held.message().sentAt()).thenComparingLong(Held::number);

    private final SequencedMap<String, Held> all = new LinkedHashMap<>();
    private final SequencedMap<String, Held> visible = new LinkedHashMap<>();
    private final TreeSet<Held> hidden = new TreeSet<>(BY_RETURN);
    private final TreeSet<Held> bySending = new TreeSet<>(BY_SENDING);
    private long number;

    void add(SimulatedMessage message) {
        var held = new Held(number++, message, 0);
        all.put(message.id(), held);
        visible.put(message.id(), held);
        bySending.add(held);
    }

    /// The visible one that was so for longest.
    Optional<SimulatedMessage> next() {
        return Optional.ofNullable(visible.firstEntry()).map(Map.Entry::getValue).map(Held::message);
    }

    /// @param message as it is from now on; its id is that of a visible one
    void hide(SimulatedMessage message, long until) {
        Held old = visible.remove(message.id());
        if (old != null) {
            var held = new Held(old.number(), message, until);
            all.put(message.id(), held);
            hidden.add(held);
        }
    }

    /// Changes what a hidden message holds, and nothing else of it.
    void note(SimulatedMessage message) {
        Held old = all.get(message.id());
        if (old != null && hidden.remove(old)) {
            var held = new Held(old.number(), message, old.hiddenUntil());
            all.put(message.id(), held);
            hidden.add(held);
        }
    }

    /// Those whose time is over are visible again.
    void show(long now) {
        while (!hidden.isEmpty() && hidden.first().hiddenUntil() <= now) {
            Held held = hidden.removeFirst();
            visible.put(held.message().id(), held);
        }
    }

    void remove(String id) {
        Held held = all.remove(id);
        if (held != null) {
            bySending.remove(held);
            if (visible.remove(id) == null) {
                hidden.remove(held);
            }
        }
    }

    /// Destroys those that were sent at that second or before.
    void expire(long sentUntil) {
        while (!bySending.isEmpty() && bySending.first().message().sentAt() <= sentUntil) {
            remove(bySending.first().message().id());
        }
    }

    void clear() {
        all.clear();
        visible.clear();
        hidden.clear();
        bySending.clear();
    }

    boolean has(String id) {
        return all.containsKey(id);
    }

    Optional<SimulatedMessage> visible(String id) {
        return Optional.ofNullable(visible.get(id)).map(Held::message);
    }

    /// In the order of their coming.
    List<String> ids() {
        return List.copyOf(all.keySet());
    }

    /// The one that came first.
    Optional<SimulatedMessage> oldest() {
        return Optional.ofNullable(all.firstEntry()).map(Map.Entry::getValue).map(Held::message);
    }

    int visible() {
        return visible.size();
    }

    int hidden() {
        return hidden.size();
    }
}
