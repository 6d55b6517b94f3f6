package io.watchdeck.ui.connect;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.DialogFrame;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Connects an account step by step, with the list of the steps above.
final class ConnectDialog {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final ConnectViewModel model;
    private final Words words;
    private final DialogFrame frame;
    private final HBox steps = new HBox();
    private final Label said = Texts.wrapping("");
    private final Label trouble = Texts.wrapping("", "connect-trouble");
    private final NotePane troubled = new NotePane(Icons.icon(Glyph.ALERT_OCTAGON), trouble);
    private Optional<Step> shown = Optional.empty();
    private Optional<StackDraft> draft = Optional.empty();

    /// @param close closes it
    ConnectDialog(ConnectViewModel model, Words words, Consumer<DialogFrame> close) {
        this.model = model;
        this.words = words;
        frame = new DialogFrame("connect-dialog", DialogFrame.Width.WIDEST, words);
        frame.goOnByEnter();
        frame.icon(Glyph.CLOUD_PLUS_OUTLINE);
        frame.title(words.say("ui.connect.title"));
        frame.subtitle(words.say("ui.connect.subtitle"));
        steps.setId("connect-steps");
        steps.getStyleClass().add("connect-steps");
        said.setId("connect-said");
        trouble.setId("connect-trouble");
        troubled.getStyleClass().add("connect-trouble");
        model.saidProperty().subscribe(text -> Texts.set(said, text));
        model.troubleProperty().subscribe(text -> Texts.set(trouble, text));
        frame.beside(back());
        frame.primary().textProperty().bind(model.actionProperty());
        frame.onPrimary(() -> {
            if (model.isDone()) {
                close.accept(frame);
            } else {
                model.act();
            }
        });
        model.lockedProperty().subscribe(frame::lock);
        model.stepProperty().subscribe(_ -> show());
        model.draftProperty().subscribe(_ -> show());
        model.actionProperty().subscribe(_ -> {
            end();
            tryAgain();
        });
    }

    /// Where nothing but another try is left, it is what the keyboard does.
    private void tryAgain() {
        if (isStuck()) {
            frame.primary().requestFocus();
        }
    }

    private boolean isStuck() {
        return new Said(model, words).again();
    }

    /// Once everything is written the fields that had the focus take it no more, and there is nothing left to cancel.
    private void end() {
        if (model.isDone() && !frame.primary().isFocused()) {
            frame.cancelSays(words.say("ui.connect.close"));
            frame.primary().requestFocus();
        }
    }

    private Button back() {
        var button = new Button(words.say("ui.connect.back"), Icons.icon(Glyph.ARROW_LEFT));
        button.setId("connect-back");
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> model.back());
        model.stepProperty().subscribe(_ -> Texts.shown(button, model.canGoBack()));
        model.lockedProperty().subscribe(_ -> Texts.shown(button, model.canGoBack()));
        model.actionProperty().subscribe(_ -> Texts.shown(button, model.canGoBack()));
        return button;
    }

    private void show() {
        Step step = model.stepProperty().get();
        if (shown.filter(step::equals).isPresent() && draft.equals(model.draftProperty().get())) {
            return;
        }
        boolean first = shown.isEmpty();
        shown = Optional.of(step);
        draft = model.draftProperty().get();
        steps.getChildren().setAll(java.util.Arrays.stream(Step.values()).map(one -> mark(one, step)).toList());
        switch (step) {
            case PROFILE -> body(new ProfilePane(model, words), first);
            case ACCOUNT -> body(new AccountPane(model, words), first);
            case STACK -> draft.ifPresentOrElse(one -> body(new StackPane(one, words, model::sentence), first),
                    () -> body(new javafx.scene.layout.Region(), first));
            case WRITE -> body(new FilesPane(model, words), first);
        }
    }

    private void body(Node pane, boolean first) {
        frame.body(steps, said, troubled, pane);
        if (pane instanceof StepPane there) {
            frame.startWith(isStuck() ? frame.primary() : there.first());
            if (!first) {
                there.first().requestFocus();
            }
        }
    }

    private Node mark(Step one, Step now) {
        Label mark = Texts.label(words.say("ui.connect.step." + one.word(), one.ordinal() + 1), "wd-12",
                "connect-step");
        mark.setId("connect-step-" + one.word());
        mark.pseudoClassStateChanged(CURRENT, one == now);
        mark.pseudoClassStateChanged(PAST, one.ordinal() < now.ordinal());
        if (one.ordinal() < now.ordinal()) {
            mark.setGraphic(Icons.icon(Glyph.CHECK));
        }
        mark.setAlignment(Pos.CENTER_LEFT);
        return mark;
    }

    DialogFrame frame() {
        return frame;
    }
}
