package io.watchdeck.ui.shell;

import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A dialog with a head that says what it is about, a body that scrolls where the window is too low for it, and below it,
/// always seen, what confirms it and its buttons. [Dialogs] shows it. Enter presses the button that has the focus, elsewhere
/// the primary one; where that is locked, or the dialog defaults to cancel, it does nothing and the dialog says what is
/// missing. Ctrl+Enter presses the primary one from everywhere, a note included. A locked button is never pressed.
public final class DialogFrame extends VBox {

    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");
    private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

    /// How wide it is where the window is.
    public enum Width {
        NORMAL(660), WIDE(820), WIDEST(920);

        private final double pixels;

        Width(double pixels) {
            this.pixels = pixels;
        }
    }

    private final Words words;
    private final Width width;
    private final Label title = Texts.wrapping("", "wd-16", "wd-strong");
    private final Label subtitle = Texts.yielding("", "wd-12", "wd-muted");
    private final HBox first = new HBox(title);
    private final HBox head = new HBox();
    private final VBox parts = new VBox();
    private final DialogBodyPane body;
    private final Node foot;
    private final VBox confirming = new VBox();
    private final Label why = Texts.wrapping("", "wd-12", "wd-muted", "dialog-why");
    private final HBox beside = new HBox();
    private final Button cancel = new Button();
    private final Button primary = new Button();
    private final Turn before = new Turn();
    private final Turn after = new Turn();
    private Optional<Node> start = Optional.empty();
    private Optional<String> locked = Optional.empty();
    private boolean defaultsToCancel;
    private boolean goesOnByEnter;
    private double roomWide = Double.MAX_VALUE;
    private double roomHigh = Double.MAX_VALUE;
    private Runnable close = () -> {};

    public DialogFrame(String id, Width width, Words words) {
        this.words = words;
        this.width = width;
        setId(id);
        getStyleClass().add("dialog");
        title.setId("dialog-title");
        subtitle.setId("dialog-subtitle");
        parts.getStyleClass().add("dialog-body");
        body = new DialogBodyPane(parts, words);
        VBox.setVgrow(body, Priority.ALWAYS);
        fillHead();
        confirming.getStyleClass().add("dialog-confirmation");
        confirming.setMinHeight(USE_PREF_SIZE);
        Texts.shown(confirming, false);
        foot = foot();
        getChildren().addAll(before, head, body, confirming, foot, after);
        before.turnsTo(after, false);
        after.turnsTo(before, true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveNote);
        addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    }

    private void fillHead() {
        first.getStyleClass().add("cell-line");
        first.setAlignment(Pos.CENTER_LEFT);
        Texts.set(subtitle, "");
        var texts = new VBox(first, subtitle);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var shut = new Button(null, Icons.icon(Glyph.CLOSE));
        shut.setId("dialog-close");
        shut.getStyleClass().addAll("flat", "icon-button");
        shut.setAccessibleText(words.say("ui.dialog.close"));
        shut.setTooltip(Texts.tooltip(words.say("ui.dialog.close")));
        shut.setFocusTraversable(false); // Esc and the button in the foot do the same
        shut.setOnAction(_ -> close.run());
        head.getStyleClass().add("dialog-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(USE_PREF_SIZE);
        head.getChildren().addAll(texts, shut);
    }

    private Node foot() {
        why.setId("dialog-why");
        why.setGraphic(Icons.icon(Glyph.LOCK_OUTLINE));
        why.setVisible(false);
        beside.getStyleClass().add("dialog-beside");
        beside.setAlignment(Pos.CENTER_LEFT);
        cancel.setId("dialog-cancel");
        cancel.setText(words.say("ui.dialog.cancel"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> close.run());
        primary.setId("dialog-primary");
        primary.getStyleClass().add("accent");
        primary.setMnemonicParsing(false); // it may name what has underscores of its own
        primary.setMinWidth(USE_PREF_SIZE);
        primary.setTooltip(Texts.tooltip(words.say("ui.help.dialog.key")));
        return new DialogFootPane(beside, why, cancel, primary);
    }

    /// What it is about; may change while it is shown.
    public void title(String said) {
        title.setText(said);
    }

    /// Where it is about, below the title; may be empty.
    public void subtitle(String said) {
        Texts.set(subtitle, said);
        Texts.explain(subtitle, said);
    }

    public void icon(Glyph glyph) {
        head.getChildren().addFirst(Icons.icon(glyph, "dialog-icon"));
    }

    /// Marks it with the environment of its stack: production has a line above it.
    public void environment(Environment environment) {
        first.getChildren().add(new EnvironmentBadge(environment, words));
        pseudoClassStateChanged(PRODUCTION, environment == Environment.PRODUCTION);
    }

    public void body(Node... shown) {
        parts.getChildren().setAll(shown);
    }

    /// What confirms it: stands between body and buttons, seen however long the body is.
    public void confirmation(Node shown) {
        confirming.getChildren().setAll(shown);
        Texts.shown(confirming, true);
    }

    /// From now on what confirms it and its buttons stay where they are while the pointer is there: what the body says
    /// meanwhile scrolls. Else it grows as far as the window goes, and never shrinks, at the same width.
    public void hold() {
        body.hold(confirming.hoverProperty().or(foot.hoverProperty()));
    }

    /// What stands beside the buttons.
    public void beside(Node... shown) {
        beside.getChildren().setAll(shown);
    }

    /// The button that does it; its text may be bound. What it does is set by [#onPrimary].
    public Button primary() {
        return primary;
    }

    /// What the button is called that closes it without doing anything, where "cancel" would be what it asks about.
    public void cancelSays(String text) {
        cancel.setText(text);
    }

    /// It does not close the dialog by itself.
    public void onPrimary(Runnable action) {
        primary.setOnAction(_ -> action.run());
    }

    /// What it does cannot be undone.
    public void destructive() {
        primary.getStyleClass().remove("accent");
        primary.getStyleClass().add("danger");
    }

    /// @param reason why the primary button cannot be pressed, which is said with the buttons; empty where it can
    public void lock(Optional<String> reason) {
        lock(reason, Glyph.LOCK_OUTLINE);
    }

    /// The same where it only takes a while: without a padlock, and the focus goes from the cancel button to the primary
    /// one as soon as that can be pressed. For what changes nothing, since Enter cancels until then.
    public void await(Optional<String> reason) {
        boolean waited = locked.isPresent();
        lock(reason, Glyph.CLOCK_OUTLINE);
        if (reason.isPresent()) {
            primary.setGraphic(null);
        } else if (waited && getScene() != null && getScene().getFocusOwner() == cancel) {
            primary.requestFocus();
        }
    }

    /// The focus goes to the cancel button, from where it goes on as [#await] says: for what begins something that takes a
    /// while, and goes away itself.
    public void waits() {
        cancel.requestFocus();
    }

    private void lock(Optional<String> reason, Glyph sign) {
        boolean focused = primary.isFocused();
        if (!locked.equals(reason)) {
            why.pseudoClassStateChanged(ASKED, false);
        }
        locked = reason;
        primary.setDisable(reason.isPresent());
        primary.setGraphic(reason.isPresent() ? Icons.icon(sign) : null);
        why.setGraphic(Icons.icon(sign));
        tell(reason.orElse(""));
        if (focused && reason.isPresent()) {
            cancel.requestFocus();
        }
    }

    private void tell(String said) {
        why.setText(said);
        why.setVisible(!said.isEmpty());
    }

    /// The focus begins at the cancel button, so that Enter cancels, where nothing else is to [start][#startWith] with; and
    /// Enter elsewhere never presses the primary button: for what is dangerous.
    public void defaultsToCancel() {
        defaultsToCancel = true;
    }

    /// What has the focus first; without it the default button. Where it is out of sight, it is the body: what stands above
    /// is read first.
    public void startWith(Node node) {
        start = Optional.of(node);
    }

    /// @param how closes it, by whichever of its buttons
    void onClose(Runnable how) {
        close = how;
    }

    /// @param wide the room for it, all around
    void fit(double wide, double high) {
        if (wide != roomWide || high != roomHigh) {
            roomWide = wide;
            roomHigh = high;
            requestLayout();
        }
    }

    void focusFirst() {
        Node first = start.filter(node -> !node.isDisabled())
                .orElse(defaultsToCancel || primary.isDisabled() ? cancel : primary);
        (body.hides(first) ? body.scroll() : first).requestFocus();
    }

    /// Nobody writes tables into a note: Tab leaves it.
    private void leaveNote(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()
                && event.getTarget() instanceof TextArea note) {
            note.requestFocusTraversal(event.isShiftDown() ? javafx.scene.TraversalDirection.PREVIOUS
                    : javafx.scene.TraversalDirection.NEXT);
            event.consume();
        }
    }

    /// From now on Enter in a check box is the primary button's, as it is in a field, and only Space ticks: for what goes on
    /// step by step and changes nothing that is not asked for once more.
    public void goOnByEnter() {
        goesOnByEnter = true;
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof CheckBox) {
                enter(event);
            }
        });
    }

    private void enter(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.isAltDown()) {
            return;
        }
        if (event.isShortcutDown()) {
            primary.fire();
        } else if (getScene().getFocusOwner() instanceof ButtonBase focused
                && !(goesOnByEnter && focused instanceof CheckBox)) {
            focused.fire();
        } else if (defaultsToCancel || primary.isDisabled()) {
            tellMissing();
        } else {
            primary.fire();
        }
        event.consume();
    }

    /// Somebody wants it done who has not pressed its button.
    private void tellMissing() {
        if (locked.isEmpty() && primary.isDisabled()) {
            return;
        }
        if (locked.isEmpty()) {
            why.setGraphic(Icons.icon(Glyph.KEYBOARD_RETURN));
            tell(words.say("ui.dialog.enter"));
        }
        why.pseudoClassStateChanged(ASKED, true);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(width.pixels, roomWide);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double wide) {
        return Math.min(prefHeight(wide < 0 ? computePrefWidth(-1) : wide), roomHigh);
    }

    /// Before the first and after the last thing that takes the focus: whoever comes here is brought to the other end.
    private static final class Turn extends Region {

        Turn() {
            setManaged(false);
            setFocusTraversable(true);
        }

        void turnsTo(Turn other, boolean forward) {
            focusedProperty().subscribe(focused -> {
                if (focused) {
                    other.requestFocusTraversal(forward ? javafx.scene.TraversalDirection.NEXT
                            : javafx.scene.TraversalDirection.PREVIOUS);
                }
            });
        }
    }
}
