package io.watchdeck.ui.signin;

import io.watchdeck.identity.DeviceCode;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.DialogFrame;
import io.watchdeck.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Signs in at one door: shows the code to confirm in the browser, or asks for that of a device.
final class SignInDialog {

    private static final int MOST = 6;

    private final SignInViewModel model;
    private final Words words;
    private final DialogFrame frame;

    /// @param copy puts a text on the clipboard
    SignInDialog(SignInViewModel model, Words words, Consumer<String> copy) {
        this.model = model;
        this.words = words;
        frame = new DialogFrame("sign-in-dialog", DialogFrame.Width.NORMAL, words);
        frame.icon(Glyph.KEY_OUTLINE);
        frame.title(model.title());
        frame.subtitle(model.place());
        Label said = Texts.wrapping("");
        said.setId("sign-in-said");
        model.saidProperty().subscribe(text -> Texts.set(said, text));
        Label trouble = Texts.wrapping("", "sign-in-trouble");
        trouble.setId("sign-in-trouble");
        model.lostProperty().subscribe(lost -> {
            (lost ? Tone.WARNING : Tone.CRITICAL).on(trouble);
            trouble.setGraphic(Icons.icon(lost ? Glyph.ALERT : Glyph.ALERT_OCTAGON));
        });
        model.troubleProperty().subscribe(text -> Texts.set(trouble, text));
        if (model.isCode()) {
            TextField typed = typed();
            frame.body(said, typed, trouble);
            frame.startWith(typed);
            model.troubleProperty().subscribe((_, why) -> {
                if (!why.isEmpty()) {
                    typed.requestFocus(); // the next code is typed there
                }
            });
        } else {
            frame.body(said, code(copy), trouble);
            frame.beside(again(), command());
        }
        frame.primary().textProperty().bind(model.actionProperty());
        frame.onPrimary(model::act);
        model.lockedProperty().subscribe(why -> {
            if (!model.isCode() || model.waitingProperty().get()) {
                frame.await(why);
            } else {
                frame.lock(why);
            }
        });
    }

    private TextField typed() {
        var field = new TextField();
        field.setId("sign-in-typed");
        field.getStyleClass().addAll("sign-in-typed", "wd-mono");
        field.setAccessibleText(words.say("ui.signIn.code.said"));
        field.setPromptText("000000");
        field.setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0," + MOST + "}")
                ? change : null));
        field.textProperty().bindBidirectional(model.typedProperty());
        return field;
    }

    private VBox code(Consumer<String> copy) {
        Label code = Texts.label("", "sign-in-code", "wd-mono");
        code.setId("sign-in-code");
        var copyCode = new Button(words.say("ui.signIn.copy"), Icons.icon(Glyph.CONTENT_COPY));
        copyCode.setId("sign-in-copy");
        copyCode.getStyleClass().add("small");
        copyCode.setOnAction(_ -> model.deviceProperty().get().map(DeviceCode::code).ifPresent(copy));
        Label page = Texts.wrapping("", "wd-12", "wd-muted");
        page.setId("sign-in-page");
        var line = new HBox(code, copyCode);
        line.getStyleClass().add("sign-in-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(line, page);
        box.getStyleClass().add("sign-in-box");
        model.deviceProperty().subscribe(device -> {
            Texts.shown(box, device.isPresent());
            code.setText(device.map(DeviceCode::code).orElse(""));
            page.setText(device.map(one -> words.say("ui.signIn.page", one.page().toString())).orElse(""));
        });
        return box;
    }

    private Button again() {
        var button = new Button(words.say("ui.signIn.begin"), Icons.icon(Glyph.REFRESH));
        button.setId("sign-in-again");
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(_ -> model.beginAgain());
        model.lostProperty().subscribe(lost -> Texts.shown(button, lost));
        return button;
    }

    private Button command() {
        var button = new Button(words.say("ui.signIn.command"), Icons.icon(Glyph.CONSOLE));
        button.setId("sign-in-command");
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(_ -> model.useCommand());
        model.commandProperty().subscribe(there -> Texts.shown(button, there));
        return button;
    }

    DialogFrame frame() {
        return frame;
    }
}
