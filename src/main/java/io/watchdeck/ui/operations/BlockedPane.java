package io.watchdeck.ui.operations;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says why the operation cannot be done, and asks the account once more when that is wished.
final class BlockedPane extends HBox {

    private final Label title = Texts.wrapping("", "wd-strong");
    private final Label reasons = Texts.wrapping("", "wd-12");

    BlockedPane(OperationViewModel model, Words words) {
        setId("operation-blocked");
        getStyleClass().add("blocked");
        setAlignment(Pos.CENTER_LEFT);
        reasons.setId("operation-blocked-reasons");
        var again = new Button(words.say("ui.operation.askAgain"), Icons.icon(Glyph.REFRESH));
        again.setId("operation-ask-again");
        again.getStyleClass().add("small");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(_ -> model.again());
        var texts = new VBox(title, reasons);
        texts.getStyleClass().add("blocked-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(Icons.icon(Glyph.ALERT_OCTAGON, "refuse-icon"), texts, again);
        model.blockedProperty().subscribe(this::show);
    }

    private void show(Optional<Blocked> blocked) {
        blocked.ifPresent(why -> {
            title.setText(why.title());
            reasons.setText(String.join("\n", why.reasons()));
            setAccessibleText(why.title() + ": " + String.join(" ", why.reasons()));
        });
        Texts.shown(this, blocked.isPresent());
    }
}
