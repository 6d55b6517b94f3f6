package io.watchdeck.ui.operations;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A whole number between two ends, typed or counted up and down. Tells every number that is whole and within; while what
/// is typed is none, and the field is not switched off, the operation cannot run.
final class NumberPane extends HBox {

    private static final int DIGITS = 5;

    private final TextField field = new TextField();
    private final int least;
    private final int most;
    private final IntConsumer changed;
    private final OperationViewModel model;
    private final String problem;
    private boolean quiet;

    /// @param id   of the field
    /// @param name for screen readers
    NumberPane(String id, String name, int least, int most, IntConsumer changed, OperationViewModel model,
            Words words) {
        this.least = least;
        this.most = most;
        this.changed = changed;
        this.model = model;
        problem = words.say("ui.operation.number", name, least, most);
        getStyleClass().add("number-pane");
        setAlignment(Pos.CENTER_LEFT);
        setMaxWidth(USE_PREF_SIZE);
        field.setId(id);
        field.setAccessibleText(name);
        field.setTextFormatter(new TextFormatter<String>(
                change -> change.getControlNewText().matches("\\d{0," + DIGITS + "}") ? change : null));
        field.textProperty().subscribe(_ -> typed());
        disabledProperty().subscribe(_ -> judge());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::count);
        var less = new Button(null, Icons.icon(Glyph.MINUS));
        less.setAccessibleText(words.say("ui.operation.less"));
        less.setFocusTraversable(false);
        less.setOnAction(_ -> add(-1));
        var more = new Button(null, Icons.icon(Glyph.PLUS));
        more.setAccessibleText(words.say("ui.operation.more"));
        more.setFocusTraversable(false);
        more.setOnAction(_ -> add(1));
        getChildren().addAll(less, field, more);
    }

    private void count(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            add(event.getCode() == KeyCode.UP ? 1 : -1);
            event.consume();
        }
    }

    private void add(int by) {
        int next = Math.clamp((long) value().orElse(least) + by, least, most);
        field.setText(Integer.toString(next));
        field.positionCaret(field.getLength());
    }

    private void typed() {
        OptionalInt value = value();
        if (!quiet && value.isPresent()) {
            changed.accept(value.getAsInt());
        }
        judge();
    }

    private void judge() {
        model.unusable(field.getId(),
                isDisabled() || value().isPresent() ? Optional.empty() : Optional.of(problem));
    }

    /// Empty while what is typed is no number within the ends.
    OptionalInt value() {
        if (field.getText().isEmpty()) {
            return OptionalInt.empty();
        }
        int typed = Integer.parseInt(field.getText());
        return typed < least || typed > most ? OptionalInt.empty() : OptionalInt.of(typed);
    }

    /// Shows a number without telling it. Whoever is in the field types another in its place.
    void show(int number) {
        if (value().isEmpty() || value().getAsInt() != number) {
            quiet = true;
            field.setText(Integer.toString(number));
            quiet = false;
            if (field.isFocused()) {
                field.selectAll();
            }
        }
    }

    TextField field() {
        return field;
    }
}
