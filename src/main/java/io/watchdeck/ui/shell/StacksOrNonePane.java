package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The whole of a screen, or what is missing while there are no stacks. The screen tells it of every snapshot.
public final class StacksOrNonePane extends StackPane {

    private final Node whole;
    private final NoStacksPane none;

    public StacksOrNonePane(PageContext context, Screen screen, Node whole) {
        this.whole = whole;
        none = new NoStacksPane(context.words(), context.connecting()).on(screen);
        Texts.shown(none, false);
        getChildren().addAll(whole, none);
    }

    public void show(WatchSnapshot newest, Instant at) {
        Texts.shown(whole, !newest.stacks().isEmpty());
        Texts.shown(none, newest.stacks().isEmpty());
    }
}
