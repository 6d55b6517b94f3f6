package io.watchdeck.watch;

import io.watchdeck.cost.Discounts;
import io.watchdeck.refresh.Background;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The ledger of what is watched now.
final class LiveLedgerDesk implements LedgerDesk {

    private final Supplier<? extends Collection<Site>> sites;
    private final Optional<WatchHistory> history;
    private final Clock clock;
    private final Consumer<Throwable> onMistake;
    private final SpotSettings settings;

    LiveLedgerDesk(Supplier<? extends Collection<Site>> sites, Optional<WatchHistory> history, Clock clock,
            Consumer<Throwable> onMistake) {
        this.sites = sites;
        this.history = history;
        this.clock = clock;
        this.onMistake = onMistake;
        settings = new SpotSettings(clock);
    }

    @Override
    public void ask(LedgerQuestion question, Consumer<LedgerAnswer> answer) {
        Background.run("ledger", () -> {
            answer.accept(answer(question));
            if (history.isPresent() && settings.read(sites.get(), question)) {
                answer.accept(answer(question));
            }
        }, onMistake);
    }

    private LedgerAnswer answer(LedgerQuestion question) {
        return history
                .map(kept -> new LedgerReader(kept.ledger().get(), Discounts.shipped(), settings).answer(question,
                        sites.get(),
                        clock.instant()))
                .orElseGet(() -> new LedgerAnswer(question, clock.instant(), false, List.of(), List.of(), false));
    }
}
