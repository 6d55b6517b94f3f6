package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A menu on anything that AWS knows too: what can be done to it, copy its ARN, open its page in the AWS console. By right
/// click, and by Shift+F10 or the menu key while it has the focus.
public final class ReferenceMenu {

    private static final double INDENT = 24;

    private ReferenceMenu() {}

    /// @param reference empty where it stands for several things
    /// @param deeds     asked for when the menu opens; a menu without any entry does not open
    public static void install(Node node, Optional<AwsReference> reference, Words words, Desktop desktop,
            Supplier<List<MenuItem>> deeds) {
        node.setFocusTraversable(true);
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            ContextMenu menu = menu(reference, words, desktop, deeds.get());
            if (!menu.getItems().isEmpty()) {
                if (event.isKeyboardTrigger()) {
                    menu.show(node, Side.BOTTOM, INDENT, 0);
                } else {
                    menu.show(node, event.getScreenX(), event.getScreenY());
                }
            }
            event.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == node && (event.getCode() == KeyCode.CONTEXT_MENU
                    || event.isShiftDown() && event.getCode() == KeyCode.F10)) {
                menu(reference, words, desktop, deeds.get()).show(node, Side.BOTTOM, INDENT, 0);
                event.consume();
            }
        });
    }

    private static ContextMenu menu(Optional<AwsReference> reference, Words words, Desktop desktop,
            List<MenuItem> deeds) {
        var items = new ArrayList<MenuItem>(deeds);
        reference.ifPresent(known -> {
            if (!deeds.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            var copy = new MenuItem(words.say("ui.row.copyArn"), Icons.icon(Glyph.CONTENT_COPY));
            copy.setDisable(known.arn().isEmpty());
            copy.setOnAction(_ -> known.arn().ifPresent(desktop::copy));
            var open = new MenuItem(words.say("ui.row.console"), Icons.icon(Glyph.OPEN_IN_NEW));
            open.setOnAction(_ -> desktop.open(known.uri()));
            items.addAll(List.of(copy, open));
        });
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }
}
