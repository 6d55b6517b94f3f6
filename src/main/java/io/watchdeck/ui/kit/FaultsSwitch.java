package io.watchdeck.ui.kit;

import atlantafx.base.controls.ToggleSwitch;
import io.watchdeck.words.Words;
import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/// Leaves out of a list what is fine. While it is on it looks like a chip and says how many rows it hides.
public final class FaultsSwitch extends ToggleSwitch {

    public FaultsSwitch(Words words, String id, OnlyFaults faults) {
        setId(id);
        getStyleClass().add("faults-switch");
        setLabelPosition(HorizontalDirection.RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(Texts.tooltip(words.say("ui.faults.help")));
        selectedProperty().subscribe(faults::turn);
        faults.onProperty().subscribe(on -> {
            setSelected(on);
            tell(words, faults);
        });
        faults.hiddenProperty().subscribe(_ -> tell(words, faults));
    }

    /// The key is the same on each screen.
    public static void key(Node screen, OnlyFaults faults) {
        LetterKey.install(screen, KeyCode.F, faults::toggle);
    }

    private void tell(Words words, OnlyFaults faults) {
        String text = faults.onProperty().get() ? words.say("ui.faults.on", faults.hiddenProperty().get())
                : words.say("ui.faults.off");
        setText(text);
        setAccessibleText(text);
    }
}
