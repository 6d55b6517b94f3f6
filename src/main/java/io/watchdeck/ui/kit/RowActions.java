package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What every table can do with its rows: open, copy the ARN, open in the AWS console, export all as CSV; by menu and by
/// key (Enter, C, O, J, K; Shift+F10 or the menu key for the menu). In a table whose rows can be marked (Space, Ctrl+A),
/// C copies the ARNs of those that are.
///
/// @param open      opens the selected row; empty where a row has nowhere to go
/// @param reference of the selected row, empty where nothing is selected
/// @param policy    the policy statement that the selected row lacks
/// @param csv       the whole table as it is filtered and sorted
/// @param marked    empty where rows cannot be marked
public record RowActions(Words words, Desktop desktop, Optional<Runnable> open,
        Supplier<Optional<AwsReference>> reference, Supplier<Optional<String>> policy, Supplier<Csv> csv,
        Optional<MarkedRows> marked) {

    private static final double INDENT = 24;

    public RowActions(Words words, Desktop desktop, Optional<Runnable> open,
            Supplier<Optional<AwsReference>> reference, Supplier<Optional<String>> policy, Supplier<Csv> csv) {
        this(words, desktop, open, reference, policy, csv, Optional.empty());
    }

    public RowActions with(MarkedRows rows) {
        return new RowActions(words, desktop, open, reference, policy, csv, Optional.of(rows));
    }

    public void install(TableView<?> table) {
        install(table, table.getSelectionModel());
    }

    public void install(TreeTableView<?> table) {
        install(table, table.getSelectionModel());
    }

    public void install(ListView<?> list) {
        install(list, list.getSelectionModel());
    }

    private void install(Control control, MultipleSelectionModel<?> selection) {
        ContextMenu menu = menu();
        control.setContextMenu(menu);
        control.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, control, menu, selection));
        marked.ifPresent(rows -> {
            rows.into(menu);
            control.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (rows.key(event)) {
                    event.consume(); // before the table takes it for itself
                }
            });
        });
        control.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                showAtSelection(control, menu);
                event.consume();
            }
        });
        control.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open.ifPresent(Runnable::run);
            }
        });
    }

    private ContextMenu menu() {
        var copyArn = item("ui.row.copyArn", "ui.key.c", () -> arn().ifPresent(desktop::copy));
        copyArn.setGraphic(Icons.icon(Glyph.CONTENT_COPY));
        var console = item("ui.row.console", "ui.key.o", () -> reference.get().map(AwsReference::uri)
                .ifPresent(desktop::open));
        console.setGraphic(Icons.icon(Glyph.OPEN_IN_NEW));
        var statement = item("ui.row.copyPolicy", "", () -> policy.get().ifPresent(desktop::copy));
        statement.setGraphic(Icons.icon(Glyph.SHIELD_KEY_OUTLINE));
        var export = item("ui.row.export", "", this::export);
        export.setGraphic(Icons.icon(Glyph.TABLE_ARROW_DOWN));
        var menu = new ContextMenu();
        open.ifPresent(action -> {
            MenuItem item = item("ui.row.open", "ui.key.enter", action);
            item.setGraphic(Icons.icon(Glyph.ARROW_RIGHT));
            menu.getItems().add(item);
        });
        menu.getItems().addAll(copyArn, console, statement, new SeparatorMenuItem(), export);
        menu.setOnShowing(_ -> {
            copyArn.setDisable(arn().isEmpty());
            copyArn.setText(said("ui.row.copyArn", marked.filter(MarkedRows::any).isPresent() ? "" : "ui.key.c"));
            console.setDisable(reference.get().isEmpty());
            statement.setVisible(policy.get().isPresent());
        });
        return menu;
    }

    private MenuItem item(String key, String shortcut, Runnable action) {
        var item = new MenuItem(said(key, shortcut));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// @param shortcut that does it now; empty where none does
    private String said(String key, String shortcut) {
        return words.say(key) + (shortcut.isEmpty() ? "" : "    " + words.say(shortcut));
    }

    private void key(KeyEvent event, Control control, ContextMenu menu, SelectionModel<?> selection) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.CONTEXT_MENU || event.isShiftDown() && event.getCode() == KeyCode.F10) {
            showAtSelection(control, menu);
        } else if (event.isShiftDown() && event.getCode() != KeyCode.ENTER) {
            return; // only letters by themselves are told to act
        } else if (event.getCode() == KeyCode.J) {
            next(selection);
        } else if (event.getCode() == KeyCode.K) {
            selection.selectPrevious();
        } else if (event.getCode() == KeyCode.ENTER && open.isPresent()) {
            open.get().run();
        } else if (event.getCode() == KeyCode.C) {
            copy();
        } else if (event.getCode() == KeyCode.O) {
            reference.get().map(AwsReference::uri).ifPresent(desktop::open);
        } else {
            return;
        }
        event.consume();
    }

    /// Some platforms send an event for these keys, others only the keys. Where no selected row is in sight the menu opens
    /// at the top, for what it can do with the whole table.
    ///
    /// @param menu stays closed where it is empty
    public static void showAtSelection(Control control, ContextMenu menu) {
        if (menu.isShowing() || menu.getItems().isEmpty()) {
            return;
        }
        Optional<Node> row = control.lookupAll(".indexed-cell").stream()
                .filter(node -> node instanceof TableRow || node instanceof TreeTableRow || node instanceof ListCell)
                .filter(node -> node instanceof IndexedCell<?> cell && cell.isSelected() && !cell.isEmpty())
                .findFirst();
        if (row.isPresent()) {
            menu.show(row.get(), Side.BOTTOM, INDENT, 0);
        } else {
            menu.show(control, Side.TOP, INDENT, INDENT);
        }
    }

    /// With nothing selected the first row is next, wherever the focus happens to be.
    private static void next(SelectionModel<?> selection) {
        if (selection.isEmpty()) {
            selection.selectFirst();
        } else {
            selection.selectNext();
        }
    }

    private void copy() {
        marked.filter(MarkedRows::any).ifPresentOrElse(MarkedRows::copyArns, () -> arn().ifPresent(desktop::copy));
    }

    private Optional<String> arn() {
        return reference.get().flatMap(AwsReference::arn);
    }

    private void export() {
        Csv table = csv.get();
        desktop.save(table.name() + ".csv", table.text());
    }
}
