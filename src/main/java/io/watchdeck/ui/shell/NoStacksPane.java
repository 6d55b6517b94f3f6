package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// In place of the stacks while there are none: what is missing, and the ways to some.
public final class NoStacksPane extends VBox {

    private static final double WIDEST = 460;

    private final ConnectButton connect;

    public NoStacksPane(Words words, Connecting connecting) {
        getStyleClass().add("no-stacks");
        setAlignment(Pos.CENTER);
        FontIcon icon = Icons.icon(Glyph.LAYERS_OUTLINE, "no-stacks-icon");
        Label title = Texts.label(words.say("ui.noStacks.title"), "wd-16", "wd-strong");
        Label ways = Texts.wrapping(words.say("ui.noStacks.ways", connecting.stacks()), "wd-muted", "no-stacks-ways");
        ways.setMaxWidth(WIDEST);
        connect = new ConnectButton(words, connecting);
        connect.getStyleClass().add("accent");
        getChildren().addAll(icon, title, ways, connect);
    }

    /// @param screen on which it is shown: `overview-connect`
    public NoStacksPane on(Screen screen) {
        setId(screen.word() + "-no-stacks");
        connect.setId(screen.word() + "-connect");
        return this;
    }
}
