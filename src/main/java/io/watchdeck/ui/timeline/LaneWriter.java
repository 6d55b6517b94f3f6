package io.watchdeck.ui.timeline;

import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.ui.kit.LaneData;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts the lanes of a stack together.
record LaneWriter(Words words, Instant now) {

    /// @param span  in words
    /// @param known as much as is there yet
    LaneData of(StackSnapshot stack, TimeRange range, String span, Known known, List<LaneData.Pin> pins) {
        var figures = new FigureLanes(stack, words);
        var happened = new HappenedLanes(words, range, now);
        var lanes = new ArrayList<LaneData.Lane>(figures.lanes(range, now, known.past()));
        List<LaneData.Happened> below =
                happened.of(stack.file().id(), known.events(), known.past(), known.ledger());
        lanes.addAll(below);
        String counted = below.stream().map(lane -> words.say("ui.chart.named", lane.name(),
                words.number(lane.flags().size() + (double) lane.bars().size()))).collect(Collectors.joining("; "));
        return new LaneData(range, now, span, known.events().stream().filter(LaneWriter::isTold).map(
                one -> new LaneData.Tick(one.at(), tone(one))).toList(), lanes, pins,
                words.say("ui.timeline.summary", figures.summary(range, span, now, known.past()), counted));
    }

    private static boolean isTold(TimelineEvent event) {
        return event.severity() != Severity.FINE;
    }

    private static Tone tone(TimelineEvent event) {
        return event.severity() == Severity.NOTICE ? Tone.PLAIN : Tone.of(event.severity());
    }
}
