package io.watchdeck.ui.overview;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The worst reason in words, and the next.
final class WhyCell extends FactsCell {

    private final Label why = Texts.yielding("");
    private final Label more = Texts.yielding("", "wd-12");
    private final VBox content = lines(why, more);

    WhyCell(ObservableBooleanValue compact) {
        super(compact);
    }

    @Override
    void show(StackFacts facts) {
        why.setText(facts.why());
        why.setWrapText(!isCompact());
        why.setMaxHeight(isCompact() ? 18 : 36);
        more.setText(facts.more());
        boolean critical = facts.state().severity() == Severity.CRITICAL;
        (critical ? Tone.CRITICAL : facts.state().asking() ? Tone.MUTED : Tone.PLAIN).on(why);
        why.getStyleClass().remove("wd-strong");
        if (critical) {
            why.getStyleClass().add("wd-strong");
        }
        (critical ? Tone.PLAIN : Tone.MUTED).on(more);
        Texts.shown(more, !isCompact() && !facts.more().isEmpty());
        String all = facts.more().isEmpty() ? facts.why() : facts.why() + "\n" + facts.more();
        Texts.explain(why, all);
        Texts.explain(more, all);
        setGraphic(content);
    }
}
