package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The way to a stack in the rail: its severity, name and environment.
final class RailItem extends Button {

    /// Of a line of a name in the narrow rail.
    private static final double BRIEF = 47;
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");

    /// What is shown, and in which of the two forms.
    private record Shown(RailEntry entry, boolean compact) {}

    private final Words words;
    private final SeverityIcon icon = new SeverityIcon();
    private @Nullable Shown shown;

    RailItem(StackId id, Words words, Navigator navigator) {
        this.words = words;
        setId("rail-stack-" + id);
        getStyleClass().add("rail-stack");
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(_ -> navigator.go(Place.of(id)));
    }

    /// @param compact for the narrow rail
    void show(RailEntry entry, boolean compact) {
        var wanted = new Shown(entry, compact);
        if (wanted.equals(shown)) {
            return;
        }
        icon.show(entry.severity(), entry.owned());
        String sentence = words.say("ui.rail.stack", entry.name(),
                words.say("ui.environment." + entry.environment().word()), entry.severity(), entry.headline());
        setAccessibleText(sentence);
        Texts.explain(this, sentence);
        if (shown == null || shown.compact() != compact || !shown.entry().name().equals(entry.name())
                || shown.entry().environment() != entry.environment()) {
            pseudoClassStateChanged(TALL, false);
            setGraphic(compact ? brief(entry) : line(entry));
        }
        shown = wanted;
    }

    private Node line(RailEntry entry) {
        Label name = Texts.yielding(entry.name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var content = new HBox(icon, name, new EnvironmentBadge(entry.environment(), words));
        content.getStyleClass().add("rail-stack-content");
        content.setAlignment(Pos.CENTER_LEFT);
        return content;
    }

    /// Icon and environment above, the name below: stacks of one severity, and of one name, stay apart.
    private Node brief(RailEntry entry) {
        var badge = new EnvironmentBadge(entry.environment(), words);
        badge.setText(badge.getText().substring(0, 1));
        var top = new HBox(icon, badge);
        top.getStyleClass().add("rail-brief-top");
        top.setAlignment(Pos.CENTER);
        List<String> lines = brief(entry.name());
        pseudoClassStateChanged(TALL, lines.size() > 1);
        var content = new VBox(top);
        lines.forEach(line -> content.getChildren().add(Texts.label(line, "rail-brief")));
        content.setAlignment(Pos.CENTER);
        return content;
    }

    /// A name in one line or two: where it has two words, one each. What is longer ends with an ellipsis.
    static List<String> brief(String name) {
        if (fits(name)) {
            return List.of(name);
        }
        int cut = fitting(name);
        for (int at = cut; at > 1; at--) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1))
                    || Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1))) {
                cut = at;
                break;
            }
        }
        String rest = name.substring(cut).strip();
        while (!fits(rest)) {
            rest = rest.substring(0, rest.length() - (rest.endsWith("…") ? 2 : 1)).strip() + "…";
        }
        return List.of(name.substring(0, cut).strip(), rest);
    }

    /// How many of its characters have room in a line.
    private static int fitting(String name) {
        int count = name.length() - 1;
        while (count > 1 && !fits(name.substring(0, count))) {
            count--;
        }
        return count;
    }

    private static boolean fits(String text) {
        return TextWidth.of(text, false, 11) <= BRIEF;
    }
}
