package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.ReadRow;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// When the alarm came before, how long it lasted and who had it; and what happened to it this time.
final class EpisodesPane extends VBox {

    private static final double HEADER = 28;
    private static final double ROW = 28;
    private static final int ROWS = 6;

    private final Words words;
    private final TableView<Row<UUID, EpisodeLine>> table = new TableView<>();
    private final VBox changes = new VBox();
    private final Label changesTitle;

    EpisodesPane(AlarmDetailViewModel model, Words words, Desktop desktop,
            Supplier<Optional<AwsReference>> reference) {
        this.words = words;
        getStyleClass().add("episodes-pane");
        Label counted = Texts.yielding("", "wd-12", "wd-muted");
        counted.textProperty().bind(model.countedProperty());
        var head = new HBox(Texts.label(words.say("ui.alarms.episodes"), "wd-strong"), counted);
        head.getStyleClass().add("episodes-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        table.setId("alarm-episodes");
        table.getStyleClass().addAll("edge-to-edge", "episodes");
        table.setAccessibleText(words.say("ui.alarms.episodes"));
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> new ReadRow<>());
        table.getColumns().setAll(List.of(column("from", 114, EpisodeLine::from, _ -> Tone.PLAIN),
                column("lasted", 66, EpisodeLine::lasted, _ -> Tone.PLAIN),
                column("worst", 62, EpisodeLine::worst, _ -> Tone.PLAIN),
                column("by", 140, EpisodeLine::who, EpisodeLine::tone)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.episodes());
        model.episodes().addListener((ListChangeListener<Row<UUID, EpisodeLine>>) _ -> fit());
        fit();
        new RowActions(words, desktop, Optional.empty(), reference, Optional::empty, model::csv).install(table);
        changesTitle = Texts.label(words.say("ui.alarms.changes"), "wd-strong");
        changes.setId("alarm-changes");
        changes.getStyleClass().add("changes");
        getChildren().addAll(head, table, changesTitle, changes);
        model.changesProperty().subscribe(this::showChanges);
    }

    private void fit() {
        double height = HEADER + ROW * Math.clamp(table.getItems().size(), 1, ROWS) + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private TableColumn<Row<UUID, EpisodeLine>, EpisodeLine> column(String word, double width,
            Function<EpisodeLine, String> text, Function<EpisodeLine, Tone> tone) {
        var column = new TableColumn<Row<UUID, EpisodeLine>, EpisodeLine>(words.say("ui.alarms.column." + word));
        column.setId("episodes-" + word);
        if (word.equals("from")) {
            column.getStyleClass().add("first");
        }
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(_ -> new EpisodeCell(text, tone, word.equals("from")));
        return column;
    }

    private void showChanges(List<ChangeLine> lines) {
        Texts.shown(changesTitle, !lines.isEmpty());
        Texts.shown(changes, !lines.isEmpty());
        changes.getChildren().setAll(lines.stream().map(EpisodesPane::change).toList());
    }

    private static Node change(ChangeLine line) {
        Label time = Texts.label(line.time(), "wd-12", "wd-muted", "change-time");
        Texts.explain(time, line.moments());
        Label said = Texts.yielding(line.said(), "wd-12");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        var row = new HBox(time, said);
        row.getStyleClass().add("change");
        return row;
    }

    private static final class EpisodeCell extends TableCell<Row<UUID, EpisodeLine>, EpisodeLine> {

        private final Function<EpisodeLine, String> text;
        private final Function<EpisodeLine, Tone> tone;
        private final boolean dated;
        private final Label label = Texts.yielding("", "wd-12");
        private final CellContent content = CellContent.filling(this);

        EpisodeCell(Function<EpisodeLine, String> text, Function<EpisodeLine, Tone> tone, boolean dated) {
            this.text = text;
            this.tone = tone;
            this.dated = dated;
        }

        @Override
        protected void updateItem(@Nullable EpisodeLine line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                content.hide();
            } else {
                content.show(line, () -> shown(line));
            }
        }

        private Node shown(EpisodeLine line) {
            label.setText(text.apply(line));
            tone.apply(line).on(label);
            Tone.strong(label, tone.apply(line) != Tone.PLAIN);
            Texts.explain(label, dated ? line.moments() : text.apply(line));
            return label;
        }
    }
}
