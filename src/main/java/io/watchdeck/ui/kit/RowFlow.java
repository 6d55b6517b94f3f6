package io.watchdeck.ui.kit;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.TreeTableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// The rows of a table with a fixed cell size. The toolkit's own flow looks up the styles of every node of a row, in the
/// middle of the layout, each time the row comes to show another item, because the row's height could follow from them.
/// Here it does so at once for a new row only; rows that have come to show another item are styled together, each once, when
/// all have theirs and before they are laid out. Left to the next pulse they would be drawn once with the texts of their
/// item in the colours of another.
///
/// @param <C> a row
public final class RowFlow<C extends IndexedCell<?>> extends VirtualFlow<C> {

    private static final Object STYLED = new Object();

    /// Have come to show another item in this layout.
    private final Set<C> changed = new LinkedHashSet<>();

    private RowFlow() {}

    /// Gives the table such rows.
    public static <S> void install(TableView<S> table) {
        table.setSkin(new TableViewSkin<>(table) {
            @Override
            protected VirtualFlow<TableRow<S>> createVirtualFlow() {
                return new RowFlow<>();
            }
        });
    }

    /// Gives the table such rows.
    public static <S> void install(TreeTableView<S> table) {
        table.setSkin(new TreeTableViewSkin<>(table) {
            @Override
            protected VirtualFlow<TreeTableRow<S>> createVirtualFlow() {
                return new RowFlow<>();
            }
        });
    }

    @Override
    protected void setCellIndex(C cell, int index) {
        if (cell.getProperties().put(STYLED, STYLED) == null) {
            super.setCellIndex(cell, index);
            return;
        }
        Object before = cell.getItem();
        cell.updateIndex(index);
        if (cell.getItem() != null && cell.getItem() != before) {
            changed.add(cell);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        changed.stream().filter(Node::isVisible).forEach(Node::applyCss);
        changed.clear();
    }
}
