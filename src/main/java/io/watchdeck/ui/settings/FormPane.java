package io.watchdeck.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The settings of a section below each other.
final class FormPane extends VBox {

    private final ChoicesViewModel model;
    private final Words words;

    FormPane(ChoicesViewModel model, Words words, Section section) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "settings-form");
        setMinWidth(0);
        setId("settings-form-" + section.word());
        section.keys().forEach(key -> getChildren().add(new SettingPane(model, words, key, control(key))));
        if (section == Section.APPEARANCE) {
            Label less = Texts.wrapping("", "wd-12", "setting-note");
            less.setId("settings-text-less");
            less.setGraphic(Icons.icon(Glyph.INFORMATION_OUTLINE));
            model.drawnProperty().subscribe(text -> Texts.set(less, text));
            getChildren().add(less);
        }
    }

    private Region control(String key) {
        return switch (key) {
            case "name" -> new TypedPane(model, words, key, "", model.standard(key));
            case "cap" -> new TypedPane(model, words, key, words.say("ui.settings.choice.cap.unit"), "2");
            case "allowance" -> new TypedPane(model, words, key, "", "50%");
            case "quiet" -> new QuietPane(model, words);
            case "notifications", "sound", "tray" -> toggle(key);
            default -> new OptionsPane(model, words, key);
        };
    }

    private Region toggle(String key) {
        var toggle = new ToggleSwitch();
        toggle.setId("settings-" + key);
        toggle.setAccessibleText(words.say("ui.settings.choice." + key));
        model.settingProperty(key).subscribe(setting -> toggle.setSelected(setting.value().equals("on")));
        toggle.selectedProperty().subscribe((_, on) -> {
            String wanted = on ? "on" : "off";
            if (!wanted.equals(model.settingProperty(key).get().value())) {
                model.choose(key, wanted);
            }
        });
        return new StackPane(toggle) {
            @Override
            public void requestFocus() {
                toggle.requestFocus();
            }
        };
    }
}
