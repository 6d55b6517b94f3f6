package io.watchdeck.ui.operations;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.DialogFrame;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;

/// One operation: what is changed, what follows from it, and what confirms it.
final class OperationDialog {

    private final OperationViewModel model;
    private final Words words;
    private final DialogFrame frame;
    private Optional<RollBackPane> revisions = Optional.empty();
    /// The field that had the focus before the button that unlocks.
    private Optional<Node> before = Optional.empty();

    /// @param copy puts a text on the clipboard
    OperationDialog(OperationViewModel model, Words words, Instant now, Consumer<String> copy) {
        this.model = model;
        this.words = words;
        Operation wish = model.operationProperty().get();
        frame = new DialogFrame("operation-dialog", DialogFrame.Width.WIDE, words);
        frame.icon(Icons.of(wish.kind()));
        frame.title(model.titleProperty().get());
        frame.subtitle(model.place());
        frame.environment(model.stack().environment());
        var confirmation = new ConfirmationPane(model, words);
        var parts = new ArrayList<Node>();
        Optional<Node> first = change(wish, now, parts);
        parts.add(new BlockedPane(model, words));
        var follows = new ConsequencesPane(model, words);
        Node followsHead = head();
        parts.add(followsHead);
        parts.add(follows);
        model.blockedProperty().subscribe(blocked -> {
            boolean more = blocked.filter(Blocked::whole).isEmpty();
            Texts.shown(followsHead, more);
            Texts.shown(follows, more);
        });
        model.previewProperty().subscribe(_ -> hold());
        frame.confirmation(confirmation);
        frame.body(parts.toArray(Node[]::new));
        frame.beside(commands(copy), unlock(confirmation));
        frame.primary().textProperty().bind(model.actionProperty());
        frame.onPrimary(model::run);
        if (wish instanceof Operation.CancelRedrive) {
            frame.cancelSays(words.say("ui.operation.cancelRedrive.keep"));
        }
        if (isDestructive(wish.kind())) {
            frame.destructive();
        }
        boolean careful = model.stack().environment() == Environment.PRODUCTION || wish instanceof Operation.Purge;
        if (careful) {
            frame.defaultsToCancel();
        }
        first.or(() -> careful ? Optional.empty() : Optional.of(confirmation.first())).ifPresent(frame::startWith);
        model.lockedProperty().subscribe(frame::lock);
    }

    /// Once what follows is told, a row more moves neither the fields that confirm it nor the buttons from below the pointer.
    private void hold() {
        boolean whole = model.blockedProperty().get().filter(Blocked::whole).isPresent();
        if (model.previewProperty().get().isPresent() && !whole
                && revisions.filter(pane -> !pane.isKnown()).isEmpty()) {
            frame.hold();
        }
    }

    private static boolean isDestructive(Operation.Kind kind) {
        return kind == Operation.Kind.PURGE || kind == Operation.Kind.STOP_TASK
                || kind == Operation.Kind.STOP_DEPLOYMENT;
    }

    private Optional<Node> change(Operation wish, Instant now, List<Node> parts) {
        return switch (wish) {
            case Operation.Scale scale -> {
                var pane = new ScalePane(model, scale, words);
                parts.add(pane);
                yield Optional.of(pane.first());
            }
            case Operation.SpotWeight _ -> {
                var pane = new SpotPane(model, words);
                parts.add(pane);
                yield Optional.of(pane.first());
            }
            case Operation.RollBack _ -> {
                var pane = new RollBackPane(model, words, now);
                revisions = Optional.of(pane);
                parts.add(pane);
                yield Optional.empty();
            }
            case Operation.Redrive redrive -> {
                var pane = new RedrivePane(model, redrive, words);
                parts.add(pane);
                yield Optional.of(pane.first());
            }
            case Operation.Resubmit _ -> {
                parts.add(new JobsPane(model, words, now));
                yield Optional.empty();
            }
            case Operation.ForceDeployment _,Operation.StopDeployment _,Operation.StopTask _,Operation.CancelRedrive _,Operation.Purge _ ->
                Optional.empty();
        };
    }

    private Node head() {
        Label title = Texts.label(words.say("ui.operation.changes"), "wd-14", "wd-strong");
        Label checked = Texts.yielding("", "wd-12", "wd-muted");
        checked.setId("operation-checked");
        checked.textProperty().bind(model.checkedProperty());
        Label warnings = Texts.label("", "wd-12", "wd-strong", "warnings-badge");
        warnings.setId("operation-warnings");
        warnings.setGraphic(Icons.icon(Glyph.ALERT, "warning-icon"));
        model.warningsProperty().subscribe(text -> Texts.set(warnings, text));
        var head = new HBox(title, checked, Texts.spacer(), warnings);
        head.getStyleClass().add("consequences-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(HBox.USE_PREF_SIZE);
        return head;
    }

    private Button commands(Consumer<String> copy) {
        var button = new Button(words.say("ui.operation.copy"), Icons.icon(Glyph.CONTENT_COPY));
        button.setId("operation-copy");
        button.getStyleClass().add("flat");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> copy.accept(model.commands()));
        model.callsProperty().subscribe(calls -> button.setDisable(calls.isEmpty()));
        return button;
    }

    /// Whoever has unlocked it goes on in the field where he was, else with what confirms it.
    private Button unlock(ConfirmationPane confirmation) {
        var button = new Button(words.say("ui.operation.unlock"), Icons.icon(Glyph.LOCK_OPEN_OUTLINE));
        button.setId("operation-unlock");
        button.setMnemonicParsing(true); // GTK's input methods take Ctrl+Shift+U while a text field has the focus
        button.setMinWidth(Button.USE_PREF_SIZE);
        frame.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> {
            if (owner != null && owner != button) {
                before = Optional.of(owner).filter(TextInputControl.class::isInstance);
            }
        });
        button.setOnAction(_ -> {
            Node next = before.orElseGet(confirmation::first);
            model.unlock();
            next.requestFocus();
        });
        model.unlockableProperty().subscribe(can -> Texts.shown(button, can));
        return button;
    }

    /// The revisions that a service can go back to are known.
    void show(Reading<List<OperationDesk.Revision>> known) {
        revisions.ifPresent(pane -> pane.show(known));
        hold();
    }

    DialogFrame frame() {
        return frame;
    }
}
