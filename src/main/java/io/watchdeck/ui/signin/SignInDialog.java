package io.watchdeck.ui.signin;

import io.watchdeck.identity.DeviceCode;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.DialogFrame;
import io.watchdeck.words.Words;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
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
        NotePane trouble = trouble();
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
            frame.beside(again(), instead(), command());
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

    private NotePane trouble() {
        Label trouble = Texts.wrapping("", "sign-in-trouble");
        trouble.setId("sign-in-trouble");
        FontIcon icon = Icons.icon(Glyph.ALERT_OCTAGON);
        var note = new NotePane(icon, trouble);
        note.getStyleClass().add("sign-in-trouble");
        model.lostProperty().subscribe(lost -> {
            Tone tone = lost ? Tone.WARNING : Tone.CRITICAL;
            tone.on(trouble);
            tone.on(note);
            icon.show(lost ? Glyph.ALERT : Glyph.ALERT_OCTAGON);
        });
        model.troubleProperty().subscribe(text -> Texts.set(trouble, text));
        return note;
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
        return other("ui.signIn.begin", Glyph.REFRESH, "sign-in-again", model.lostProperty(), model::beginAgain);
    }

    private Button instead() {
        return other("ui.signIn.device", Glyph.KEY_OUTLINE, "sign-in-instead", model.elsewhereProperty(),
                model::beginAgain);
    }

    private Button command() {
        return other("ui.signIn.command", Glyph.CONSOLE, "sign-in-command", model.commandProperty(),
                model::useCommand);
    }

    /// Another way, in place of the one that is gone: its button goes with it, and whoever pressed that has the focus where
    /// nothing is begun once more by mistake.
    private Button other(String key, Glyph icon, String id, ObservableValue<Boolean> there, Runnable way) {
        var button = new Button(words.say(key), Icons.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(_ -> {
            frame.waits();
            way.run();
        });
        there.subscribe(shown -> Texts.shown(button, shown));
        return button;
    }

    DialogFrame frame() {
        return frame;
    }
}
