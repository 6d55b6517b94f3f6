package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Over the screen, in its lower right corner: what came of operations, and reminders. They come by themselves, so they move
/// nothing and take no focus, and for a moment a click goes through them to what they cover: it was meant for that. The one
/// that matters most is the lowest, and while the pointer is on them none comes or goes. A dialog lies above them.
final class CardsPane extends VBox {

    /// More of them are counted, and come when one is closed.
    private static final int MOST = 3;
    private static final double WIDE = 400;
    /// From the edges of the window: above the status bar and the buttons that stand at the foot of a screen's panes.
    private static final Insets PLACE = new Insets(0, 20, 104, 0);
    /// Who presses something as a card appears has not seen it.
    private static final Duration UNSEEN = Duration.millis(600);

    private final OperationsViewModel model;
    private final Words words;
    private final Consumer<Place> go;
    /// A card that says the same stays the same.
    private final Map<OperationCard, Node> made = new HashMap<>();
    /// Whether others are to be shown as soon as the pointer has left.
    private boolean waits;
    /// What had the focus before one of the buttons here did.
    private Optional<Node> before = Optional.empty();
    private Subscription focus = Subscription.EMPTY;

    /// @param go shows a place
    CardsPane(OperationsViewModel model, Words words, Consumer<Place> go) {
        this.model = model;
        this.words = words;
        this.go = go;
        setId("operation-cards");
        getStyleClass().add("operation-cards");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(this, PLACE);
        model.cards().addListener((ListChangeListener<OperationCard>) _ -> changed());
        hoverProperty().subscribe(there -> {
            if (!there && waits) {
                show();
            }
        });
        sceneProperty().subscribe(scene -> {
            focus.unsubscribe();
            focus = scene == null ? Subscription.EMPTY
                    : scene.focusOwnerProperty().subscribe(owner -> Optional.ofNullable(owner)
                            .filter(node -> !Dialogs.isWithin(node, this))
                            .ifPresent(node -> before = Optional.of(node)));
        });
        show();
    }

    private void changed() {
        if (isHover()) {
            waits = true;
        } else {
            show();
        }
    }

    /// The focus goes back before what had it is taken away: else the window gives it to whatever is first in it.
    private void show() {
        waits = false;
        List<OperationCard> shown = model.cards().stream().limit(MOST).toList();
        made.keySet().retainAll(shown);
        var nodes = new ArrayList<Node>();
        shown.forEach(card -> nodes.addFirst(made.computeIfAbsent(card, this::card)));
        int rest = model.cards().size() - shown.size();
        if (rest > 0) {
            nodes.addFirst(more(rest));
        }
        if (isFocusWithin() && nodes.stream().noneMatch(node -> isFocused(node))) {
            before.filter(Dialogs::canHaveFocus).ifPresent(Node::requestFocus);
        }
        getChildren().setAll(nodes);
        Texts.shown(this, !nodes.isEmpty());
    }

    private static boolean isFocused(Node card) {
        return card.isFocused() || card.isFocusWithin();
    }

    private Node more(int rest) {
        Label more =
                Texts.label(words.say("ui.operation.moreCards", rest), "wd-12", "wd-muted", "operation-cards-more");
        more.setId("operation-cards-more");
        more.setMouseTransparent(true);
        return more;
    }

    private Node card(OperationCard card) {
        Label title = Texts.wrapping(card.title(), "wd-strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(Icons.icon(icon(card), "card-icon"), title, close(card));
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.TOP_LEFT);
        var node = new VBox(head, Texts.wrapping(card.text(), "wd-12", "card-text"));
        card.offer().ifPresent(offer -> {
            var button = new Button(offer.label());
            button.getStyleClass().addAll("small", "accent", "card-offer");
            button.setOnAction(_ -> model.accept(card));
            node.getChildren().add(button);
        });
        node.getStyleClass().add("operation-card");
        node.setPrefWidth(WIDE);
        node.setMaxWidth(WIDE);
        node.setMinHeight(USE_PREF_SIZE);
        node.setAccessibleText(card.title() + ". " + card.text());
        card.place().ifPresent(place -> leads(node, () -> open(card, place)));
        card.tone().on(node);
        node.setMouseTransparent(true);
        var unseen = new PauseTransition(UNSEEN);
        unseen.setOnFinished(_ -> node.setMouseTransparent(false));
        unseen.play();
        return node;
    }

    /// A click on it, Enter and Space go there.
    private void leads(VBox card, Runnable open) {
        card.getStyleClass().add("leads");
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        card.setAccessibleHelp(words.say("ui.operation.openCard"));
        card.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                open.run();
            }
        });
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (card.isFocused() && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                open.run();
                event.consume();
            }
        });
    }

    /// Whoever reads its entry has seen it; a reminder stays until it is dealt with.
    private void open(OperationCard card, Place place) {
        if (card.kind() != OperationCard.Kind.REMINDER) {
            model.dismiss(card);
            show();
        }
        go.accept(place);
    }

    private static Ikon icon(OperationCard card) {
        return card.result().map(Icons::of).orElse(card.kind() == OperationCard.Kind.SENT
                ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignA.ALARM);
    }

    private Button close(OperationCard card) {
        var close = new Button(null, Icons.icon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("flat", "icon-button", "tiny", "card-close");
        close.setMinWidth(USE_PREF_SIZE);
        String said = words.say(card.place().isPresent() ? "ui.operation.closeCard" : "ui.operation.closeNotice");
        close.setAccessibleText(said);
        close.setTooltip(Texts.tooltip(said));
        close.setOnAction(_ -> {
            model.dismiss(card);
            show(); // whoever closes one is on it
        });
        return close;
    }
}
