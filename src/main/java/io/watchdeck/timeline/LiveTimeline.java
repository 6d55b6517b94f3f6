package io.watchdeck.timeline;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.refresh.Background;
import io.watchdeck.words.Words;
import java.time.Clock;
import java.util.function.Consumer;

/// Answers from what is kept.
///
/// @param onMistake a mistake of the program
public record LiveTimeline(EventStores stores, MetricCatalogue catalogue, Clock clock, Consumer<Throwable> onMistake)
        implements Timeline {

    @Override
    public void events(EventQuery query, Words words, Consumer<EventPage> answer) {
        Background.run("timeline",
                () -> answer.accept(new Events(stores, catalogue, clock.instant()).page(query, words)), onMistake);
    }
}
