package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FiguresTest {

    private static final String METRIC = "service.cpu";
    private static final int SERVICES = 100_000;

    private final StackFile shop = Rig.shop();
    private final Board board = new Board(Clock.fixed(Rig.NOW, ZoneOffset.UTC));
    private final Figures figures = new Figures(shop, board, MetricCatalogue.standard(), Optional.empty(),
            period -> period, Rig.NOW);

    /// The composing and the reading meet at one service after the other.
    @Test
    @Timeout(20)
    void inTheMidstOfAReadingAFigureIsAskedForOrKnownAndNeverAbsent() throws InterruptedException {
        var next = new AtomicInteger();
        Thread reading = Thread.ofPlatform().start(() -> {
            Series samples = Rig.level(40);
            for (int service = 0; service < SERVICES; service++) {
                next.set(service);
                var id = new SeriesId(shop.id(), METRIC, "api-" + service);
                board.history.record(id, samples);
                board.metrics.accept(id, Reading.known(samples, Rig.NOW));
            }
        });
        var wrong = new ArrayList<Loadable<Double>>();
        while (reading.isAlive()) {
            Loadable<Double> state = figures.of(METRIC, "api-" + next.get()).latest().state();
            if (state instanceof Loadable.Failed) {
                wrong.add(state);
            }
        }

        reading.join();
        assertThat(wrong).isEmpty();
        assertThat(figures.of(METRIC, "api-0").latest().state().latest()).contains(40.0);
    }
}
