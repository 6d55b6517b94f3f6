package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Who we are, what we may change, what looking has cost, and when we look next.
final class StatusBar extends HBox {

    private final ShellViewModel model;
    private final Words words;

    StatusBar(ShellViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("status-bar");
        setId("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(who(), readOnly(), Texts.spacer(), spend(), next(), clock());
    }

    private Node who() {
        Label person = Texts.yielding("", "wd-12");
        person.setId("status-person");
        person.textProperty().bind(model.personProperty());
        Label detail = Texts.yielding("", "wd-12", "wd-muted");
        detail.textProperty().bind(model.personDetailProperty());
        return part(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE, person, detail);
    }

    private Node readOnly() {
        Label word = Texts.label(words.say("ui.status.readOnly"), "wd-12", "wd-strong");
        Label detail = Texts.yielding(words.say("ui.status.readOnly.detail"), "wd-12", "wd-muted");
        Texts.explain(word, words.say("ui.status.readOnly.tooltip"));
        return part(MaterialDesignL.LOCK_OUTLINE, word, detail);
    }

    private Node spend() {
        Label text = Texts.blank("wd-12");
        text.setId("status-spend");
        text.textProperty().bind(model.spendProperty());
        model.spendDetailProperty().subscribe(detail -> Texts.explain(text, detail));
        var meter = new Meter(6);
        meter.setPrefWidth(56);
        meter.setMinWidth(56);
        Runnable show = () -> meter.show(model.spendShareProperty().get(), 0, OptionalDouble.empty(),
                model.spendToneProperty().get(), model.spendProperty().get());
        model.spendShareProperty().subscribe(show);
        show.run();
        Node part = part(MaterialDesignC.CASH_MULTIPLE, text, meter);
        part.getStyleClass().add("status-right");
        return part;
    }

    private Node next() {
        Label text = Texts.blank("wd-12", "wd-muted");
        text.setId("status-next");
        text.textProperty().bind(model.nextProperty());
        Node part = part(MaterialDesignP.PROGRESS_CLOCK, text);
        part.getStyleClass().add("status-right");
        return part;
    }

    private Node clock() {
        Label text = Texts.blank("wd-12", "wd-muted");
        text.textProperty().bind(model.clockProperty());
        var part = new HBox(text);
        part.setAlignment(Pos.CENTER_LEFT);
        part.setMinWidth(USE_PREF_SIZE);
        part.getStyleClass().addAll("status-part", "status-right");
        return part;
    }

    private static Node part(Ikon ikon, Node... nodes) {
        var part = new HBox(Icons.icon(ikon));
        part.getChildren().addAll(nodes);
        part.getStyleClass().add("status-part");
        part.setAlignment(Pos.CENTER_LEFT);
        return part;
    }
}
