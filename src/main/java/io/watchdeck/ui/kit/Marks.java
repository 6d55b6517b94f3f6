package io.watchdeck.ui.kit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The rows of a table that a person has marked, by what they are about. A mark stays while rows are refreshed, sorted and
/// filtered, so that rows can be gathered under one filter after the other; how many are hidden is known. What is there no
/// longer is not marked. What is marked is only ever read: nothing in the cloud is changed for several rows at once.
public final class Marks<K> {

    private final Set<K> marks = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<Set<K>> marked = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyIntegerWrapper hidden = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper();
    private List<K> listed = List.of();

    public void toggle(K key) {
        if (!marks.remove(key)) {
            marks.add(key);
        }
        tell();
    }

    /// Marks each that is listed, or none of them where all are marked.
    public void toggleListed() {
        if (all.get()) {
            listed.forEach(marks::remove);
        } else {
            marks.addAll(listed);
        }
        tell();
    }

    /// @return whether any was marked
    public boolean clear() {
        boolean any = !marks.isEmpty();
        marks.clear();
        tell();
        return any;
    }

    /// Marks what was marked there too; told as soon as rows are shown.
    public void goOn(Marks<K> before) {
        marks.addAll(before.marks);
    }

    /// @param shown in the order of the table
    /// @param there all that could be, filtered away or not
    public void show(List<K> shown, Collection<K> there) {
        listed = List.copyOf(shown);
        marks.retainAll(there);
        tell();
    }

    private void tell() {
        Set<K> sight = Set.copyOf(listed);
        hidden.set((int) marks.stream().filter(key -> !sight.contains(key)).count());
        all.set(!sight.isEmpty() && marks.containsAll(sight));
        marked.set(Set.copyOf(marks));
    }

    public boolean contains(K key) {
        return marks.contains(key);
    }

    /// Those of them that are marked, in their order.
    public <F> List<F> of(List<F> rows, Function<F, K> keyOf) {
        return rows.stream().filter(row -> marks.contains(keyOf.apply(row))).toList();
    }

    public ReadOnlyObjectProperty<Set<K>> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /// How many of the marked are not listed.
    public ReadOnlyIntegerProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /// Whether all that is listed is marked.
    public ReadOnlyBooleanProperty allProperty() {
        return all.getReadOnlyProperty();
    }
}
