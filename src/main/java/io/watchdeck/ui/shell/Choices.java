package io.watchdeck.ui.shell;

import io.watchdeck.settings.SettingsFile;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a person has chosen, as the settings file says it now, and where what is chosen next goes. On the FX thread.
public final class Choices {

    private final ReadOnlyObjectWrapper<SettingsFile.Contents> contents =
            new ReadOnlyObjectWrapper<>(SettingsFile.Contents.none());
    private final ReadOnlyIntegerWrapper refused = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleProperty enlarged;
    private BiConsumer<String, String> told = (_, _) -> {};
    private Set<String> decided = Set.of();

    /// @param enlarged how many times the usual size text is drawn now
    public Choices(ReadOnlyDoubleProperty enlarged) {
        this.enlarged = enlarged;
    }

    /// @param newest of the settings file
    public void show(SettingsFile.Contents newest) {
        contents.set(newest);
    }

    /// @param told of what a person chooses in the window: the key and the value for the settings file, which is empty
    ///             where the default is to hold again
    public void onChoice(BiConsumer<String, String> told) {
        this.told = told;
    }

    /// @param keys that the command line decides: what is chosen of them holds in this window alone and is not written
    public void decided(Set<String> keys) {
        decided = Set.copyOf(keys);
    }

    public ReadOnlyObjectProperty<SettingsFile.Contents> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    /// What was chosen last could not be written, so that what was before goes on.
    public void refuse() {
        refused.set(refused.get() + 1);
    }

    /// How often something could not be written.
    public ReadOnlyIntegerProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /// How many times the usual size text is drawn: as many as a person wants, or fewer where the window has no room for a
    /// screen of that size.
    public ReadOnlyDoubleProperty enlargedProperty() {
        return enlarged;
    }

    /// Has it written, and used once it stands there; not where the command line decides.
    public void choose(String key, String value) {
        if (!decided.contains(key)) {
            told.accept(key, value);
        }
    }

    /// The default is to hold again.
    public void reset(String key) {
        choose(key, "");
    }
}
