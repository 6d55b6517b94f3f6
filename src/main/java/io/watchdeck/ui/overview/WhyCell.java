package io.watchdeck.ui.overview;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The worst reason in words, and the next where all of it has room.
final class WhyCell extends FactsCell {

    private final Label why = Texts.yielding("");
    private final Label more = Texts.yielding("", "wd-12");
    private final VBox content = lines(why, more);

    WhyCell(Supplier<RowShape> shape) {
        super(shape);
    }

    @Override
    Object part(StackFacts facts) {
        return List.of(facts.state().severity(), facts.state().asking(), facts.why(), facts.more());
    }

    @Override
    Node content(StackFacts facts) {
        boolean critical = facts.state().severity() == Severity.CRITICAL;
        int lines = linesOfTheRow();
        List<String> first = TextWidth.wrapped(facts.why(), room(), critical, 13, lines);
        List<String> second = TextWidth.wrapped(facts.more(), room(), false, 12, Integer.MAX_VALUE);
        why.setText(String.join("\n", first));
        more.setText(String.join("\n", second));
        (critical ? Tone.CRITICAL : facts.state().asking() ? Tone.MUTED : Tone.PLAIN).on(why);
        Tone.strong(why, critical);
        (critical ? Tone.PLAIN : Tone.MUTED).on(more);
        Texts.shown(more, !facts.more().isEmpty() && first.size() + second.size() <= lines);
        String all = facts.more().isEmpty() ? facts.why() : facts.why() + "\n" + facts.more();
        Texts.explain(why, all);
        Texts.explain(more, all);
        return content;
    }
}
