package io.watchdeck.ui.kit;

import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;

/// One choice of a few that stand side by side.
public final class Segment {

    private Segment() {}

    /// A button of a group of which one is always chosen. Arrows choose as a press does. Where the group has the focus it
    /// goes to what is chosen, also where a key of the screen has chosen it.
    public static ToggleButton of(String text, ToggleGroup group, Runnable choose) {
        var button = new ToggleButton(text);
        button.getStyleClass().add("segment");
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            choose.run();
        });
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> arrow(event, button, group));
        button.selectedProperty().subscribe(chosen -> {
            if (chosen && group.getToggles().stream().anyMatch(one -> one != button && isFocused(one))) {
                ArrowFocus.give(button);
            }
        });
        return button;
    }

    private static boolean isFocused(Toggle one) {
        return one instanceof ToggleButton button && button.isFocused();
    }

    /// By itself an arrow would only select the neighbour.
    private static void arrow(KeyEvent event, ToggleButton button, ToggleGroup group) {
        int step = switch (event.getCode()) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
        if (step == 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int next = group.getToggles().indexOf(button) + step;
        while (next >= 0 && next < group.getToggles().size()) {
            if (group.getToggles().get(next) instanceof ToggleButton other && !other.isDisabled()) {
                ArrowFocus.give(other);
                other.fire();
                break;
            }
            next += step;
        }
        event.consume();
    }
}
