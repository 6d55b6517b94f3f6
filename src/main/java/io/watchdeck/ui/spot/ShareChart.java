package io.watchdeck.ui.spot;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.ui.kit.PastChart;
import io.watchdeck.ui.kit.PastLine;
import io.watchdeck.ui.kit.PastPlot;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tasks on Spot over time: of one service beside those on demand, of several each service's on Spot.
final class ShareChart {

    private static final String SPOT = "service.spotRunning";
    private static final String ON_DEMAND = "service.onDemandRunning";
    /// So many lines can be told apart.
    private static final int MOST = 6;

    private final SpotText text;
    private final Instant now;

    ShareChart(SpotText text, Instant now) {
        this.text = text;
        this.now = now;
    }

    ChartViewModel.Subject of(List<SpotService> services) {
        boolean alone = services.size() == 1;
        List<PastLine> lines = alone ? Stream.of(line(services.getFirst(), SPOT, text.say("ui.spot.share.spot"), 1),
                line(services.getFirst(), ON_DEMAND, text.say("ui.spot.share.onDemand"), 4)).toList()
                : IntStream.range(0, Math.min(MOST, services.size()))
                        .mapToObj(index -> named(services.get(index), index + 1))
                        .toList();
        var plots =
                List.of(new PastPlot(text.say(alone ? "ui.spot.share.tasks" : "ui.spot.share.spotTasks"), lines, 1));
        String name = alone ? services.getFirst().name() : text.say("ui.spot.all", services.size());
        return new ChartViewModel.Subject(name, "spot-share", lines.stream().map(PastLine::id).toList(),
                (range, span,
                        answer) -> withoutEmptyLanes(new PastChart(text.words(), now).of(plots, range, span, answer)));
    }

    private static PastLine line(SpotService one, String metric, String name, int colour) {
        return new PastLine(one.stack(), new ComponentId(ComponentKind.SERVICE, one.name()),
                MetricCatalogue.standard().get(metric), name, name, colour);
    }

    /// Named beside the picture, where there is room for all of its name.
    private static PastLine named(SpotService one, int colour) {
        PastLine line = line(one, SPOT, one.name(), colour);
        return new PastLine(line.stack(), line.on(), line.metric(), line.name(), "", colour);
    }

    /// The picture is low: what there is nothing to say about takes no room.
    private static ChartData withoutEmptyLanes(ChartData all) {
        return new ChartData(all.range(), all.now(), all.past(), all.plots(), all.lanes().stream()
                .filter(lane -> !lane.spans().isEmpty() || !lane.marks().isEmpty()).toList(), all.summary());
    }
}
