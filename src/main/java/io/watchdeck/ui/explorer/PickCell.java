package io.watchdeck.ui.explorer;

import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.StyleGroup;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A stack with its environment, or one of its series: what it measures, of what, and in which unit.
final class PickCell extends ListCell<Row<String, PickLine>> {

    static final StyleGroup COLOURS = new StyleGroup(IntStream.rangeClosed(1, Selection.MOST)
            .mapToObj(PickCell::style).toList());
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Words words;
    private final Label stack = Texts.yielding("", "wd-12", "wd-strong");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final HBox head;
    private final Region swatch = new Region();
    private final Label figure = Texts.label("");
    private final Label component = Texts.name("wd-12", "wd-muted");
    private final Label unit = Texts.label("", "wd-11", "wd-muted");
    private final HBox line;
    private Subscription following = Subscription.EMPTY;

    PickCell(Words words, Consumer<Row<String, PickLine>> pick) {
        this.words = words;
        getStyleClass().add("pick-cell");
        swatch.getStyleClass().add("swatch");
        head = new HBox(stack, badge);
        head.getStyleClass().add("pick-head");
        head.setAlignment(Pos.CENTER_LEFT);
        line = new HBox(swatch, figure, component, Texts.spacer(), unit);
        line.getStyleClass().add("pick-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                pick.accept(getItem());
            }
        });
    }

    static String style(int colour) {
        return "series-" + colour;
    }

    @Override
    protected void updateItem(@Nullable Row<String, PickLine> row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
        } else {
            following = row.factsProperty().subscribe(this::show);
        }
    }

    private void show(PickLine facts) {
        Optional<Offer> offer = facts.offer();
        setGraphic(offer.isPresent() ? line : head);
        pseudoClassStateChanged(HEAD, offer.isEmpty());
        stack.setText(facts.stack());
        badge.show(facts.environment(), words);
        pseudoClassStateChanged(CLOSED, !facts.open());
        pseudoClassStateChanged(CHOSEN, facts.colour() > 0);
        if (facts.colour() > 0) {
            COLOURS.set(swatch, style(facts.colour()));
        } else {
            swatch.getStyleClass().removeAll(IntStream.rangeClosed(1, Selection.MOST).mapToObj(PickCell::style)
                    .toList());
        }
        offer.ifPresent(one -> {
            figure.setText(one.figure());
            component.setText(one.component());
            unit.setText(one.unit());
            String full = words.say("ui.explorer.offer", one.stack(), one.component(), one.figure());
            setAccessibleText(facts.colour() > 0 ? words.say("ui.explorer.chosen", full) : full);
            Texts.explain(this, full);
        });
        if (offer.isEmpty()) {
            setAccessibleText(facts.stack());
            Texts.explain(this, facts.stack());
        }
    }
}
