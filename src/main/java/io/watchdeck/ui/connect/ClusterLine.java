package io.watchdeck.ui.connect;

import io.watchdeck.model.Reading;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.words.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A cluster that was found, and whether a stack is to be made of it.
final class ClusterLine {

    private final String name;
    private final boolean watched;
    private final ReadOnlyStringWrapper services = new ReadOnlyStringWrapper("");
    private final BooleanProperty picked = new SimpleBooleanProperty();

    ClusterLine(ConnectDesk.Cluster cluster) {
        name = cluster.name();
        watched = cluster.watched().isPresent();
    }

    String name() {
        return name;
    }

    /// Whether a stack file describes it already, so that nobody means it who does not say so.
    boolean isWatched() {
        return watched;
    }

    void tell(ConnectDesk.Cluster now, Words words) {
        services.set(Stream.concat(now.services().map(count -> count(count, words)).stream(),
                now.watched().map(stack -> words.say("ui.connect.watched", stack)).stream())
                .collect(Collectors.joining(" · ")));
    }

    private static String count(Reading<Integer> services, Words words) {
        return switch (services) {
            case Reading.Known<Integer>(var number, var _) -> words.say("ui.connect.services", number);
            case Reading.Unknown<Integer>(var failure, var _) -> Said.sentence(failure, words);
        };
    }

    /// How many there are, or why nobody knows, and by which stack it is watched; empty while nothing is known.
    ReadOnlyStringProperty servicesProperty() {
        return services.getReadOnlyProperty();
    }

    BooleanProperty pickedProperty() {
        return picked;
    }
}
