package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Phrase;
import java.util.List;

/// How a capacity provider strategy shares tasks out: each base first, the rest by weight. AWS keeps to it as tasks
/// start, not afterwards.
record SpotMix(List<CapacityShare> shares) {

    static final String SPOT = "FARGATE_SPOT";

    SpotMix {
        shares = List.copyOf(shares);
    }

    /// Tasks on Spot of so many, by the strategy; the nearest whole number.
    int onSpot(int tasks) {
        int based = Math.min(tasks, shares.stream().mapToInt(CapacityShare::base).sum());
        int spotBase = shares.stream().filter(SpotMix::isSpot).mapToInt(CapacityShare::base).sum();
        int weights = shares.stream().mapToInt(CapacityShare::weight).sum();
        int spot = shares.stream().filter(SpotMix::isSpot).mapToInt(CapacityShare::weight).sum();
        int rest = tasks - based;
        int byWeight = weights == 0 ? 0 : (int) Math.round((double) rest * spot / weights);
        return Math.min(tasks, Math.min(based, spotBase) + byWeight);
    }

    /// Tasks on Spot of those that come beside what runs: what runs counts towards the bases, the rest goes by weight; the
    /// nearest whole number.
    int added(int runningOnSpot, int runningOnDemand, int more) {
        int spotBase = shares.stream().filter(SpotMix::isSpot).mapToInt(CapacityShare::base).sum();
        int spotLeft = Math.clamp(spotBase - (long) runningOnSpot, 0, more);
        int demandLeft = Math.clamp(baseOnDemand() - (long) runningOnDemand, 0, more - spotLeft);
        var weights = new SpotMix(shares.stream()
                .map(share -> new CapacityShare(share.provider(), share.weight(), 0)).toList());
        return spotLeft + weights.onSpot(more - spotLeft - demandLeft);
    }

    /// Tasks that are on demand whatever happens; 0 means that all of them may be on Spot.
    int baseOnDemand() {
        return shares.stream().filter(share -> !isSpot(share)).mapToInt(CapacityShare::base).sum();
    }

    boolean usesSpot() {
        return shares.stream().anyMatch(share -> isSpot(share) && (share.weight() > 0 || share.base() > 0));
    }

    boolean isAllZero() {
        return shares.stream().allMatch(share -> share.weight() == 0);
    }

    /// `9 Spot, 1 on demand`.
    Phrase of(int tasks) {
        return share(onSpot(tasks), tasks - onSpot(tasks));
    }

    static Phrase share(int spot, int onDemand) {
        return Phrase.of("operation.spot.share", spot, onDemand);
    }

    /// `FARGATE_SPOT 90, FARGATE 10`, each with its base where it has one.
    Phrase said() {
        return shares.stream().map(share -> share.base() == 0
                ? Phrase.of("operation.spot.weighted", share.provider(), share.weight())
                : Phrase.of("operation.spot.weightedBase", share.provider(), share.weight(), share.base()))
                .reduce((one, next) -> Phrase.of("list.and", one, next))
                .orElseGet(() -> Phrase.of("operation.value", ""));
    }

    private static boolean isSpot(CapacityShare share) {
        return share.provider().equals(SPOT);
    }
}
