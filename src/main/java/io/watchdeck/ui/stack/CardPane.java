package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ReferenceMenu;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One component: a head with its name and age, and what there is to say in one or two columns.
final class CardPane extends VBox {

    /// What a column of figures keeps of a narrow card, so that no figure is cut: the sentences and the chart beside it
    /// give way.
    private static final double FIGURES = 148;

    private final FreshnessLabel age = new FreshnessLabel();
    private final Label name = Texts.name("wd-12", "wd-muted");
    private final BlocksPane left;
    private final BlocksPane right;

    /// @param deeds what can be done to it, as entries of its menu
    CardPane(Row<String, CardFacts> row, Words words, Desktop desktop, Supplier<Instant> now,
            Supplier<List<MenuItem>> deeds) {
        CardFacts facts = row.facts();
        left = new BlocksPane(now, 0);
        right = new BlocksPane(now, FIGURES);
        HBox.setHgrow(right, Priority.ALWAYS);
        getStyleClass().addAll("wd-card", "component-card");
        setId("card-" + facts.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setPrefWidth(facts.basis());
        setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(Icons.icon(icon(facts)), Texts.label(facts.title(), "wd-strong"), name, age);
        head.getStyleClass().add("component-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var body = new HBox(left, right);
        body.getStyleClass().add("component-body");
        body.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        if (facts.reference().isPresent()) {
            ReferenceMenu.install(this, facts.reference(), words, desktop, deeds);
        }
        row.factsProperty().subscribe(this::show);
    }

    private void show(CardFacts facts) {
        name.setText(facts.name());
        setAccessibleText((facts.title() + " " + facts.name()).strip());
        Texts.explain(name, facts.name());
        facts.age().ifPresent(age::show);
        Texts.shown(age, facts.age().isPresent());
        left.show(facts.left());
        right.show(facts.right());
        Texts.shown(right, !facts.right().isEmpty());
        HBox.setHgrow(left, facts.right().isEmpty() ? Priority.ALWAYS : Priority.SOMETIMES);
    }

    private static Glyph icon(CardFacts facts) {
        if (facts.key().endsWith("/contradictions")) {
            return Glyph.ALERT_OUTLINE;
        }
        return switch (facts.kind()) {
            case LOAD_BALANCER, TARGET_GROUP -> Glyph.SCALE_BALANCE;
            case DATABASE -> Glyph.DATABASE;
            case CACHE -> Glyph.CHIP;
            case QUEUE -> Glyph.TRAY_FULL;
            case BATCH_QUEUE -> Glyph.BRIEFCASE_OUTLINE;
            case PIPE -> Glyph.PIPE;
            case PIPELINE -> Glyph.SOURCE_BRANCH;
            case SERVICE -> Glyph.CUBE_OUTLINE;
            case STACK -> Glyph.CURRENCY_USD;
        };
    }
}
