package io.watchdeck.ui.kit;

import io.watchdeck.model.Severity;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Whether a list leaves out what is fine, and how many rows that hides. What is not known is not fine; a notice is: it
/// never needs anybody. It stays on until a person turns it off, whatever else is filtered.
public final class OnlyFaults {

    private final Runnable changed;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper hidden = new ReadOnlyIntegerWrapper();

    /// @param changed lists the rows anew
    public OnlyFaults(Runnable changed) {
        this.changed = changed;
    }

    public static boolean isFault(Severity severity) {
        return severity.compareTo(Severity.NOTICE) > 0;
    }

    public void turn(boolean wanted) {
        if (wanted != on.get()) {
            on.set(wanted);
            changed.run();
        }
    }

    public void toggle() {
        turn(!on.get());
    }

    /// As it was for the same list in another language; lists nothing anew.
    public void goOn(OnlyFaults before) {
        on.set(before.on.get());
    }

    /// What of these rows is listed.
    ///
    /// @param rows what every other filter leaves
    public <F> List<F> of(List<F> rows, Function<F, Severity> severity) {
        List<F> listed = on.get() ? rows.stream().filter(row -> isFault(severity.apply(row))).toList() : rows;
        hides(rows.size() - listed.size());
        return listed;
    }

    /// @param rows that it hides now
    public void hides(int rows) {
        hidden.set(rows);
    }

    /// Why a list is empty of which it hides all, and how they come back; empty where that is not why.
    ///
    /// @param listed how many rows are
    public String emptyText(Words words, int listed) {
        return listed == 0 && hidden.get() > 0 ? words.say("ui.faults.none", hidden.get()) : "";
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }
}
