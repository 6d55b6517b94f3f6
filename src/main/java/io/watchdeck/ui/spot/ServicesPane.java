package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.ListCardPane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The services on Spot; the selected one is whose figures and lines are shown.
final class ServicesPane {

    private final SpotViewModel model;
    private final ListCardPane<String, ServiceLine> card;
    private final ListView<Row<String, ServiceLine>> list;
    private final Runnable leave;
    private final ReadOnlyStringWrapper without = new ReadOnlyStringWrapper("");
    private boolean narrow;

    /// @param open  shows the details of the selected service
    /// @param leave closes what is open, else goes back
    ServicesPane(SpotViewModel model, Words words, Desktop desktop, Runnable open, Runnable leave) {
        this.model = model;
        this.leave = leave;
        card = new ListCardPane<>("spot-services", words.say("ui.spot.services"));
        card.columns(SpotColumns.SERVICES, SpotColumns.SERVICES.stream().map(column -> column.title(words)).toList());
        model.pageProperty().subscribe(_ -> showWithout());
        card.tells(new ReadOnlyStringWrapper(""), without);
        list = card.list();
        list.setItems(model.services());
        list.setCellFactory(_ -> {
            var row = new ServiceRowPane(words);
            return new SpotCell<>(row, row::show, card.onWidth());
        });
        card.selection(model.replacingProperty(), this::selected, this::chosen);
        list.setOnMouseClicked(_ -> again());
        model.filterProperty().subscribe(_ -> card.selectAgain(chosen()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        new RowActions(words, desktop, Optional.of(open), model::reference, Optional::empty, model::csv).install(list);
    }

    ListCardPane<String, ServiceLine> card() {
        return card;
    }

    /// In a low window those that are not on Spot are named in the details alone: the rows need the room.
    void narrow(boolean now) {
        narrow = now;
        showWithout();
    }

    private void showWithout() {
        without.set(narrow ? "" : model.pageProperty().get().without());
    }

    private void selected(Row<String, ServiceLine> row) {
        if (!row.key().equals(model.chosenService())) {
            model.choose(row.key());
        }
    }

    /// A click on the chosen one shows its details again, after a line of the ledger was looked at.
    private void again() {
        Row<String, ServiceLine> row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.choose(row.key());
        }
    }

    private Optional<Row<String, ServiceLine>> chosen() {
        return model.service(model.chosenService());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !event.isShiftDown() && !event.isShortcutDown()) {
            leave.run();
            event.consume();
        }
    }
}
