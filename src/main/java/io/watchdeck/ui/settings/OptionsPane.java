package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.ArrowFocus;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A setting of a few words, of which one holds. Tab leads to it once; the arrow keys choose.
final class OptionsPane extends HBox {

    private final ChoicesViewModel model;
    private final Words words;
    private final String key;
    private List<ChoicesViewModel.Option> shown = List.of();

    OptionsPane(ChoicesViewModel model, Words words, String key) {
        this.model = model;
        this.words = words;
        this.key = key;
        getStyleClass().add("segments");
        setId("settings-" + key);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        model.settingProperty(key).subscribe(this::show);
    }

    /// Whoever wants the keyboard to be here means the word that holds, and it is seen there.
    @Override
    public void requestFocus() {
        getChildren().stream().filter(Node::isFocusTraversable).findFirst().ifPresent(ArrowFocus::give);
    }

    private void show(Setting setting) {
        List<ChoicesViewModel.Option> newest = model.options(key);
        boolean focused = isFocusWithin();
        if (!newest.equals(shown)) {
            shown = newest;
            getChildren().setAll(newest.stream().map(this::button).toList());
        }
        mark(setting);
        // Another word holds now, whoever chose it: the one that held is no longer where Tab leads.
        if (focused && getChildren().stream().noneMatch(one -> one.isFocused() && one.isFocusTraversable())) {
            requestFocus();
        }
    }

    private void mark(Setting setting) {
        boolean known = shown.stream().anyMatch(option -> option.value().equals(setting.value()));
        IntStream.range(0, shown.size()).forEach(index -> {
            boolean holds = shown.get(index).value().equals(setting.value());
            var button = (ToggleButton) getChildren().get(index);
            button.setSelected(holds);
            button.setFocusTraversable(holds || !known && index == 0);
        });
    }

    private ToggleButton button(ChoicesViewModel.Option option) {
        var button = new ToggleButton(option.label());
        button.setId("settings-" + key + "-" + option.value().replace("%", ""));
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(
                words.say("ui.settings.option", words.say("ui.settings.choice." + key), option.label()));
        button.setOnAction(_ -> {
            model.choose(key, option.value());
            mark(model.settingProperty(key).get());
        });
        return button;
    }

    private void step(KeyEvent event) {
        int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int now = IntStream.range(0, shown.size()).filter(index -> getChildren().get(index).isFocused()).findFirst()
                .orElse(-1);
        if (by == 0 || now < 0 || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int next = Math.clamp(now + by, 0, shown.size() - 1);
        if (next != now) { // the end is no choice: what holds without being written stays unwritten
            model.choose(key, shown.get(next).value());
            // What was chosen may be asked about before it holds.
            requestFocus();
        }
        event.consume();
    }
}
