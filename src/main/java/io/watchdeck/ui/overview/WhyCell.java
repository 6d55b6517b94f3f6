package io.watchdeck.ui.overview;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The worst reason in words, and the next where both together take two lines. What is said in brackets at the end of a
/// reason is left to its explanation where the line would otherwise be one too many.
final class WhyCell extends FactsCell {

    private static final int CALM = 2;
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]*\\)$");

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
        int most = linesOfTheRow();
        int calm = most > RowShape.TALL.lines() ? most : Math.min(CALM, most);
        List<String> first = brought(facts.why(), critical, 13, calm, most);
        int left = Math.max(1, calm - first.size());
        List<String> second = brought(facts.more(), false, 12, left, Integer.MAX_VALUE);
        why.setText(String.join("\n", first));
        more.setText(String.join("\n", second));
        (critical ? Tone.CRITICAL : facts.state().asking() ? Tone.MUTED : Tone.PLAIN).on(why);
        Tone.strong(why, critical);
        (critical ? Tone.PLAIN : Tone.MUTED).on(more);
        Texts.shown(more, !facts.more().isEmpty() && first.size() + second.size() <= calm);
        String all = facts.more().isEmpty() ? facts.why() : facts.why() + "\n" + facts.more();
        Texts.explain(why, all);
        Texts.explain(more, all);
        return content;
    }

    /// The text in as few lines as are wished for, if need be without its brackets; else in as many as there may be.
    private List<String> brought(String said, boolean strong, double size, int wished, int most) {
        List<String> texts = Stream.iterate(said, WhyCell::endsInBrackets, WhyCell::withoutBrackets).toList();
        texts = Stream.concat(texts.stream(), Stream.of(texts.isEmpty() ? said : withoutBrackets(texts.getLast())))
                .toList();
        for (int lines : List.of(wished, most)) {
            for (String text : texts) {
                List<String> wrapped = TextWidth.wrapped(text, room(), strong, size, Integer.MAX_VALUE);
                if (wrapped.size() <= lines) {
                    return wrapped;
                }
            }
        }
        return TextWidth.wrapped(texts.getLast(), room(), strong, size, most);
    }

    private static boolean endsInBrackets(String text) {
        return BRACKETS.matcher(text).find();
    }

    private static String withoutBrackets(String text) {
        return BRACKETS.matcher(text).replaceFirst("");
    }
}
