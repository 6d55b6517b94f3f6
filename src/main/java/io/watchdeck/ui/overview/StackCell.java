package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Name, environment, Region.
final class StackCell extends FactsCell {

    private final Words words;
    private final Label name = Texts.yielding("", "wd-strong");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label region = Texts.yielding("", "wd-12", "wd-muted");
    private final VBox content = lines(line(name, badge), region);

    StackCell(Supplier<RowShape> shape, Words words) {
        super(shape);
        this.words = words;
    }

    @Override
    Object part(StackFacts facts) {
        return List.of(facts.name(), facts.environment(), facts.region());
    }

    @Override
    Node content(StackFacts facts) {
        name.setText(facts.name());
        Texts.explain(name, facts.name());
        badge.show(facts.environment(), words);
        region.setText(facts.region());
        Texts.shown(region, !isCompact());
        return content;
    }
}
