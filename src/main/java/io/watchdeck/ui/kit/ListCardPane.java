package io.watchdeck.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// A list of rows as a card: above it the titles of its columns, in its middle why it is empty, below it what is told. The
/// ids of its nodes begin with the name of its place: `alarms-list`, `alarms-empty`, `alarms-told`.
///
/// @param <K> what a row is about
/// @param <F> what it says
public final class ListCardPane<K, F> extends VBox {

    private static final double ROW = 44;
    /// Rows that stay in sight above one that is scrolled to.
    private static final int ABOVE = 3;

    private final ListView<Row<K, F>> list = new ListView<>();
    private final HBox columns = new HBox();
    private final Label empty = Texts.yielding("", "wd-muted", "list-empty");
    private final Label told = Texts.yielding("", "wd-12", "told");
    /// Whether the selected row is to be brought into sight.
    private boolean hidden;

    /// @param called what is listed, for those who hear it
    public ListCardPane(String place, String called) {
        getStyleClass().add("wd-card");
        list.setId(place + "-list");
        list.getStyleClass().addAll("edge-to-edge", "card-list");
        list.setAccessibleText(called);
        list.setFixedCellSize(ROW);
        list.heightProperty().subscribe(_ -> reveal());
        empty.setId(place + "-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        told.setId(place + "-told");
        told.setGraphic(Icons.icon(MaterialDesignI.INFORMATION_OUTLINE));
        told.setMaxWidth(Double.MAX_VALUE);
        var middle = new StackPane(list, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        columns.getStyleClass().addAll("list-columns", place + "-columns");
        columns.setAlignment(Pos.CENTER_LEFT);
        var band = new StackPane(columns);
        band.getStyleClass().add("list-columns-band");
        StackPane.setAlignment(columns, Pos.CENTER_LEFT);
        getChildren().addAll(band, middle, told);
    }

    /// What stands above the columns.
    public void columns(List<ListColumn> places, List<? extends Region> titles) {
        ListColumn.place(columns, places, titles);
    }

    /// Told how wide a cell is, beside the scroll bar.
    public DoubleConsumer onWidth() {
        return columns::setMaxWidth;
    }

    /// @param why  nothing is listed; empty while something is
    /// @param what is told below the list; may be empty
    public void tells(ObservableValue<String> why, ObservableValue<String> what) {
        why.subscribe(said -> Texts.set(empty, said));
        what.subscribe(said -> Texts.set(told, said));
    }

    public ListView<Row<K, F>> list() {
        return list;
    }

    public void focusList() {
        list.requestFocus();
    }

    /// Selects a row after rows came and went, wherever it stands now; none where it is not listed.
    public void selectAgain(Optional<Row<K, F>> row) {
        if (row.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedItem() != row.get()) {
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().select(row.get());
        }
    }

    /// Selects a row and brings it into sight.
    public void select(Row<K, F> row) {
        list.getSelectionModel().select(row);
        hidden = true;
        reveal();
    }

    /// As soon as it is known how much of the list is seen.
    private void reveal() {
        if (!hidden || list.getHeight() <= 0) {
            return;
        }
        hidden = false;
        int index = list.getSelectionModel().getSelectedIndex();
        if ((index + 1) * ROW > list.getHeight()) {
            list.scrollTo(Math.max(0, index - ABOVE));
        }
    }
}
