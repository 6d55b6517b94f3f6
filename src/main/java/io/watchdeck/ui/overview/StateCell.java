package io.watchdeck.ui.overview;

import io.watchdeck.model.Freshness;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Severity with its icon, and who has it or since when.
final class StateCell extends FactsCell {

    /// The icon's place with its gap, as in the style sheet.
    private static final double ICON = 30;

    private final SeverityIcon icon = new SeverityIcon("large");
    private final FontIcon asking = Icons.icon(Icons.of(Freshness.ASKING), "absence-icon");
    private final Label word = Texts.yielding("", "wd-strong");
    private final Label detail = Texts.yielding("", "wd-12");
    private final HBox content;

    StateCell(Supplier<RowShape> shape) {
        super(shape);
        var place = new StackPane(icon, asking);
        place.getStyleClass().add("state-icon");
        content = line(place, lines(word, detail));
        content.getStyleClass().add("state-cell");
    }

    @Override
    Object part(StackFacts facts) {
        return facts.state();
    }

    @Override
    Node content(StackFacts facts) {
        StateFigure state = facts.state();
        icon.show(state.severity(), state.owned());
        icon.setVisible(!state.asking());
        asking.setVisible(state.asking());
        word.setText(state.word());
        detail.setText(TextWidth.fitting(room() - ICON, false, 12, List.of(state.detail(), state.brief())));
        Texts.explain(detail, state.detail());
        state.detailTone().on(detail);
        Texts.shown(detail, !isCompact() && !state.detail().isEmpty());
        return content;
    }
}
