package io.watchdeck.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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
    private Predicate<F> row = _ -> true;
    /// Whether the selected row is to be brought into sight.
    private boolean hidden;
    /// How far it is to be scrolled, in pixels.
    private OptionalDouble scrolled = OptionalDouble.empty();

    /// @param called what is listed, for those who hear it
    public ListCardPane(String place, String called) {
        getStyleClass().add("wd-card");
        list.setId(place + "-list");
        list.getStyleClass().addAll("edge-to-edge", "card-list");
        list.setAccessibleText(called);
        list.setFixedCellSize(ROW);
        list.heightProperty().subscribe(_ -> reveal());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        empty.setId(place + "-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        told.setId(place + "-told");
        told.setGraphic(Icons.icon(Glyph.INFORMATION_OUTLINE));
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
        what.subscribe(said -> {
            Texts.set(told, said);
            Texts.explain(told, said);
        });
    }

    public ListView<Row<K, F>> list() {
        return list;
    }

    /// @param isRow which lines are rows, rather than heads of others
    public void rows(Predicate<F> isRow) {
        row = isRow;
    }

    public void focusList() {
        list.requestFocus();
    }

    /// Puts the keyboard into the list, onto the first row where none is selected.
    public void enter() {
        focusList();
        if (list.getSelectionModel().isEmpty()) {
            toEnd(true);
        }
    }

    /// The list itself would go to its first line, which may be a head.
    private void key(KeyEvent event) {
        boolean alone = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (alone && (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END)) {
            toEnd(event.getCode() == KeyCode.HOME);
            event.consume();
        }
    }

    private void toEnd(boolean first) {
        List<Row<K, F>> rows = list.getItems().stream().filter(one -> row.test(one.facts())).toList();
        if (!rows.isEmpty()) {
            list.getSelectionModel().select(first ? rows.getFirst() : rows.getLast());
            list.scrollTo(first ? 0 : list.getItems().size() - 1);
        }
    }

    /// Scrolled as the same list in another language was.
    public void goOn(ListCardPane<K, F> before) {
        hidden = false;
        scrolled = before.scrolled.isPresent() ? before.scrolled : before.flow().stream()
                .mapToDouble(flow -> flow.getPosition() * before.range()).findFirst();
        reveal();
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable(list.lookup(".virtual-flow")).map(VirtualFlow.class::cast);
    }

    /// How far it can be scrolled, in pixels.
    private double range() {
        return Math.max(0, list.getItems().size() * list.getFixedCellSize() - list.getHeight());
    }

    /// By the share of what it can be: before the first layout the toolkit knows nothing else.
    private void scroll(double far) {
        flow().filter(_ -> range() > 0).ifPresent(flow -> flow.setPosition(Math.min(1, far / range())));
    }

    /// Tells of the rows that a person selects, and selects the wanted one again after rows came and went.
    ///
    /// @param replacing whether rows are being put into place: what the list selects meanwhile no person has selected
    /// @param selected  told of a row that was selected
    /// @param wanted    the row that is to be selected; empty where it is not listed: then none is, because no other may
    ///                  take its place under the hands of a person
    public void selection(ReadOnlyBooleanProperty replacing, Consumer<Row<K, F>> selected,
            Supplier<Optional<Row<K, F>>> wanted) {
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !replacing.get()) {
                selected.accept(row);
            }
        });
        replacing.subscribe(now -> {
            if (!now) {
                selectAgain(wanted.get());
            }
        });
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
        if (list.getHeight() > 0) {
            scrolled.ifPresent(this::scroll);
            scrolled = OptionalDouble.empty();
        }
        if (!hidden || list.getHeight() <= 0) {
            return;
        }
        hidden = false;
        int index = list.getSelectionModel().getSelectedIndex();
        if ((index + 1) * list.getFixedCellSize() > list.getHeight()) {
            list.scrollTo(Math.max(0, index - ABOVE));
        }
    }
}
