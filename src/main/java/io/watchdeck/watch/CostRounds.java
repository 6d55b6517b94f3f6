package io.watchdeck.watch;

import io.watchdeck.cost.CostReport;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/// When cost and budgets of an account are asked for: at most daily where somebody needs to know, and whenever a person
/// says so. One question at a time. Blocking.
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
    private final CostNeed need;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Instant asked = Instant.EPOCH;
    private volatile Instant budgetsAsked = Instant.EPOCH;

    CostRounds(Cloud cloud, Thrift thrift, Board board, Clock clock) {
        this.cloud = cloud;
        this.board = board;
        this.clock = clock;
        need = thrift.costs();
        spared = new CostReader(cloud.cost().map(source -> new SparedCosts(source, thrift.saving(), clock)), board,
                clock);
        unspared = new CostReader(cloud.cost(), board, clock);
    }

    /// Asks where it is time to. Where one has to be asked for, those that will be soon are asked for with it, at the same
    /// price.
    ///
    /// @return whether cost was asked for
    boolean readDue(List<StackFile> stacks, Attempts.Round round) {
        asking.lock();
        try {
            boolean due = isDue(stacks);
            if (due) {
                read(stacks.stream().filter(stack -> isDue(stack, SOON)).toList(), spared, round);
            } else if (!stacks.isEmpty() && areBudgetsDue()) {
                Behalf.of(stacks.stream().map(StackFile::id).toList()).run(this::readBudgets);
            }
            return due;
        } finally {
            asking.unlock();
        }
    }

    /// Whether it is time to ask: somebody needs to know, and what is known is a day old.
    boolean isDue(List<StackFile> stacks) {
        return stacks.stream().anyMatch(stack -> need.isOf(stack.access()) && isDue(stack, HOLDS));
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
        return stacks.stream().filter(stack -> need.isOf(stack.access()))
                .flatMap(stack -> board.cost.get(stack.id()).latestAsOf().stream())
                .map(asOf -> Duration.between(now, asOf.plus(HOLDS)))
                .map(left -> left.compareTo(TRIED) < 0 ? TRIED : left)
                .filter(left -> left.compareTo(most) < 0).min(Duration::compareTo).orElse(most);
    }

    private void read(List<StackFile> stacks, CostReader reader, Attempts.Round round) {
        asked = clock.instant();
        board.askingCost = true;
        board.changed();
        try {
            Behalf.of(stacks.stream().map(StackFile::id).toList()).run(() -> {
                reader.read(stacks).forEach((stack, reading) -> round.put(board.cost, stack.id(), reading));
                readBudgets();
            });
        } finally {
            board.askingCost = false;
        }
    }

    /// Budgets are free: they are as old as the bill they are shown beside, and are read every day where that is not.
    private void readBudgets() {
        budgetsAsked = clock.instant();
        cloud.budgets().ifPresent(source -> board.budgets.accept(Board.ONLY, source.budgets()));
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

    private boolean areBudgetsDue() {
        boolean known = board.budgets.get(Board.ONLY) instanceof Loadable.Ready;
        return hasPassed(budgetsAsked, known ? HOLDS : TRIED);
    }

    /// Nobody was asked without credentials.
    private boolean isTriedAgain(Failure failure) {
        return failure.kind() == Failure.Kind.EXPIRED || hasPassed(asked, TRIED);
    }

    private boolean hasPassed(Instant since, Duration length) {
        return Lapse.isOver(since, length, clock.instant());
    }
}
