package io.watchdeck.refresh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A meter's store as a list; can refuse to write.
final class MemoryMeterStore implements MeterStore {

    private final List<MeteredCalls> kept = new ArrayList<>();
    private boolean failing;
    private boolean unreadable;

    void fail(boolean fail) {
        failing = fail;
    }

    void unreadable(boolean unreadable) {
        this.unreadable = unreadable;
    }

    List<MeteredCalls> kept() {
        return List.copyOf(kept);
    }

    @Override
    public void add(Collection<MeteredCalls> calls) {
        if (failing) {
            throw new IllegalStateException("refused");
        }
        calls.forEach(more -> {
            MeteredCalls before = kept.stream().filter(one -> one.account().equals(more.account())
                    && one.day().equals(more.day()) && one.call().equals(more.call())
                    && one.payer().equals(more.payer())).findFirst()
                    .orElse(new MeteredCalls(more.account(), more.day(), more.call(), more.payer(), 0, 0,
                            java.math.BigDecimal.ZERO));
            kept.remove(before);
            kept.add(before.plus(more));
        });
    }

    @Override
    public List<MeteredCalls> read(LocalDate first, LocalDate last) {
        if (unreadable) {
            throw new IllegalStateException("refused");
        }
        return kept.stream().filter(one -> !one.day().isBefore(first) && !one.day().isAfter(last)).toList();
    }
}
