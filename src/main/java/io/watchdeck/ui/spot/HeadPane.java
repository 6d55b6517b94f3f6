package io.watchdeck.ui.spot;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What Spot took, in words; beside it how far back is looked.
final class HeadPane extends HBox {

    HeadPane(SpotViewModel model, Words words) {
        getStyleClass().addAll("wd-card", "spot-verdict");
        setId("spot-verdict");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        var icon = new SeverityIcon("large");
        Label headline = Texts.wrapping("", "wd-20", "wd-strong");
        headline.setId("spot-headline");
        Label second = Texts.wrapping("", "wd-12", "wd-muted");
        second.setId("spot-second");
        var texts = new VBox(headline, second);
        texts.getStyleClass().add("spot-verdict-texts");
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Node spans = spans(model, words);
        getChildren().addAll(icon, texts, spans);
        model.pageProperty().subscribe(page -> {
            headline.setText(page.headline().map(Headline::headline).orElse(page.nothing()));
            Texts.set(second, page.headline().map(Headline::second).orElse(page.why()));
            page.headline().ifPresent(said -> {
                icon.show(said.severity(), false);
                Tone.of(said.severity()).on(this);
            });
            if (page.headline().isEmpty()) {
                icon.show(Severity.UNKNOWN, false);
            }
            Texts.shown(spans, page.headline().isPresent());
        });
    }

    private static Node spans(SpotViewModel model, Words words) {
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setAccessibleText(words.say("ui.spot.spans"));
        segments.setMinWidth(USE_PREF_SIZE);
        segments.setMaxHeight(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (SpotSpan one : SpotSpan.values()) {
            ToggleButton button = Segment.of(words.say("ui.spot.span." + one.word()), group,
                    () -> model.span(one));
            button.setId("spot-span-" + one.word());
            Texts.explain(button, words.say("ui.spot.span." + one.word() + ".last"));
            model.spanProperty().subscribe(now -> button.setSelected(now == one));
            segments.getChildren().add(button);
        }
        return segments;
    }
}
