package io.watchdeck.ui.kit;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TreeTableRow;
import org.jspecify.annotations.Nullable;

/// A row of a tree with columns that is read out as a [ReadRow] is.
public final class ReadTreeRow<T> extends TreeTableRow<T> {

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !isEmpty() ? Texts.read(this)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
