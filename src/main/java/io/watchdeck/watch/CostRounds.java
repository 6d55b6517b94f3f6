package io.watchdeck.watch;

import io.watchdeck.cost.CostReport;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.refresh.Saving;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// When cost and budgets of an account are asked for: at most daily, and whenever a person says so. One question at a
/// time. Blocking.
final class CostRounds {

    /// Every question to Cost Explorer costs a cent: a younger answer is not asked for again, however often a person
    /// asks for everything.
    private static final Duration HOLDS = Duration.ofHours(24);
    private static final Duration SOON = HOLDS.dividedBy(2);
    /// After a failure too, whatever a person presses.
    private static final Duration TRIED = Duration.ofMinutes(5);

    private final Cloud cloud;
    private final CostReader spared;
    private final CostReader unspared;
    private final Board board;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Instant asked = Instant.EPOCH;

    /// @param saving what is done without as the cap comes near
    CostRounds(Cloud cloud, Supplier<Saving> saving, Board board, Clock clock) {
        this.cloud = cloud;
        this.board = board;
        this.clock = clock;
        spared = new CostReader(cloud.cost().map(source -> new SparedCosts(source, saving, clock)), board, clock);
        unspared = new CostReader(cloud.cost(), board, clock);
    }

    /// Asks where it is time to. Where one has to be asked for, those that will be soon are asked for with it, at the same
    /// price.
    void readDue(List<StackFile> stacks, Attempts.Round round) {
        asking.lock();
        try {
            if (stacks.stream().anyMatch(stack -> isDue(stack, HOLDS))) {
                read(stacks.stream().filter(stack -> isDue(stack, SOON)).toList(), spared, round);
            }
        } finally {
            asking.unlock();
        }
    }

    /// Asks for all of them now: a person has seen the price. The cap itself holds for this question, too.
    void ask(List<StackFile> stacks, Attempts.Round round) {
        asking.lock();
        try {
            if (!stacks.isEmpty()) {
                read(stacks, unspared, round);
            }
        } finally {
            asking.unlock();
        }
    }

    /// How many paid requests a question for all of them takes at least; empty where there is nobody to ask.
    OptionalInt requests(List<StackFile> stacks) {
        return unspared.requests(stacks);
    }

    /// What was known at the start may be due long before a rest is over.
    Duration untilDue(List<StackFile> stacks, Duration most) {
        Instant now = clock.instant();
        return stacks.stream().flatMap(stack -> board.cost.get(stack.id()).latestAsOf().stream())
                .map(asOf -> Duration.between(now, asOf.plus(HOLDS)))
                .map(left -> left.compareTo(TRIED) < 0 ? TRIED : left)
                .filter(left -> left.compareTo(most) < 0).min(Duration::compareTo).orElse(most);
    }

    /// Budgets are free, and as old as the bill they are shown beside.
    private void read(List<StackFile> stacks, CostReader reader, Attempts.Round round) {
        asked = clock.instant();
        Behalf.of(stacks.stream().map(StackFile::id).toList()).run(() -> {
            reader.read(stacks).forEach((stack, reading) -> round.put(board.cost, stack.id(), reading));
            cloud.budgets().ifPresent(source -> board.budgets.accept(Board.ONLY, source.budgets()));
        });
    }

    private boolean isDue(StackFile stack, Duration holds) {
        return switch (board.cost.get(stack.id())) {
            case Loadable.Loading<CostReport>() -> true;
            case Loadable.Ready<CostReport>(var _, var asOf) -> hasPassed(asOf, holds);
            case Loadable.Failed<CostReport>(var failure, var at) when failure.kind() == Failure.Kind.ABSENT ->
                hasPassed(at, holds);
            case Loadable.Failed<CostReport>(var failure, var _) -> isTriedAgain(failure);
            case Loadable.Stale<CostReport>(var _, var _, var failure) -> isTriedAgain(failure);
        };
    }

    /// Nobody was asked without credentials.
    private boolean isTriedAgain(Failure failure) {
        return failure.kind() == Failure.Kind.EXPIRED || hasPassed(asked, TRIED);
    }

    /// A time that is still to come was told by a clock that has been put back since.
    private boolean hasPassed(Instant since, Duration length) {
        Instant now = clock.instant();
        return since.isAfter(now) || !since.plus(length).isAfter(now);
    }
}
