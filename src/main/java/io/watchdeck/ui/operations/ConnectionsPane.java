package io.watchdeck.ui.operations;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The connections of a database as a bar with its limit beside it, and each part of it in words below.
final class ConnectionsPane extends VBox {

    private static final double WIDEST = 320;

    ConnectionsPane(ConnectionShares shares, Words words) {
        setId("operation-connections");
        getStyleClass().add("connections");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(shares.sentence(words));
        var bar = new ConnectionsChart(shares);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(WIDEST);
        Label limit = Texts.label(words.say("ui.operation.connections.limit", shares.limit()), "wd-11",
                "connections-limit");
        var line = new HBox(bar, limit);
        line.getStyleClass().add("connections-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var legend = new FlowPane();
        legend.getStyleClass().add("connections-legend");
        shares.parts().forEach(part -> legend.getChildren().add(entry(
                part.holder() == ConnectionShares.Holder.COMING
                        ? "coming-" + shares.zone().name().toLowerCase(Locale.ROOT)
                        : part.holder().name().toLowerCase(Locale.ROOT),
                shares.say(part, words))));
        legend.getChildren().add(shares.free() >= 0 ? entry("free", shares.rest(words))
                : Texts.label(shares.rest(words), "wd-11", "wd-strong", "connections-limit"));
        getChildren().addAll(line, legend);
    }

    private static Label entry(String of, String text) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("connections-swatch", "connections-" + of);
        Label said = Texts.label(text, "wd-11");
        said.setGraphic(swatch);
        return said;
    }
}
