package io.watchdeck.ui.kit;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A row of a table that is read out as all that its cells say, where they are drawn and hold no text themselves.
public final class ReadRow<T> extends TableRow<T> {

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !isEmpty() ? Texts.read(this)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
