package io.watchdeck.ui.shell;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.logs.LogGroup;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Background;
import io.watchdeck.watch.AlarmDesk;
import io.watchdeck.watch.CostDesk;
import io.watchdeck.watch.CostQuestion;
import io.watchdeck.watch.LedgerDesk;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Brings snapshots from whatever thread composed them to the FX thread. The newest wins: one that arrives while another
/// still waits takes its place. Also carries the time, so that ages grow between two readings.
///
/// Here alone it is decided what the screens show: the newest snapshot, or that of a moment which is over. What is newest
/// goes on arriving meanwhile.
public final class Feed implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Feed.class.getName());
    private static final Duration AGES_GROW = Duration.ofSeconds(10);

    private final Watch watch;
    private final Clock clock;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<WatchSnapshot> live;
    private final ReadOnlyObjectWrapper<Instant> liveAges;
    private final ReadOnlyObjectWrapper<WatchSnapshot> snapshot;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyObjectWrapper<Instant> ages;
    /// The moment that screens show instead of now.
    private Optional<Instant> replayed = Optional.empty();
    private final AtomicReference<@Nullable WatchSnapshot> waiting = new AtomicReference<>();
    private final Watch.Subscription subscription;

    public Feed(Watch watch, Clock clock, Executor ui) {
        this.watch = watch;
        this.clock = clock;
        this.ui = ui;
        live = new ReadOnlyObjectWrapper<>(watch.current());
        snapshot = new ReadOnlyObjectWrapper<>(live.get());
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        ages = new ReadOnlyObjectWrapper<>(now.get());
        liveAges = new ReadOnlyObjectWrapper<>(now.get());
        subscription = watch.subscribe(this::accept);
        // One that came before somebody listened would be shown with the next only.
        WatchSnapshot newest = watch.current();
        if (newest != live.get()) {
            accept(newest);
        }
    }

    /// As a stack is called now; by its id where it is not watched any more.
    String name(StackId stack) {
        return live.get().stacks().stream().filter(one -> one.file().id().equals(stack)).findFirst()
                .map(one -> one.file().name()).orElse(stack.value());
    }

    /// What screens show.
    public ReadOnlyObjectProperty<WatchSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// The newest snapshot, whatever screens show.
    ReadOnlyObjectProperty<WatchSnapshot> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /// As [#agesProperty], of the newest snapshot.
    ReadOnlyObjectProperty<Instant> liveAgesProperty() {
        return liveAges.getReadOnlyProperty();
    }

    /// Shows a moment that is over from now on, as if it were now.
    ///
    /// @param shown then
    void replay(Instant moment, WatchSnapshot shown) {
        replayed = Optional.of(moment);
        snapshot.set(shown);
        ages.set(moment);
    }

    /// Shows what is newest again.
    void goLive() {
        replayed = Optional.empty();
        snapshot.set(live.get());
        ages.set(liveAges.get());
    }

    /// The moment that screens show instead of now; empty while they show what is newest.
    public Optional<Instant> replayed() {
        return replayed;
    }

    /// The clock, whatever screens show.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// The time by which everything in the window tells ages, so that no two of them contradict each other. It goes on with
    /// each snapshot and in steps of [#AGES_GROW]: telling ages anew lays out whole tables, which is not worth doing every
    /// second.
    public ReadOnlyObjectProperty<Instant> agesProperty() {
        return ages.getReadOnlyProperty();
    }

    public WatchSnapshot snapshot() {
        return snapshot.get();
    }

    /// When what screens show is: now, or the moment that is shown instead.
    public Instant now() {
        return replayed.orElseGet(now::get);
    }

    /// Reads what is kept of metrics; the answers come on the FX thread. At a moment that is over, nothing is known of what
    /// came after it.
    public void history(HistoryQuery query, Consumer<Past> answer) {
        Optional<Instant> moment = replayed;
        watch.history(query, kept -> ui.execute(() -> answer.accept(moment.map(kept::until).orElse(kept))));
    }

    /// Reads what the log groups of stacks hold; the answer comes on the FX thread.
    public void logGroups(Set<StackId> stacks, Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> answer) {
        watch.logGroups(stacks, read -> ui.execute(() -> answer.accept(read)));
    }

    /// Reads what the log groups of a stack hold; the answer comes on the FX thread, and is of none where nothing may be
    /// read of it yet.
    public void logGroupsOf(StackId stack, Consumer<Map<String, Reading<LogGroup>>> answer) {
        logGroups(Set.of(stack), all -> answer.accept(all.getOrDefault(stack, Map.of())));
    }

    /// Does what would keep the window waiting on another thread; the answer comes on the FX thread.
    public <T> void work(Supplier<T> task, Consumer<T> answer) {
        Background.run("screen", () -> {
            T done = task.get();
            ui.execute(() -> answer.accept(done));
        }, mistake -> LOG.log(System.Logger.Level.ERROR, "A screen's work ended unexpectedly", mistake));
    }

    /// The same answer on the FX thread, from whatever thread it comes.
    public <T> Consumer<T> onFx(Consumer<T> answer) {
        return value -> ui.execute(() -> answer.accept(value));
    }

    /// The desk of cost; its answers come on the FX thread.
    public CostDesk costs() {
        return new OnFx(watch.costs(), ui);
    }

    /// The desk of alarms; its answers, and what it tells, come on the FX thread.
    public AlarmDesk alarms() {
        return new AlarmsOnFx(watch.alarms(), ui);
    }

    /// The ledger of Spot; its answers come on the FX thread.
    public LedgerDesk ledger() {
        return (question, answer) -> watch.ledger().ask(question, told -> ui.execute(() -> answer.accept(told)));
    }

    private record OnFx(CostDesk desk, Executor ui) implements CostDesk {
        @Override
        public CostQuestion question(StackId stack) {
            return desk.question(stack);
        }

        @Override
        public void ask(StackId stack) {
            desk.ask(stack);
        }

        @Override
        public void look(boolean now) {
            desk.look(now);
        }

        @Override
        public void days(LocalDate first, Consumer<Map<StackId, List<BilledDays>>> answer) {
            desk.days(first, kept -> ui.execute(() -> answer.accept(kept)));
        }
    }

    private record AlarmsOnFx(AlarmDesk desk, Executor ui) implements AlarmDesk {
        @Override
        public String person() {
            return desk.person();
        }

        @Override
        public void say(Saying saying, Consumer<Said> answer) {
            desk.say(saying, said -> ui.execute(() -> answer.accept(said)));
        }

        @Override
        public void episodes(AlarmKey key, Instant since, Consumer<List<Occurrence>> answer) {
            desk.episodes(key, since, kept -> ui.execute(() -> answer.accept(kept)));
        }

        @Override
        public void changes(Occurrence one, Consumer<List<Change>> answer) {
            desk.changes(one, kept -> ui.execute(() -> answer.accept(kept)));
        }

        @Override
        public void resolved(Instant after, Consumer<List<Occurrence>> answer) {
            desk.resolved(after, kept -> ui.execute(() -> answer.accept(kept)));
        }

        @Override
        public Watch.Subscription told(Consumer<List<Change>> listener) {
            return desk.told(changes -> ui.execute(() -> listener.accept(changes)));
        }
    }

    /// Lets the time go on; called every second on the FX thread.
    void tick() {
        now.set(clock.instant());
        if (Duration.between(liveAges.get(), now.get()).compareTo(AGES_GROW) >= 0) {
            liveAges.set(now.get());
            showAges();
        }
    }

    private void showAges() {
        if (replayed.isEmpty()) {
            ages.set(liveAges.get());
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void accept(WatchSnapshot newest) {
        if (waiting.getAndSet(newest) == null) {
            ui.execute(this::deliver);
        }
    }

    private void deliver() {
        WatchSnapshot newest = waiting.getAndSet(null);
        if (newest != null) {
            now.set(clock.instant());
            live.set(newest);
            if (replayed.isEmpty()) {
                snapshot.set(newest);
            }
            liveAges.set(now.get());
            showAges();
        }
    }
}
