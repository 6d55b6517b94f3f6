package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.SectionPane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The part of the drawer that tells what one task costs, by the plan and by the bill.
final class PricesPane extends VBox {

    private final SectionPane section;
    private List<PriceLine> shown = List.of();

    PricesPane(Words words) {
        setId("drawer-prices");
        section = new SectionPane(words.say("ui.price.title"), Texts.label(words.say("ui.price.subtitle"), "wd-12",
                "wd-muted"));
        getChildren().add(section);
    }

    void show(List<PriceLine> newest) {
        if (!newest.equals(shown)) {
            section.setContent(newest.stream().map(PricesPane::entry).toList());
            shown = newest;
        }
    }

    private static Node entry(PriceLine line) {
        var entry = new VBox();
        entry.getStyleClass().add("price-entry");
        Label by = Texts.label(line.by(), "wd-12");
        if (line.absence().isPresent()) {
            entry.getChildren().add(EntryPane.line(by, Texts.spacer(), EntryPane.absent(line.absence().get())));
            return entry;
        }
        Label amount = Texts.label(line.amount(), line.known() ? "wd-strong" : "wd-muted");
        Label asOf = Texts.label(line.asOf(), "wd-12", "wd-muted");
        Texts.shown(asOf, !line.asOf().isEmpty());
        entry.getChildren().addAll(EntryPane.line(by, asOf, Texts.spacer(), amount),
                EntryPane.sentence(line.note(), Tone.MUTED, ""));
        return entry;
    }
}
