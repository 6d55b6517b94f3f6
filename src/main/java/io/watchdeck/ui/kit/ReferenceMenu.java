package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/// A menu on anything that AWS knows too: copy its ARN, open its page in the AWS console.
public final class ReferenceMenu {

    private ReferenceMenu() {}

    public static void install(Node node, AwsReference reference, Words words, Desktop desktop) {
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu(reference, words, desktop).show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private static ContextMenu menu(AwsReference reference, Words words, Desktop desktop) {
        var copy = new MenuItem(words.say("ui.row.copyArn"), Icons.icon(MaterialDesignC.CONTENT_COPY));
        copy.setDisable(reference.arn().isEmpty());
        copy.setOnAction(_ -> reference.arn().ifPresent(desktop::copy));
        var open = new MenuItem(words.say("ui.row.console"), Icons.icon(MaterialDesignO.OPEN_IN_NEW));
        open.setOnAction(_ -> desktop.open(reference.uri()));
        return new ContextMenu(copy, open);
    }
}
