package io.watchdeck.ui.alarms;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The alarms that are marked for a word, by occurrence: an alarm that comes again is not marked, however it was before.
/// What is not listed, or over, is not marked.
final class MarkedAlarms {

    private final Set<UUID> marks = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<List<AlarmFacts>> marked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper();

    /// How many lost their mark.
    record Lost(long hidden, long over) {}

    void toggle(UUID id) {
        if (!marks.remove(id)) {
            marks.add(id);
        }
    }

    /// Marks each of these, or none where all are marked.
    void toggleAll(List<AlarmFacts> listed) {
        if (all.get()) {
            marks.clear();
        } else {
            listed.stream().filter(AlarmFacts::live).map(AlarmFacts::id).forEach(marks::add);
        }
    }

    void clear() {
        marks.clear();
    }

    void remove(Collection<UUID> these) {
        marks.removeAll(these);
    }

    /// Marks what was marked there too.
    void goOn(MarkedAlarms before) {
        marks.addAll(before.marks);
    }

    boolean contains(AlarmFacts one) {
        return marks.contains(one.id());
    }

    /// @param listed in the order of the list
    /// @param live   whether an occurrence is not over
    /// @return what is hidden or over and was marked until now; empty where there is none
    Optional<Lost> keep(List<AlarmFacts> listed, Predicate<UUID> live) {
        Set<UUID> can = listed.stream().filter(AlarmFacts::live).map(AlarmFacts::id).collect(Collectors.toSet());
        int before = marks.size();
        long over = marks.stream().filter(live.negate()).count();
        boolean fewer = marks.retainAll(can);
        marked.set(listed.stream().filter(this::contains).toList());
        all.set(!can.isEmpty() && marks.containsAll(can));
        return fewer ? Optional.of(new Lost(before - marks.size() - over, over)) : Optional.empty();
    }

    /// In the order of the list.
    ReadOnlyObjectProperty<List<AlarmFacts>> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /// Whether all that can be are.
    ReadOnlyBooleanProperty allProperty() {
        return all.getReadOnlyProperty();
    }
}
