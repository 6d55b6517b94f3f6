package io.watchdeck.watch;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Background;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers from what the running console keeps.
record LivePast(Keeping keeping, Replay replay, Supplier<Collection<Site>> sites, Consumer<Throwable> onMistake)
        implements PastDesk {

    static PastDesk of(Keeping keeping, WatchHistory history, MetricCatalogue catalogue, Rhythm rhythm,
            Supplier<Collection<Site>> sites, Consumer<Throwable> onMistake) {
        return new LivePast(keeping, new Replay(history, catalogue, rhythm), sites, onMistake);
    }

    @Override
    public void at(Instant moment, Set<StackId> stacks, Consumer<PastSnapshot> answer) {
        Background.run("past", () -> answer.accept(keeping.past(moment, stacks, sites.get(), replay)),
                onMistake);
    }

    @Override
    public List<Failure> unread(StackId stack) {
        return keeping.unread(stack, sites.get());
    }
}
