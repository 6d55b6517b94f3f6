package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartValuesPaneTest {

    private static final Instant BEGIN = Instant.parse("2026-09-22T00:00:00Z");

    private ChartValuesPane pane;
    private TableView<Instant> table;

    @Start
    void start(Stage stage) {
        pane = new ChartValuesPane(new Words(Locale.ENGLISH, Snapshots.ZONE));
        pane.show(data(200, 1, _ -> true, "CPU"));
        pane.setMaxSize(400, 300);
        stage.setScene(new Scene(new StackPane(pane), 1440, 900));
        Window.toTheCorner(stage);
        stage.show();
        table = table();
    }

    @SuppressWarnings("unchecked")
    private TableView<Instant> table() {
        return (TableView<Instant>) pane.lookup("#chart-values-table");
    }

    /// A window costs seconds: everything here happens in one.
    @Test
    void keepsItsPlaceWhileTheChartGoesOn(FxRobot robot) {
        List<TableColumn<Instant, ?>> columns = List.copyOf(table.getColumns());
        robot.interact(() -> {
            table.getColumns().getFirst().setPrefWidth(250);
            table.getSelectionModel().select(at(150));
            table.scrollTo(at(150));
        });
        Instant top = top(robot);

        robot.interact(() -> pane.show(data(203, 4, minute -> minute != 100, "CPU")));

        assertThat(table.getColumns()).isEqualTo(columns);
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(at(150));
        assertThat(top(robot)).isEqualTo(top);
        assertThat(table.getItems()).hasSize(199).startsWith(at(203), at(202)).endsWith(at(4)).doesNotContain(at(100));
        assertThat(pane.rows().getFirst()).as("the values of now").containsExactly("12:23", "4%");

        robot.interact(() -> pane.show(data(203, 4, _ -> true, "CPU")));

        assertThat(table.getItems()).hasSize(200).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(at(150));

        robot.interact(() -> pane.show(data(203, 4, _ -> true, "Memory")));

        assertThat(table.getColumns()).extracting(TableColumn::getText).containsExactly("Time", "Memory");

        robot.interact(() -> pane.show(data(9000, 8000, _ -> true, "Memory")));

        assertThat(table.getItems()).hasSize(1001).startsWith(at(9000));
        assertThat(pane.rows().getLast()).endsWith("8,801%");
    }

    /// The row at the upper edge.
    private Instant top(FxRobot robot) {
        robot.interact(() -> table.getScene().getRoot().layout());
        return table.getItems().get(((VirtualFlow<?>) table.lookup(".virtual-flow")).getFirstVisibleCell().getIndex());
    }

    private static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    /// Each value says how far the chart has gone on.
    private static ChartData data(int newest, int oldest, IntPredicate there, String name) {
        Series values = Series.of(IntStream.rangeClosed(oldest, newest).filter(there)
                .mapToObj(minute -> new Sample(at(minute), newest - 199)).toList());
        var line = new ChartData.Line(name, values, Duration.ofMinutes(1), 1, List.of());
        var range = new TimeRange(at(oldest), at(newest).plusSeconds(1));
        return new ChartData(range, range.to(), List.of(new ChartData.Plotted(name, Unit.PERCENT, List.of(line),
                Optional.empty(), Optional.empty(), 1)), List.of(), "");
    }
}
