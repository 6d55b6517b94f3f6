package io.watchdeck.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where a support bundle is asked for, and what became of the last one: it outlasts the screen, which is made anew for
/// another language. On the FX thread.
public final class BundleDesk {

    /// Makes one.
    public interface Maker {
        /// Returns at once.
        ///
        /// @param told what came of it, on the FX thread
        void make(Consumer<Bundled> told);
    }

    private final Maker maker;
    private final ReadOnlyObjectWrapper<Optional<Bundled>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    public BundleDesk(Maker maker) {
        this.maker = maker;
    }

    /// One at a time.
    void make() {
        if (!(last.get().orElse(null) instanceof Bundled.Making)) {
            last.set(Optional.of(new Bundled.Making()));
            maker.make(told -> last.set(Optional.of(told)));
        }
    }

    /// Empty before one was asked for.
    ReadOnlyObjectProperty<Optional<Bundled>> lastProperty() {
        return last.getReadOnlyProperty();
    }
}
