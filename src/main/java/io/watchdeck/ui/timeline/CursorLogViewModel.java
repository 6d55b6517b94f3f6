package io.watchdeck.ui.timeline;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.ui.kit.logs.LogTailViewModel;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The log of a service around the cursor: of the one that a person chose, else of the one that the event at the cursor is
/// about. Nothing is read before somebody unfolds it, and then where the cursor rests.
public final class CursorLogViewModel {

    private final LogTailViewModel tail;
    private final ReadOnlyObjectWrapper<List<String>> services = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> service = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<StackId> stack = Optional.empty();
    private Optional<Inspected> inspected = Optional.empty();
    private Instant now = Instant.EPOCH;
    private boolean chosen;
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper();

    CursorLogViewModel(Words words) {
        tail = new LogTailViewModel(words);
        tail.open(false);
    }

    /// @param known of whatever service is looked at closely
    void show(StackSnapshot newest, Optional<Inspected> known, Instant at) {
        now = at;
        inspected = known;
        List<String> names = newest.file().components().services().stream().map(ServiceSpec::name).toList();
        services.set(names);
        if (!stack.equals(Optional.of(newest.file().id())) || service.get().filter(names::contains).isEmpty()) {
            stack = Optional.of(newest.file().id());
            chosen = false;
            service.set(names.stream().findFirst());
        }
        write();
    }

    /// An event of a service is at the cursor.
    void event(String about) {
        if (!chosen && services.get().contains(about)) {
            service.set(Optional.of(about));
            write();
        }
    }

    /// A person wants the log of that service, whatever is at the cursor.
    void choose(String wanted) {
        if (services.get().contains(wanted) && !service.get().equals(Optional.of(wanted))) {
            chosen = true;
            service.set(Optional.of(wanted));
            write();
        }
    }

    /// The cursor goes on: what the log shows is of another moment until it rests.
    void moves() {
        behind.set(true);
    }

    /// The cursor has come to rest.
    ///
    /// @param moment empty where it goes on with now
    void rest(Optional<Instant> moment) {
        behind.set(false);
        tail.around(moment);
    }

    private Optional<Inspection> of() {
        return stack.flatMap(id -> service.get().map(name -> new Inspection(id, name)));
    }

    private void write() {
        tail.show(of(), inspected, now);
    }

    /// What is to be read; nothing while the log is folded away.
    Optional<Inspection> inspection() {
        return tail.wanted().flatMap(wish -> of().map(one -> one.with(Optional.of(wish))));
    }

    /// Goes on where the same screen in another language was.
    void goOn(CursorLogViewModel before) {
        stack = before.stack;
        services.set(before.services.get());
        service.set(before.service.get());
        chosen = before.chosen;
        tail.open(before.tail.openProperty().get());
        tail.around(before.tail.wishProperty().get().around());
    }

    /// Whether the cursor stands elsewhere than where the log is of.
    ReadOnlyBooleanProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }

    LogTailViewModel tail() {
        return tail;
    }

    /// Whose log can be read.
    ReadOnlyObjectProperty<List<String>> servicesProperty() {
        return services.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<String>> serviceProperty() {
        return service.getReadOnlyProperty();
    }
}
