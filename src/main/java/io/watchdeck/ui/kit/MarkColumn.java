package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/// The first column of a table while rows are marked: a box for each row, and above them one for all. While none is
/// marked there is no such column, and the others have its room.
public final class MarkColumn<K> {

    private static final double WIDTH = 32;

    private final Marks<K> marks;
    private final Words words;
    private boolean there;

    private MarkColumn(Marks<K> marks, Words words) {
        this.marks = marks;
        this.words = words;
    }

    /// @param distribute gives the other columns their widths
    public static <K, F> MarkColumn<K> install(TableView<Row<K, F>> table, Marks<K> marks, Words words,
            Runnable distribute) {
        var column = new MarkColumn<K>(marks, words);
        var boxes = new TableColumn<Row<K, F>, Row<K, F>>();
        boxes.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        boxes.setCellFactory(_ -> new Cell<>(column.box(), marks));
        boxes.setSortable(false);
        boxes.setReorderable(false);
        column.prepare(boxes);
        column.follow(() -> table.getColumns().addFirst(boxes), () -> table.getColumns().remove(boxes), distribute);
        return column;
    }

    /// @param keyOf what a row is about; empty where it cannot be marked
    public static <K, R> MarkColumn<K> install(TreeTableView<R> table, Marks<K> marks, Function<R, Optional<K>> keyOf,
            Words words, Runnable distribute) {
        var column = new MarkColumn<K>(marks, words);
        var boxes = new TreeTableColumn<R, R>();
        boxes.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        boxes.setCellFactory(_ -> new TreeCell<>(column.box(), marks, keyOf));
        boxes.setSortable(false);
        boxes.setReorderable(false);
        column.prepare(boxes);
        table.setTreeColumn(table.getColumns().getFirst());
        column.follow(() -> table.getColumns().addFirst(boxes), () -> table.getColumns().remove(boxes), distribute);
        return column;
    }

    private void prepare(TableColumnBase<?, ?> boxes) {
        boxes.setMinWidth(WIDTH);
        boxes.setPrefWidth(WIDTH);
        boxes.setMaxWidth(WIDTH);
        boxes.getStyleClass().add("mark-column");
        CheckBox all = box();
        all.setAccessibleText(words.say("ui.marks.all"));
        all.setTooltip(Texts.tooltip(words.say("ui.marks.all")));
        all.setOnAction(_ -> {
            marks.toggleListed();
            tell(all); // the box has turned itself, also where nothing is listed
        });
        marks.markedProperty().subscribe(_ -> tell(all));
        marks.hiddenProperty().subscribe(_ -> tell(all));
        marks.allProperty().subscribe(_ -> tell(all));
        boxes.setGraphic(all);
    }

    /// Whether all that are listed are marked, or some of them: what a filter hides has no part in it.
    private void tell(CheckBox all) {
        boolean some = marks.markedProperty().get().size() > marks.hiddenProperty().get();
        all.setSelected(marks.allProperty().get());
        all.setIndeterminate(some && !marks.allProperty().get());
    }

    private void follow(Runnable add, Runnable remove, Runnable distribute) {
        marks.markedProperty().subscribe(some -> {
            if (there == some.isEmpty()) {
                there = !some.isEmpty();
                (there ? add : remove).run();
                distribute.run();
            }
        });
    }

    private CheckBox box() {
        var box = new CheckBox();
        box.setFocusTraversable(false);
        box.getStyleClass().add("mark-box");
        box.setAccessibleText(words.say("ui.marks.mark"));
        return box;
    }

    /// What it takes of the table's width now.
    public double width() {
        return there ? WIDTH : 0;
    }

    /// The place of the first other column.
    public int first() {
        return there ? 1 : 0;
    }

    private static <K> void show(CheckBox box, Marks<K> marks, Optional<K> key) {
        box.setVisible(key.isPresent());
        box.setSelected(key.filter(marks::contains).isPresent());
    }

    private static final class Cell<K, F> extends TableCell<Row<K, F>, Row<K, F>> {

        private final CheckBox box;
        private final Marks<K> marks;
        private final ChangeListener<Set<K>> follow;

        Cell(CheckBox box, Marks<K> marks) {
            this.box = box;
            this.marks = marks;
            box.setOnAction(_ -> key().ifPresent(marks::toggle));
            follow = (_, _, _) -> show(box, marks, key());
            marks.markedProperty().addListener(new WeakChangeListener<>(follow));
        }

        private Optional<K> key() {
            return Optional.ofNullable(getItem()).map(Row::key);
        }

        @Override
        protected void updateItem(@Nullable Row<K, F> row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : box);
            show(box, marks, key());
        }
    }

    private static final class TreeCell<K, R> extends TreeTableCell<R, R> {

        private final CheckBox box;
        private final Marks<K> marks;
        private final Function<R, Optional<K>> keyOf;
        private final ChangeListener<Set<K>> follow;

        TreeCell(CheckBox box, Marks<K> marks, Function<R, Optional<K>> keyOf) {
            this.box = box;
            this.marks = marks;
            this.keyOf = keyOf;
            box.setOnAction(_ -> key().ifPresent(marks::toggle));
            follow = (_, _, _) -> show(box, marks, key());
            marks.markedProperty().addListener(new WeakChangeListener<>(follow));
        }

        private Optional<K> key() {
            return Optional.ofNullable(getItem()).flatMap(keyOf);
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : box);
            show(box, marks, key());
        }
    }
}
