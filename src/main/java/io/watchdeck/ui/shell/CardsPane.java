package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Below the screen, above the status bar: what came of operations, and reminders, a line each. It has a place of its own,
/// so that it covers nothing, and it takes no focus: whoever closes a line with the mouse or a key is again where he was.
final class CardsPane extends VBox {

    /// More of them are counted, and come when one is closed.
    private static final int MOST = 2;
    /// As wide as a title needs, and no wider than so.
    private static final double TITLE = 440;

    private final OperationsViewModel model;
    private final Words words;
    /// What had the focus before one of the buttons here did.
    private Optional<Node> before = Optional.empty();
    private Subscription focus = Subscription.EMPTY;

    CardsPane(OperationsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("operation-cards");
        getStyleClass().add("operation-cards");
        setMinHeight(USE_PREF_SIZE);
        model.cards().addListener((ListChangeListener<OperationCard>) _ -> show());
        sceneProperty().subscribe(scene -> {
            focus.unsubscribe();
            focus = scene == null ? Subscription.EMPTY
                    : scene.focusOwnerProperty().subscribe(owner -> Optional.ofNullable(owner)
                            .filter(node -> !Dialogs.isWithin(node, this))
                            .ifPresent(node -> before = Optional.of(node)));
        });
        show();
    }

    /// The focus goes back before what had it is taken away: else the window gives it to whatever is first in it.
    private void show() {
        if (isFocusWithin()) {
            before.filter(Dialogs::canHaveFocus).ifPresent(Node::requestFocus);
        }
        List<OperationCard> cards = model.cards();
        int rest = Math.max(0, cards.size() - MOST);
        getChildren().setAll(IntStream.range(0, cards.size() - rest)
                .mapToObj(row -> card(cards.get(row), row == MOST - 1 ? rest : 0)).toList());
        Texts.shown(this, !cards.isEmpty());
    }

    private Node card(OperationCard card, int rest) {
        Tone tone = card.result().map(Tone::of).orElse(Tone.NOTICE);
        Label title = Texts.label(card.title(), "wd-strong");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // what came of it stands at its end
        title.setMinWidth(Math.min(TITLE, Math.ceil(TextWidth.of(card.title(), true, 13)) + 1));
        Label text = Texts.wrapping(card.text(), "wd-12");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(Icons.icon(card.result().map(Icons::of).orElse(MaterialDesignA.ALARM), "card-icon"), title,
                text);
        if (rest > 0) {
            Label more = Texts.label(words.say("ui.operation.moreCards", rest), "wd-12", "wd-muted");
            more.setId("operation-cards-more");
            more.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(more);
        }
        card.offer().ifPresent(offer -> {
            var button = new Button(offer.label());
            button.getStyleClass().addAll("small", "accent");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> model.accept(card));
            line.getChildren().add(button);
        });
        line.getChildren().add(close(card));
        line.getStyleClass().add("operation-card");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleText(card.title() + " " + card.text());
        tone.on(line);
        return line;
    }

    private Button close(OperationCard card) {
        var close = new Button(null, Icons.icon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("flat", "icon-button", "tiny", "card-close");
        close.setAccessibleText(words.say("ui.operation.closeCard"));
        close.setTooltip(Texts.tooltip(words.say("ui.operation.closeCard")));
        close.setOnAction(_ -> model.dismiss(card));
        return close;
    }
}
