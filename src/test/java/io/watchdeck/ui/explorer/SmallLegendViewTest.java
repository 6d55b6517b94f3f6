package io.watchdeck.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// The legend in the smallest window with the largest text.
@ExtendWith(ApplicationExtension.class)
class SmallLegendViewTest {

    private static final double WIDTH = 575;

    @Test
    void noColumnIsBeyondTheTableWhereValuesAreOldAndSomeAreMissing() {
        CompletableFuture.runAsync(() -> {
            var words = new Words(Locale.ENGLISH, Snapshots.ZONE);
            var model = new ExplorerViewModel(words,
                    (query, answer) -> answer.accept(new Past(new HistoryAnswer(query, query.series().stream().collect(
                            Collectors.toMap(Function.identity(), _ -> old()))), Map.of())));
            var legend = new LegendPane(model, words);
            new Scene(legend, WIDTH, 400);
            model.show(Snapshots.moment(), Snapshots.NOW.plus(Duration.ofHours(1)));
            legend.applyCss();
            legend.layout();
            legend.layout();

            TableView<?> table = (TableView<?>) legend.lookup("#explorer-legend");
            assertThat(model.legend()).isNotEmpty().allSatisfy(row -> {
                assertThat(row.facts().missing()).isNotEmpty();
                assertThat(row.facts().age()).isPresent();
            });
            assertThat(table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum())
                    .isLessThanOrEqualTo(WIDTH);
        }, Platform::runLater).join();
    }

    /// Of three hours, the last of which is not known.
    private static HistoryAnswer.Kept old() {
        Instant from = Snapshots.NOW.minus(Duration.ofHours(3));
        Instant to = Snapshots.NOW.minus(Duration.ofHours(1));
        return new HistoryAnswer.Kept(Series.of(LongStream.range(0, 120)
                .mapToObj(minute -> new Sample(from.plusSeconds(60 * minute), minute)).toList()),
                List.of(Coverage.read(new TimeRange(from, to)), Coverage.missed(
                        new TimeRange(to, Snapshots.NOW.plus(Duration.ofHours(1))), Failure.Kind.EXPIRED)));
    }
}
