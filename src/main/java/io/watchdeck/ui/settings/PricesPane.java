package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What AWS takes for the console's calls, and where it says so.
final class PricesPane extends SectionCardPane {

    private static final double CALL = 40;

    private final GridPane prices = new GridPane();
    private final Label sources = Texts.wrapping("", "wd-12", "wd-muted");
    private Optional<List<MeterPage.Price>> shown = Optional.empty();

    PricesPane(SettingsViewModel model, Words words) {
        super(Glyph.TAG_OUTLINE, words.say("ui.settings.prices.title"), "");
        setId("settings-price-card");
        prices.getStyleClass().add("settings-grid");
        prices.setId("settings-prices");
        prices.getColumnConstraints().addAll(part(CALL), part(100 - CALL));
        var content = new VBox(prices, sources);
        content.getStyleClass().add("settings-content");
        getChildren().add(content);
        model.pageProperty().subscribe(page -> page.ifPresent(this::show));
    }

    private static ColumnConstraints part(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private void show(MeterPage page) {
        sources.setText(page.sources());
        if (!shown.equals(Optional.of(page.prices()))) {
            shown = Optional.of(page.prices());
            prices.getChildren().clear();
            for (int row = 0; row < page.prices().size(); row++) {
                MeterPage.Price price = page.prices().get(row);
                Label call = Texts.wrapping(price.call(), "wd-12");
                GridPane.setValignment(call, VPos.TOP);
                Label amount = Texts.wrapping(price.price(), "wd-12", "wd-strong");
                GridPane.setValignment(amount, VPos.TOP);
                prices.addRow(row, call, amount);
            }
        }
    }
}
