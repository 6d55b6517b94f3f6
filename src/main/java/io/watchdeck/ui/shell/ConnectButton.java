package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.scene.control.Button;
import javafx.util.Subscription;

/// The way to connect an account; only there where that is possible.
public final class ConnectButton extends Button {

    private Subscription following = Subscription.EMPTY;

    public ConnectButton(Words words, Connecting connecting) {
        super(words.say("ui.connect.open"), Icons.icon(Glyph.CLOUD_PLUS_OUTLINE));
        setOnAction(_ -> connecting.open());
        // What it follows outlasts the screen, which is made anew for another language.
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY
                    : connecting.possibleProperty().subscribe(possible -> Texts.shown(this, possible));
        });
    }
}
