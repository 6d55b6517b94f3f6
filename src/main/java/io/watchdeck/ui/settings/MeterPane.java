package io.watchdeck.ui.settings;

import io.watchdeck.refresh.Saving;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the month has cost beside the cap, and the way on.
final class MeterPane extends SectionCardPane {

    private final SettingsViewModel model;
    private final Label month = Texts.blank("wd-24", "wd-strong");
    private final Label cap = Texts.yielding("", "wd-12", "wd-muted");
    private final Label today = Texts.blank("wd-12");
    private final Label state = Texts.wrapping("", "wd-12");
    private final Label question = Texts.wrapping("", "wd-12");
    private final Meter bar = new Meter(8);
    private final Button ask = new Button();
    private final Button confirm = new Button();
    private final Button cancel = new Button();
    private final VBox asked;

    MeterPane(SettingsViewModel model, Words words) {
        super(Glyph.CASH_MULTIPLE, words.say("ui.settings.title"), "");
        this.model = model;
        setId("settings-meter");
        state.setId("settings-state");
        question.setId("settings-question");
        var top = new HBox(month, cap, Texts.spacer(), today);
        bar.tickIsPlan();
        top.getStyleClass().add("meter-top");
        top.setAlignment(Pos.BASELINE_LEFT);
        var buttons = new HBox(confirm, cancel);
        buttons.getStyleClass().add("meter-top");
        asked = new VBox(question, buttons);
        asked.getStyleClass().add("meter-asked");
        button(ask, "settings-raise", model::ask);
        button(confirm, "settings-raise-do", model::raise);
        button(cancel, "settings-raise-cancel", model::cancel);
        confirm.getStyleClass().add("accent");
        cancel.setText(words.say("ui.settings.cancel"));
        var content = new VBox(top, bar, state, ask, asked);
        content.getStyleClass().add("settings-content");
        getChildren().add(content);
        model.pageProperty().subscribe(page -> page.ifPresent(this::show));
        model.askingProperty().subscribe(asking -> showAsking(asking));
    }

    private void show(MeterPage page) {
        month.setText(page.month());
        cap.setText(page.cap());
        today.setText(page.today());
        bar.show(page.share(), page.share(), OptionalDouble.of(Saving.COST.from()), page.tone(),
                page.month() + " " + page.cap());
        state.setText(page.state());
        page.raise().ifPresent(raise -> {
            ask.setText(raise.label());
            question.setText(raise.question());
            confirm.setText(raise.confirm());
        });
        showAsking(model.askingProperty().get());
    }

    private void showAsking(boolean asking) {
        boolean possible = model.pageProperty().get().flatMap(MeterPage::raise).isPresent();
        Texts.shown(ask, possible && !asking);
        Texts.shown(asked, possible && asking);
        Optional.of(asking).filter(now -> now && possible).ifPresent(_ -> cancel.requestFocus());
    }

    private static void button(Button button, String id, Runnable action) {
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
    }
}
