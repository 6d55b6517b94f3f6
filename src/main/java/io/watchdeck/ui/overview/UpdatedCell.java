package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.FreshnessLabel;
import java.util.function.Supplier;
import javafx.scene.Node;

/// The age of the stack's oldest figure.
final class UpdatedCell extends FactsCell {

    private final FreshnessLabel age = new FreshnessLabel();

    UpdatedCell(Supplier<RowShape> shape) {
        super(shape);
        age.setMinWidth(0);
    }

    @Override
    Object part(StackFacts facts) {
        return facts.updated();
    }

    @Override
    Node content(StackFacts facts) {
        age.fit(facts.updated(), room());
        return age;
    }
}
