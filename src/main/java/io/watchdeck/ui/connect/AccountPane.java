package io.watchdeck.ui.connect;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who AWS says we are, and the clusters of the account.
final class AccountPane extends StepPane {

    private final ConnectViewModel model;
    private final VBox list = new VBox();
    private final TextField typed = new TextField();
    private boolean focused;

    AccountPane(ConnectViewModel model, Words words) {
        super("connect-account");
        this.model = model;
        list.setId("connect-clusters");
        list.getStyleClass().add("connect-clusters");
        typed.setId("connect-cluster-typed");
        typed.getStyleClass().add("wd-mono");
        typed.setPromptText(words.say("ui.connect.cluster"));
        typed.setAccessibleText(words.say("ui.connect.cluster"));
        typed.textProperty().bindBidirectional(model.typedProperty());
        getChildren().addAll(list, typed);
        model.clusters().addListener((ListChangeListener<ClusterLine>) _ -> show());
        model.troubleProperty().subscribe(_ -> type());
        show();
    }

    private void type() {
        boolean before = typed.isVisible();
        Texts.shown(typed, model.mayType());
        if (!before && typed.isVisible() && getScene() != null) {
            typed.requestFocus();
        }
    }

    private void show() {
        list.getChildren().setAll(model.clusters().stream().map(AccountPane::line).toList());
        Texts.shown(list, !model.clusters().isEmpty());
        if (!focused && getScene() != null) {
            first().requestFocus();
        }
        focused = !model.clusters().isEmpty();
    }

    private static Node line(ClusterLine cluster) {
        var box = new CheckBox(cluster.name());
        box.setId("connect-cluster-" + cluster.name());
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(cluster.pickedProperty());
        Label count = Texts.yielding("", "wd-12", "wd-muted");
        cluster.servicesProperty().subscribe(text -> count.setText(text.isEmpty() ? "…" : text));
        var line = new HBox(box, count);
        line.getStyleClass().add("connect-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    Node first() {
        return list.getChildren().isEmpty() ? typed : ((HBox) list.getChildren().getFirst()).getChildren().getFirst();
    }
}
