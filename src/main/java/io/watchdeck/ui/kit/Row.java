package io.watchdeck.ui.kit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A row of a table that stays the same row while what it says changes, so that a refresh keeps selection and scroll.
///
/// @param <K> what the row is about
/// @param <F> what it says
public final class Row<K, F> {

    private final K key;
    private final ReadOnlyObjectWrapper<F> facts;

    Row(K key, F facts) {
        this.key = key;
        this.facts = new ReadOnlyObjectWrapper<>(facts);
    }

    public K key() {
        return key;
    }

    public F facts() {
        return facts.get();
    }

    public ReadOnlyObjectProperty<F> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    void say(F newest) {
        if (!newest.equals(facts.get())) {
            facts.set(newest);
        }
    }
}
