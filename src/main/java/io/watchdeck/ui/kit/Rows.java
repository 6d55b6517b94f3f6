package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of a table, kept from one refresh to the next. Only what differs is changed: texts in place, order by a
/// permutation, so that the table's selection follows its row.
public final class Rows<K, F> {

    private final Function<F, K> keyOf;
    private final Map<K, Row<K, F>> known = new HashMap<>();
    private final ObservableList<Row<K, F>> shown = FXCollections.observableArrayList();
    private final ObservableList<Row<K, F>> view = FXCollections.unmodifiableObservableList(shown);

    public Rows(Function<F, K> keyOf) {
        this.keyOf = keyOf;
    }

    public ObservableList<Row<K, F>> shown() {
        return view;
    }

    public Optional<Row<K, F>> find(K key) {
        return shown.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    public List<F> facts() {
        return shown.stream().map(Row::facts).toList();
    }

    /// Puts the rows into place with one change. For thousands that come or go: each stretch of them that goes by itself
    /// costs the toolkit more than all of them at once. A selection does not follow its row.
    ///
    /// @param wanted what to show, in order
    public void replace(List<F> wanted) {
        var places = new LinkedHashMap<K, Integer>();
        place(wanted, places);
        known.keySet().retainAll(places.keySet());
        shown.setAll(places.keySet().stream().map(known::get).toList());
    }

    /// @param wanted what to show, in order
    public void show(List<F> wanted) {
        var places = new LinkedHashMap<K, Integer>();
        List<Row<K, F>> added = place(wanted, places);
        if (known.size() > places.size()) {
            known.keySet().retainAll(places.keySet());
            shown.removeIf(row -> !places.containsKey(row.key()));
        }
        shown.addAll(added);
        Comparator<Row<K, F>> order = Comparator.comparing(row -> places.get(row.key()));
        if (!inOrder(order)) {
            FXCollections.sort(shown, order);
        }
    }

    /// @return the rows that were not there before
    private List<Row<K, F>> place(List<F> wanted, Map<K, Integer> places) {
        var added = new ArrayList<Row<K, F>>();
        for (F facts : wanted) {
            K key = keyOf.apply(facts);
            places.put(key, places.size());
            Row<K, F> row = known.get(key);
            if (row == null) {
                row = new Row<>(key, facts);
                known.put(key, row);
                added.add(row);
            } else {
                row.say(facts);
            }
        }
        return added;
    }

    private boolean inOrder(Comparator<Row<K, F>> order) {
        for (int index = 1; index < shown.size(); index++) {
            if (order.compare(shown.get(index - 1), shown.get(index)) > 0) {
                return false;
            }
        }
        return true;
    }
}
