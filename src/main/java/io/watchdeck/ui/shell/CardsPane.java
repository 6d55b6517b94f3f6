package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Over the screen, in its lower right corner: what is new of alarms, what came of operations, and reminders. They come by themselves, so they move
/// nothing and take no focus, and for a moment a click goes through them to what they cover: it was meant for that. As long as
/// there is such a place they stand beside what a person presses on the screen, and beside the newest lines of a log. The one
/// that matters most is the lowest; a window that is narrow shows the newest alone. While the pointer is near them none
/// comes, goes or moves, also where one is closed; but what a person has seen of alarms goes at once. Only a card's buttons
/// do something. A dialog lies above them.
final class CardsPane extends VBox {

    /// More of them are counted, and come when one is closed.
    private static final int MOST = 3;
    static final double WIDEST = 340;
    /// A narrower window has room for one beside what its screen says. In the units in which it is laid out: one with large text
    /// is as narrow as a smaller one.
    private static final double NARROW = 1200;
    /// Two lines of what is told; the rest is in Activity.
    static final double TWO_LINES = 36;
    /// Whoever is so close is about to press something there.
    private static final double NEAR = 40;
    /// In a field too they do something on the screen.
    private static final Set<KeyCode> DOING = Set.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE);
    /// From the edges of the window: above the status bar and the buttons that stand at the foot of a screen's panes.
    private static final Insets PLACE = new Insets(0, 20, 104, 0);
    /// Who presses something as a card appears has not seen it.
    private static final Duration UNSEEN = Duration.millis(600);

    private final OperationsViewModel model;
    private final UnseenAlarms unseen;
    private final AlarmCardPane alarm;
    private final Words words;
    private final Consumer<Place> go;
    /// A card that says the same stays the same.
    private final Map<OperationCard, Node> made = new HashMap<>();
    /// Whether others are to be shown as soon as the pointer has left.
    private boolean waits;
    private boolean near;
    /// Over what they stand; nothing before that is known.
    private Optional<Node> page = Optional.empty();
    /// Whether what they may cover has changed since they were put where they are.
    private boolean displaced;
    /// Whether it may have: then they go only from what they cover.
    private boolean doubtful;
    /// Where the pointer was when it was seen last.
    private Point2D pointer = Point2D.ZERO;
    /// What had the focus before one of the buttons here did.
    private Optional<Node> before = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private final LastAside aside = new LastAside();

    /// @param go shows a place
    CardsPane(OperationsViewModel model, UnseenAlarms unseen, Words words, Consumer<Place> go) {
        this.model = model;
        this.unseen = unseen;
        alarm = new AlarmCardPane(words, this::seen);
        alarm.setMaxWidth(WIDEST);
        this.words = words;
        this.go = go;
        setId("operation-cards");
        getStyleClass().add("operation-cards");
        setAlignment(Pos.BOTTOM_RIGHT);
        setFillWidth(false);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(this, PLACE);
        model.cards().addListener((ListChangeListener<OperationCard>) _ -> changed());
        unseen.noticeProperty().addListener((_, _, _) -> changed());
        unseen.heldWhile(() -> isFocused(alarm));
        unseen.shownUntil(this::takeAway);
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow(scene);
        });
        show();
    }

    /// @param below   over what they stand
    /// @param changes tells when that shows something else
    /// @param moments tells now and then, for what changes there by itself
    CardsPane over(Node below, ObservableValue<?> changes, ObservableValue<?> moments) {
        page = Optional.of(below);
        changes.when(Texts.inWindow(this)).subscribe(_ -> elsewhere());
        moments.when(Texts.inWindow(this)).subscribe(_ -> doubt());
        below.layoutBoundsProperty().subscribe(_ -> elsewhere());
        return this;
    }

    private void elsewhere() {
        displaced = true;
        requestLayout();
    }

    private void doubt() {
        if (!getChildren().isEmpty()) {
            doubtful = true;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (near) {
            return;
        }
        if (displaced || doubtful) {
            page.ifPresent(this::stand);
        }
        displaced = false;
        doubtful = false;
    }

    /// What is below has been laid out before.
    private void stand(Node below) {
        if (getChildren().isEmpty()) {
            move(Point2D.ZERO);
            return;
        }
        Actions actions = Actions.in(below);
        if (displaced || actions.isCovered(localToScene(getLayoutBounds()))) {
            move(aside.of(actions, unmoved(), below.localToScene(below.getLayoutBounds())));
        }
    }

    /// Where they are when they have not gone aside, to the last digit the same each time.
    private Bounds unmoved() {
        return getParent().localToScene(new BoundingBox(getLayoutX(), getLayoutY(), getWidth(), getHeight()));
    }

    /// Places are those of the scene, in which a window with large text is drawn larger than it is laid out.
    private void move(Point2D away) {
        setTranslateX(-away.getX() / zoom());
        setTranslateY(-away.getY() / zoom());
    }

    private double zoom() {
        return getLocalToSceneTransform().getMxx();
    }

    private Subscription follow(Scene scene) {
        EventHandler<MouseEvent> moved = this::moved;
        EventHandler<MouseEvent> left = _ -> pointed(false);
        EventHandler<InputEvent> done = event -> {
            if (!isTyped(event)) {
                doubt();
            }
        };
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, done);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, done);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, moved);
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, left);
        return Subscription.combine(() -> scene.removeEventFilter(MouseEvent.MOUSE_MOVED, moved),
                () -> scene.removeEventFilter(MouseEvent.MOUSE_EXITED, left),
                () -> scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, done),
                () -> scene.removeEventFilter(KeyEvent.KEY_RELEASED, done),
                Bindings.createBooleanBinding(this::isNarrow, scene.widthProperty(), localToSceneTransformProperty())
                        .subscribe(_ -> changed()),
                scene.focusOwnerProperty().subscribe(owner -> Optional.ofNullable(owner)
                        .filter(node -> !Dialogs.isWithin(node, this))
                        .ifPresent(node -> before = Optional.of(node))));
    }

    /// A character that is written moves next to nothing, and the next moment sees to that. What is done with a key is none.
    private static boolean isTyped(InputEvent event) {
        return event instanceof KeyEvent key && key.getTarget() instanceof TextInputControl && !key.isShortcutDown()
                && !key.isAltDown() && !key.getCode().isFunctionKey() && !DOING.contains(key.getCode());
    }

    /// A system also tells of a pointer that has not moved.
    private void moved(MouseEvent event) {
        var at = new Point2D(event.getSceneX(), event.getSceneY());
        boolean there = isNear(at.getX(), at.getY());
        if (there && !at.equals(pointer)) {
            unseen.touch();
        }
        pointer = at;
        pointed(there);
    }

    private boolean isNear(double x, double y) {
        Bounds place = localToScene(getLayoutBounds());
        return !getChildren().isEmpty() && x > place.getMinX() - NEAR && x < place.getMaxX() + NEAR
                && y > place.getMinY() - NEAR && y < place.getMaxY() + NEAR;
    }

    private void pointed(boolean there) {
        near = there;
        if (!there && waits) {
            show();
        } else if (!there && (displaced || doubtful)) {
            requestLayout();
        }
    }

    private void changed() {
        if (near) {
            waits = true;
        } else {
            show();
        }
    }

    private boolean isNarrow() {
        return getScene() != null && getScene().getWidth() / zoom() < NARROW;
    }

    /// What is told of alarms, unless there is room for one card and something else came after it.
    private Optional<AlarmNotice> shownAlarm() {
        return unseen.noticeProperty().get().filter(_ -> !isNarrow()
                || model.newest().filter(card -> card.since().isAfter(unseen.newest())).isEmpty());
    }

    private List<OperationCard> shown(int most) {
        return isNarrow() ? model.newest().stream().limit(most).toList() : model.cards().stream().limit(most).toList();
    }

    /// Whoever goes where the alarms are has seen them too.
    private void seen(Optional<Place> place) {
        unseen.dismiss();
        place.ifPresent(go);
    }

    /// @return whether the card of alarms was still there, because the pointer is near
    private boolean takeAway() {
        boolean there = getChildren().contains(alarm) && alarm.isVisible();
        if (there) {
            gone(alarm);
        }
        return there;
    }

    /// The focus goes back before what had it is taken away: else the window gives it to whatever is first in it.
    private void show() {
        waits = false;
        Optional<AlarmNotice> notice = shownAlarm();
        List<OperationCard> shown = shown((isNarrow() ? 1 : MOST) - (notice.isPresent() ? 1 : 0));
        made.keySet().retainAll(shown);
        var nodes = new ArrayList<Node>();
        notice.ifPresent(told -> {
            alarm.show(told);
            nodes.add(alarm);
        });
        shown.forEach(card -> nodes.addFirst(made.computeIfAbsent(card,
                _ -> new OperationCardPane(card, model, words, go, this::gone))));
        int rest = model.cards().size() + (unseen.noticeProperty().get().isPresent() ? 1 : 0) - nodes.size();
        if (rest > 0) {
            nodes.addFirst(more(rest));
        }
        if (notice.isEmpty()) {
            alarm.forget();
        }
        if (isFocusWithin() && nodes.stream().noneMatch(node -> isFocused(node))) {
            giveBack();
        }
        if (!getChildren().equals(nodes)) {
            elsewhere();
        }
        getChildren().setAll(nodes);
        near &= !nodes.isEmpty();
        Texts.shown(this, !nodes.isEmpty());
    }

    private void giveBack() {
        before.filter(Dialogs::canHaveFocus).ifPresent(Node::requestFocus);
    }

    /// Its place stays empty as long as the pointer is near: a second click is not meant for the card that was above it.
    private void gone(Node card) {
        if (!near) {
            show();
            return;
        }
        if (isFocused(card)) {
            giveBack();
        }
        card.setVisible(false);
        if (getChildren().stream().noneMatch(node -> node.isVisible() && (node == alarm || made.containsValue(node)))) {
            near = false;
            show();
        } else {
            waits = true;
        }
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

    /// For a moment a click goes through it.
    static void passUnseen(Node card) {
        card.setMouseTransparent(true);
        var unseen = new PauseTransition(UNSEEN);
        unseen.setOnFinished(_ -> card.setMouseTransparent(false));
        unseen.play();
    }
}
