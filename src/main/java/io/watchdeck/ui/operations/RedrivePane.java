package io.watchdeck.ui.operations;

import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How fast messages are moved back, and when the redrive is to end by itself.
final class RedrivePane extends VBox {

    private static final int MOST_A_SECOND = 500;
    private static final int MOST_BOUNCES = 99_999;

    private final OperationViewModel model;
    private final CheckBox limits = new CheckBox();
    private final CheckBox ends = new CheckBox();
    private final NumberPane rate;
    private final NumberPane bounces;

    RedrivePane(OperationViewModel model, Operation.Redrive wish, Words words) {
        this.model = model;
        getStyleClass().add("redrive-pane");
        rate = new NumberPane("redrive-rate", words.say("ui.operation.redrive.rate"), 1, MOST_A_SECOND,
                _ -> changed(), model, words);
        bounces = new NumberPane("redrive-bounces", words.say("ui.operation.redrive.ends"), 1, MOST_BOUNCES,
                _ -> changed(), model, words);
        rate.show(wish.perSecond().orElse(Operation.Redrive.USUAL_RATE));
        bounces.show(wish.bounces().orElse(Operation.Redrive.USUAL_BOUNCES));
        limits.setSelected(wish.perSecond().isPresent());
        ends.setSelected(wish.bounces().isPresent());
        getChildren().addAll(
                line(limits, "redrive-limits", words.say("ui.operation.redrive.rate"), rate,
                        words.say("ui.operation.redrive.perSecond")),
                line(ends, "redrive-ends", words.say("ui.operation.redrive.ends"), bounces,
                        words.say("ui.operation.redrive.bounces")));
    }

    private Node line(CheckBox box, String id, String text, NumberPane number, String unit) {
        box.setId(id);
        box.setText(text);
        box.selectedProperty().subscribe(_ -> changed());
        number.disableProperty().bind(box.selectedProperty().not());
        var line = new HBox(box, number, Texts.label(unit, "wd-muted"));
        line.getStyleClass().add("scale-option");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private void changed() {
        if (model.operationProperty().get() instanceof Operation.Redrive wish) {
            model.wish(new Operation.Redrive(wish.stack(), wish.queue(),
                    limits.isSelected() ? rate.value() : OptionalInt.empty(),
                    ends.isSelected() ? bounces.value() : OptionalInt.empty()));
        }
    }

    Node first() {
        return limits;
    }
}
