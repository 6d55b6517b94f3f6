package io.watchdeck.ui.operations;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Revision;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Which revision to go back to: those that are known to have succeeded, the newest first.
final class RollBackPane extends VBox {

    private static final int SHOWN = 6;

    private final OperationViewModel model;
    private final Words words;
    private final ToggleGroup group = new ToggleGroup();
    private final Instant now;
    private boolean isKnown;

    RollBackPane(OperationViewModel model, Words words, Instant now) {
        this.model = model;
        this.words = words;
        this.now = now;
        setId("rollback-revisions");
        getStyleClass().add("revisions");
        getChildren().add(Texts.label(words.say("ui.operation.asking"), "wd-muted"));
    }

    void show(Reading<List<Revision>> known) {
        isKnown = true;
        switch (known) {
            case Reading.Unknown<List<Revision>>(Failure failure, var _) ->
                getChildren().setAll(said(words.say("ui.operation.rollBack.unknown", failure.sentence())));
            case Reading.Known<List<Revision>>(var all, var _) -> {
                if (all.isEmpty()) {
                    getChildren().setAll(said(words.say("ui.operation.rollBack.none")));
                } else {
                    getChildren().setAll(all.stream().limit(SHOWN).map(this::choice).toList());
                    choose(all.getFirst());
                }
            }
        }
    }

    /// Whether what it shows has been read, or could not be.
    boolean isKnown() {
        return isKnown;
    }

    private static Label said(String text) {
        return Texts.wrapping(text, "wd-muted");
    }

    private Node choice(Revision one) {
        String revision = one.taskDefinition().substring(one.taskDefinition().lastIndexOf('/') + 1);
        var button = new RadioButton(one.succeeded()
                .map(at -> words.say("ui.operation.rollBack.choice", revision, words.when(at, now))).orElse(revision));
        button.setToggleGroup(group);
        button.setUserData(one);
        button.selectedProperty().subscribe(selected -> {
            if (selected) {
                choose(one);
            }
        });
        return button;
    }

    private void choose(Revision one) {
        group.getToggles().stream().filter(toggle -> one.equals(toggle.getUserData()))
                .forEach(toggle -> toggle.setSelected(true));
        if (model.operationProperty().get() instanceof Operation.RollBack back) {
            model.wish(new Operation.RollBack(back.stack(), back.service(), one.taskDefinition()));
        }
    }
}
