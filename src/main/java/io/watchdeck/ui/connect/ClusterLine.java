package io.watchdeck.ui.connect;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A cluster that was found, and whether a stack is to be made of it.
final class ClusterLine {

    private final String name;
    private final ReadOnlyStringWrapper services = new ReadOnlyStringWrapper("");
    private final BooleanProperty picked = new SimpleBooleanProperty();

    ClusterLine(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void tell(String count) {
        services.set(count);
    }

    /// How many there are, or why nobody knows; empty while that is asked.
    ReadOnlyStringProperty servicesProperty() {
        return services.getReadOnlyProperty();
    }

    BooleanProperty pickedProperty() {
        return picked;
    }
}
