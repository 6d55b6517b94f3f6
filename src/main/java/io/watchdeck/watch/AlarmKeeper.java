package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Lifecycle;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.alarms.Occurrences;
import io.watchdeck.alarms.Saying;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes occurrences of what each snapshot finds, keeps them, takes persons' words on them, and tells what somebody is to
/// be told. Nothing is judged before what was kept is back.
///
/// A word is kept before it is answered; what the snapshots find is kept soon after, on a thread of its own, because a
/// snapshot may be composed on the window's.
final class AlarmKeeper implements AlarmDesk {

    /// How long what is over is shown with the snapshots.
    static final Duration SHOWN = Duration.ofHours(24);
    private static final Comparator<Occurrence> LAST_TO_END =
            Comparator.comparing((Occurrence one) -> one.resolved().orElse(Instant.MAX)).reversed();

    private final Optional<Supplier<OccurrenceStore>> store;
    private final Clock clock;
    private final Runnable changed;
    private final Consumer<Throwable> onMistake;
    private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();
    private final Map<UUID, Occurrence> resolved = new HashMap<>();
    private final Map<StackId, Joined> joined = new HashMap<>();
    private final JudgedTimes times;
    /// Of which somebody is to be told when the snapshot is out that has it.
    private List<Change> untold = new ArrayList<>();
    /// What is not kept yet, in order.
    private List<Change> unkept = new ArrayList<>();
    private final Object keeping = new Object();
    private Optional<Occurrences> occurrences = Optional.empty();
    private AlarmWishes wishes;
    private boolean keeps;

    /// A snapshot with its occurrences: the same as long as both are.
    private record Joined(StackSnapshot before, List<Occurrence> live, StackSnapshot after) {}

    /// @param changed called when something is another than in the newest snapshot
    AlarmKeeper(WatchSettings settings, Clock clock, Runnable changed, Consumer<Throwable> onMistake) {
        store = settings.history().map(WatchHistory::occurrences);
        wishes = settings.alarms();
        times = new JudgedTimes(settings.history().isPresent());
        this.clock = clock;
        this.changed = changed;
        this.onMistake = onMistake;
    }

    /// Puts back what was kept. Blocking.
    ///
    /// @param keep whether what happens from now on is kept; a command that looks once keeps nothing
    void restore(boolean keep) {
        Instant now = clock.instant();
        List<Occurrence> kept = List.of();
        try {
            kept = store.map(one -> one.get().liveOrEndedAfter(now.minus(SHOWN))).orElse(List.of());
        } catch (IllegalStateException unreadable) {
            // Alarms without a past are better than none.
            onMistake.accept(unreadable);
        }
        synchronized (this) {
            keeps |= keep;
            if (occurrences.isEmpty()) {
                begin(kept);
            }
        }
    }

    private void begin(Collection<Occurrence> kept) {
        occurrences = Optional.of(new Occurrences(new Lifecycle(wishes.nag()), UUID::randomUUID, kept));
        kept.stream().filter(Occurrence::isResolved).forEach(one -> resolved.put(one.id(), one));
    }

    /// From when on each of some stacks has not been judged, where that is some time ago. To be known before anything is
    /// judged of them. Blocking.
    void watch(Collection<StackId> stacks) {
        if (store.isPresent()) {
            for (StackId stack : stacks) {
                if (!times.isKnown(stack)) {
                    Optional<Instant> until = store.get().get().judgedUntil(stack);
                    synchronized (this) {
                        times.known(stack, until);
                    }
                }
            }
        }
    }

    /// What a person wishes from now on.
    synchronized void wish(AlarmWishes other) {
        wishes = other;
        occurrences.ifPresent(all -> all.follow(new Lifecycle(other.nag())));
    }

    /// The snapshots with what has become of their troubles.
    List<StackSnapshot> judge(List<StackSnapshot> stacks, Instant now) {
        synchronized (this) {
            if (occurrences.isEmpty()) {
                return stacks;
            }
            Occurrences all = occurrences.get();
            var changes = new ArrayList<Change>();
            for (StackSnapshot stack : stacks) {
                if (isNew(stack) && times.judges(stack, !keeps, now)) {
                    changes.addAll(all.judge(stack.file().id(), stack.conditions(),
                            stack.alarms().deciding(now).isPresent(), now));
                }
            }
            List<StackId> watched = stacks.stream().map(stack -> stack.file().id()).toList();
            changes.addAll(all.elapsed(now, stack -> !keeps || times.isJudged(stack, now)));
            resolved.values().removeIf(one -> !one.resolved().orElse(now).plus(SHOWN).isAfter(now));
            note(changes).stream().filter(one -> watched.contains(one.after().key().stack())).forEach(untold::add);
            return join(stacks, all.live());
        }
    }

    /// From when on a stack has to be judged before it is judged by how it stands now; empty where it has not to be.
    synchronized Optional<Instant> behind(StackId stack) {
        return times.behind(stack, clock.instant());
    }

    /// Until when a stack has a past that was never judged; empty for one that was judged before.
    synchronized Optional<Instant> before(StackId stack) {
        return times.before(stack, clock.instant());
    }

    /// What happened to a stack before it was watched for the first time.
    ///
    /// @param past  what it made of the occurrences
    /// @param until the end of that time
    void pastJudged(StackId stack, Function<Occurrences, List<Change>> past, Instant until) {
        synchronized (this) {
            occurrences.ifPresent(all -> untold.addAll(note(past.apply(all))));
            times.pastJudged(stack, until);
        }
    }

    /// Those that have waited long enough for what AWS still has of the time in which they were not judged.
    synchronized List<StackId> impatient(Collection<StackId> stacks) {
        return times.impatient(stacks, clock.instant());
    }

    /// What happened to a stack in the time in which it was not judged.
    ///
    /// @param past  what it made of the occurrences
    /// @param until the end of that time
    void judged(StackId stack, Function<Occurrences, List<Change>> past, Instant until) {
        synchronized (this) {
            occurrences.ifPresent(all -> untold.addAll(note(past.apply(all))));
            times.judged(stack, until);
        }
    }

    private boolean isNew(StackSnapshot stack) {
        return Optional.ofNullable(joined.get(stack.file().id())).filter(one -> one.before() == stack).isEmpty();
    }

    private List<StackSnapshot> join(List<StackSnapshot> stacks, List<Occurrence> live) {
        Map<StackId, List<Occurrence>> of = new LinkedHashMap<>();
        live.stream().sorted(Comparator.comparing(Occurrence::raised))
                .forEach(one -> of.computeIfAbsent(one.key().stack(), _ -> new ArrayList<>()).add(one));
        return stacks.stream().map(stack -> {
            List<Occurrence> these = of.getOrDefault(stack.file().id(), List.of());
            return joined.compute(stack.file().id(), (_, before) -> before != null && before.before() == stack
                    && before.live().equals(these) ? before : new Joined(stack, these, stack.with(these))).after();
        }).toList();
    }

    /// Those of which somebody is to be told.
    private List<Change> note(Collection<Change> changes) {
        changes.stream().map(Change::after).filter(Occurrence::isResolved)
                .forEach(one -> resolved.put(one.id(), one));
        if (keeps && store.isPresent() && !changes.isEmpty()) {
            unkept.addAll(changes);
            Background.run("alarms", this::keep, onMistake);
        }
        return changes.stream().filter(Change::tells)
                .filter(one -> one.after().severity().compareTo(Severity.WARNING) >= 0).toList();
    }

    /// Tells what is to be told; called when the snapshot that has it is out.
    void tell() {
        List<Change> told;
        synchronized (this) {
            told = untold;
            untold = new ArrayList<>();
        }
        if (!told.isEmpty()) {
            listeners.forEach(listener -> listener.accept(told));
        }
    }

    /// Writes what is not kept yet, and until when each stack was judged. Blocking.
    void keep() {
        if (store.isEmpty()) {
            return;
        }
        synchronized (keeping) {
            List<Change> these;
            Map<StackId, Instant> until;
            synchronized (this) {
                these = unkept;
                unkept = new ArrayList<>();
                until = keeps ? times.unkept() : Map.of();
            }
            try {
                store.get().get().put(these);
                until.forEach(store.get().get()::judged);
            } catch (IllegalStateException unusable) {
                notKept(these);
                throw unusable;
            }
        }
    }

    private synchronized boolean isUnkept() {
        return !unkept.isEmpty();
    }

    private synchronized void notKept(List<Change> these) {
        var again = new ArrayList<>(these);
        again.addAll(unkept);
        unkept = again;
    }

    /// Those of some stacks that were over lately, the last to end first.
    synchronized List<Occurrence> resolved(Collection<StackId> stacks) {
        return resolved.values().stream().filter(one -> stacks.contains(one.key().stack())).sorted(LAST_TO_END)
                .toList();
    }

    @Override
    public synchronized String person() {
        return wishes.person();
    }

    @Override
    public void say(Saying saying, Consumer<Said> answer) {
        Background.run("alarms", () -> {
            changed.run();
            answer.accept(kept(take(saying)));
            changed.run();
        }, onMistake);
    }

    /// What was taken holds as long as the program runs, also where it cannot be written.
    private Said kept(Said said) {
        try {
            keep();
            return said;
        } catch (IllegalStateException unusable) {
            onMistake.accept(unusable);
            return new Said(said.taken(), said.over(), true);
        }
    }

    private synchronized Said take(Saying saying) {
        var taken = new ArrayList<Occurrence>();
        var over = new ArrayList<UUID>();
        Instant now = clock.instant();
        for (UUID id : saying.on()) {
            Optional<Change> change = occurrences.flatMap(all -> all.live().stream()
                    .filter(one -> one.id().equals(id)).findFirst()
                    .flatMap(one -> all.take(id, saying.by(wishes.person(), now, one.severity()))));
            change.ifPresentOrElse(one -> {
                unkept.add(one);
                taken.add(one.after());
            }, () -> over.add(id));
        }
        return new Said(taken, over, store.isEmpty());
    }

    @Override
    public void episodes(AlarmKey key, Instant since, Consumer<List<Occurrence>> answer) {
        ask(() -> store.map(one -> one.get().of(key, since)).orElseGet(() -> known().stream()
                .filter(one -> one.key().equals(key) && !one.raised().isBefore(since))
                .sorted(Comparator.comparing(Occurrence::raised).reversed()).toList()), answer);
    }

    @Override
    public void changes(Occurrence one, Consumer<List<Change>> answer) {
        ask(() -> store.map(kept -> kept.get().changes(one.key().stack(),
                new TimeRange(one.raised(), clock.instant().plusSeconds(1))).stream()
                .filter(change -> change.after().id().equals(one.id())).toList()).orElse(List.of()), answer);
    }

    @Override
    public void resolved(Instant after, Consumer<List<Occurrence>> answer) {
        ask(() -> store.map(one -> one.get().liveOrEndedAfter(after)).orElseGet(this::known).stream()
                .filter(one -> one.resolved().filter(end -> end.isAfter(after)).isPresent()).sorted(LAST_TO_END)
                .toList(), answer);
    }

    private synchronized List<Occurrence> known() {
        var all = new ArrayList<>(resolved.values());
        occurrences.ifPresent(live -> all.addAll(live.live()));
        return all;
    }

    private <T> void ask(Supplier<T> question, Consumer<T> answer) {
        Background.run("alarms", () -> {
            if (isUnkept()) {
                keep();
            }
            answer.accept(question.get());
        }, onMistake);
    }

    @Override
    public Watch.Subscription told(Consumer<List<Change>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
