package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FaultsSwitch;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.MarkColumn;
import io.watchdeck.ui.kit.MarkedRows;
import io.watchdeck.ui.kit.ReadTreeRow;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.RowFlow;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The services as a tree, with their deployments below them.
final class ServicesPane extends VBox {

    private static final double HEADER = 30;
    private static final double ROW = 44;
    /// More services than this scroll in the table; fewer scroll with the page.
    private static final int SHOWN = 20;
    private static final double SCROLL_BAR = 10;

    private final StackViewModel model;
    private final TreeTableView<Row<String, FleetLine>> table = new TreeTableView<>();
    private final TreeItem<Row<String, FleetLine>> root = new TreeItem<>();
    private final Map<String, TreeItem<Row<String, FleetLine>>> items = new HashMap<>();
    private final Label count = Texts.label("", "wd-12", "wd-muted");
    private final Button opener;
    private final FilterField filter;
    private final MarkColumn<String> boxes;
    private final MarkedRows marked;
    private boolean nested;
    private boolean following;

    ServicesPane(StackViewModel model, Words words, Desktop desktop, OperationMenu operations, Runnable open) {
        this.model = model;
        getStyleClass().addAll("wd-card", "services-pane");
        opener = new Button(words.say("ui.drawer.open"), Icons.icon(Glyph.DOCK_RIGHT));
        opener.setId("services-details");
        opener.getStyleClass().addAll("flat", "small");
        opener.setMinWidth(USE_PREF_SIZE);
        opener.setOnAction(_ -> open.run());
        filter = FilterField.ofScreen(words, "services-filter", words.say("ui.stack.filter"),
                words.say("ui.stack.filterHelp"), model.serviceColumns(), model::filterServices);
        filter.getStyleClass().add("services-filter");
        filter.leadsTo(this::enter);
        count.textProperty().bind(model.servicesShownProperty());
        Label none = Texts.wrapping("", "wd-muted");
        none.textProperty().bind(model.servicesEmptyProperty());
        table.setPlaceholder(none);
        marked = new MarkedRows(words, desktop, model.marks(),
                () -> selected().map(FleetLine::service).ifPresent(model.marks()::toggle), model::markedReferences,
                model::markedCsv);
        var head = new HBox(Icons.icon(Glyph.CUBE_OUTLINE),
                Texts.label(words.say("ui.stack.services"), "wd-14", "wd-strong"), count,
                marked.button("services-marks"), Texts.spacer(),
                new FaultsSwitch(words, "services-faults", model.faults()), filter, opener);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.CENTER_LEFT);
        table.setId("services-table");
        table.getStyleClass().addAll("dense", "edge-to-edge", "services-table");
        table.setAccessibleText(words.say("ui.stack.services"));
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> new ReadTreeRow<>());
        RowFlow.install(table);
        root.setExpanded(true);
        table.setRoot(root);
        table.setShowRoot(false);
        column(words.say("ui.fleet.name"), () -> new FleetCell.Name(() -> nested));
        column(words.say("ui.fleet.running"), FleetCell.Running::new);
        column(words.say("ui.fleet.capacity"), FleetCell.Capacity::new);
        column(words.say("ui.fleet.cpu"), () -> new FleetCell.Load(FleetLine::cpu));
        column(words.say("ui.fleet.memory"), () -> new FleetCell.Load(FleetLine::memory));
        column(words.say("ui.fleet.rollout"), FleetCell.Rollout::new);
        boxes = MarkColumn.install(table, model.marks(), row -> Optional.of(row.facts())
                .filter(line -> !line.isDeployment()).map(FleetLine::service), words, this::distribute);
        table.widthProperty().subscribe(_ -> distribute());
        table.getSelectionModel().selectedItemProperty().subscribe(this::select);
        table.expandedItemCountProperty().subscribe(_ -> fit());
        new RowActions(words, desktop, Optional.of(open),
                () -> selected().map(line -> line.reference()), Optional::empty, model::servicesCsv).with(marked)
                .install(table);
        operations.into(table.getContextMenu(), () -> model.wishes().map(operations::of).orElse(List.of()));
        getChildren().addAll(head, table);
        model.fleet().addListener((ListChangeListener<Row<String, FleetLine>>) _ -> rebuild());
        model.serviceProperty().subscribe(_ -> follow());
        rebuild();
    }

    /// The way to the drawer while it is closed.
    void showOpener(boolean shown) {
        Texts.shown(opener, shown);
    }

    FilterField filter() {
        return filter;
    }

    /// Out of the filter: the first row is selected where none is.
    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    void focusTable() {
        table.requestFocus();
    }

    private void select(@Nullable TreeItem<Row<String, FleetLine>> item) {
        if (!following && item != null && item.getValue() != null) {
            model.select(item.getValue().facts().service());
        }
    }

    /// Selects what the model shows. A deployment of that service may stay selected.
    private void follow() {
        Optional<String> wanted = model.serviceProperty().get();
        if (following || selected().map(FleetLine::service).equals(wanted)) {
            return;
        }
        quietly(() -> wanted.map(items::get).ifPresentOrElse(table.getSelectionModel()::select,
                table.getSelectionModel()::clearSelection));
        if (table.getExpandedItemCount() > SHOWN) {
            table.scrollTo(table.getSelectionModel().getSelectedIndex());
        }
    }

    /// What the table selects by itself, because rows come and go, is nobody's choice.
    private void quietly(Runnable change) {
        following = true;
        change.run();
        following = false;
    }

    private Optional<FleetLine> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(TreeItem::getValue).map(Row::facts);
    }

    private void column(String title, Supplier<? extends TreeTableCell<Row<String, FleetLine>, FleetLine>> cell) {
        var column = new TreeTableColumn<Row<String, FleetLine>, FleetLine>();
        column.setGraphic(Texts.yielding(title));
        column.setCellValueFactory(row -> row.getValue().getValue().factsProperty());
        column.setCellFactory(_ -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }

    private void distribute() {
        double width = table.getWidth() - 2 - (table.getExpandedItemCount() > SHOWN ? SCROLL_BAR : 0)
                - boxes.width();
        for (FleetColumn one : FleetColumn.values()) {
            table.getColumns().get(boxes.first() + one.ordinal()).setPrefWidth(one.of(width));
        }
    }

    /// The tree anew from the lines, with the items that were there: expansion and selection stay.
    private void rebuild() {
        quietly(this::showLines);
        follow();
        fit();
    }

    private void showLines() {
        Optional<String> was = selected().map(FleetLine::key);
        var services = new ArrayList<TreeItem<Row<String, FleetLine>>>();
        var children = new HashMap<String, List<TreeItem<Row<String, FleetLine>>>>();
        for (Row<String, FleetLine> row : model.fleet()) {
            TreeItem<Row<String, FleetLine>> item = items.computeIfAbsent(row.key(), _ -> expanded(row));
            item.setValue(row);
            if (row.facts().isDeployment()) {
                children.computeIfAbsent(row.facts().service(), _ -> new ArrayList<>()).add(item);
            } else {
                services.add(item);
            }
        }
        items.keySet().retainAll(model.fleet().stream().map(Row::key).toList());
        for (TreeItem<Row<String, FleetLine>> service : services) {
            List<TreeItem<Row<String, FleetLine>>> wanted = children.getOrDefault(service.getValue().key(), List.of());
            if (!service.getChildren().equals(wanted)) {
                service.getChildren().setAll(wanted);
            }
        }
        if (!root.getChildren().equals(services)) {
            root.getChildren().setAll(services);
        }
        was.map(items::get).ifPresent(item -> table.getSelectionModel().select(item));
        if (nested == children.isEmpty()) {
            nested = !children.isEmpty();
            table.refresh();
        }
    }

    private static TreeItem<Row<String, FleetLine>> expanded(Row<String, FleetLine> row) {
        var item = new TreeItem<>(row);
        item.setExpanded(true);
        return item;
    }

    private void fit() {
        double height = HEADER + Math.clamp(table.getExpandedItemCount(), 1, SHOWN) * ROW + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        distribute();
    }
}
