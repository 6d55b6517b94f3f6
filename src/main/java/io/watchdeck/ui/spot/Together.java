package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.LedgerCounts;
import io.watchdeck.fleet.ledger.LedgerCounts.Tally;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.model.Money;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.SpotExpectation;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Several services taken together, or one alone.
///
/// @param all those that use Spot, at least one
record Together(List<SpotService> all) {

    Together {
        all = List.copyOf(all);
    }

    private Stream<ServiceLedger> ledgers() {
        return all.stream().map(SpotService::ledger);
    }

    Tally tally() {
        return new LedgerCounts(ledgers().flatMap(one -> one.counts().quarters().stream()).toList()).all();
    }

    LedgerCounts counts() {
        return new LedgerCounts(ledgers().flatMap(one -> one.counts().quarters().stream()).toList());
    }

    int interrupted() {
        return ledgers().mapToInt(one -> one.rate().interrupted()).sum();
    }

    int ran() {
        return ledgers().mapToInt(one -> one.rate().ran()).sum();
    }

    OptionalDouble percent() {
        return ran() == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * interrupted() / ran());
    }

    boolean isWatched() {
        return all.stream().anyMatch(SpotService::isWatched);
    }

    /// Of the one that was watched the least.
    Duration watched() {
        return all.stream().map(SpotService::watched).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /// In which at least one of them was not watched.
    List<TimeRange> gaps() {
        return SpotService.joined(all.stream().flatMap(one -> one.gaps().stream()).toList());
    }

    /// Whether it lies before anybody ever looked at one of them: nobody knows since when.
    boolean isBeforeTheFirstLook(TimeRange gap) {
        return all.stream().anyMatch(one -> one.isNewerThan(gap.from()));
    }

    ReplacementTimes replacement() {
        return new ReplacementTimes(ledgers().flatMap(one -> one.replacement().known().stream()).toList(),
                ledgers().mapToInt(one -> one.replacement().open()).sum(),
                ledgers().mapToInt(one -> one.replacement().unknown()).sum());
    }

    /// What the plans of all of them say; empty where they differ.
    Optional<SpotExpectation> plan() {
        List<SpotExpectation> plans = all.stream().map(SpotService::plan).distinct().toList();
        return plans.size() == 1 ? Optional.of(plans.getFirst()).filter(one -> !one.isNone()) : Optional.empty();
    }

    /// What those save together of whom it is known; empty where it is of none, or their currencies differ.
    Optional<Money> saving() {
        List<Money> known =
                ledgers().flatMap(one -> one.saving() instanceof io.watchdeck.cost.SpotSaving.Known(var month, var _)
                        ? Stream.of(month) : Stream.empty()).toList();
        return known.isEmpty() || known.stream().map(Money::currency).distinct().count() > 1 ? Optional.empty()
                : known.stream().reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()));
    }
}
