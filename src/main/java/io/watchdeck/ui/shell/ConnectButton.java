package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.scene.control.Button;

/// The way to connect an account; only there where that is possible.
public final class ConnectButton extends Button {

    public ConnectButton(Words words, Connecting connecting) {
        super(words.say("ui.connect.open"), Icons.icon(Glyph.CLOUD_PLUS_OUTLINE));
        setOnAction(_ -> connecting.open());
        connecting.possibleProperty().when(Texts.inWindow(this)).subscribe(possible -> Texts.shown(this, possible));
    }
}
