package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A name and its value in a line of a card. How old a late value is has what they leave; in a narrow column the disc alone
/// tells that it is late, so that an age takes nothing of a figure: the head of the card and the tooltip say the rest.
final class LinePane extends HBox {

    private static final double GAP = 4;
    private static final double LEAST_NAME = 36;
    /// A longer value is cut where there is no room.
    private static final double MOST_VALUE = 108;

    private final Label name;
    private final Label value;
    private final FreshnessLabel age = new FreshnessLabel();
    private final Optional<Age> late;

    /// @param narrow whether ages are told by their disc alone
    LinePane(CardFacts.Line line, boolean narrow) {
        super(GAP);
        late = line.late();
        name = Texts.yielding(line.name(), "wd-12", "wd-muted");
        value = Texts.label(line.value(), "wd-12");
        line.tone().on(value);
        if (line.tone() == Tone.WARNING || line.tone() == Tone.CRITICAL) {
            value.getStyleClass().add("wd-strong");
        }
        // The name gives way first: a figure that is cut is another figure.
        name.setMinWidth(Math.min(LEAST_NAME, Math.ceil(TextWidth.of(line.name(), false, 12))));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        value.setMinWidth(Math.min(MOST_VALUE, valueWidth()));
        value.setAlignment(Pos.CENTER_RIGHT);
        Texts.explainWhole(name, line.tooltip());
        Texts.explainWhole(value, line.tooltip());
        getChildren().addAll(name, value);
        late.ifPresent(known -> {
            getChildren().add(age);
            age.disc(known);
            if (!narrow) {
                widthProperty().subscribe(width -> age.fit(known,
                        width.doubleValue() - least() + FreshnessLabel.DISC_ALONE));
            }
        });
    }

    private double valueWidth() {
        return Math.ceil(TextWidth.of(value.getText(), value.getStyleClass().contains("wd-strong"), 12)) + 2;
    }

    /// With the whole name, and of the age the disc alone.
    private double least() {
        return Math.ceil(TextWidth.of(name.getText(), false, 12)) + 2 + GAP + valueWidth()
                + (late.isPresent() ? GAP + FreshnessLabel.DISC_ALONE : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return least();
    }
}
