package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Judged;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.alarms.Occurrences;
import io.watchdeck.alarms.Reunion;
import io.watchdeck.alarms.Saying;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes occurrences of what each snapshot finds, keeps them, takes persons' words on them, and tells what somebody is to
/// be told. Nothing is judged before what was kept is back.
///
/// A word is kept before it is answered; what the snapshots find is kept soon after, on a thread of its own, because a
/// snapshot may be composed on the window's.
final class AlarmKeeper implements AlarmDesk {

    private final Optional<Supplier<OccurrenceStore>> store;
    private final Optional<Unkept> unkept;
    private final Clock clock;
    private final Runnable changed;
    private final Consumer<Throwable> onMistake;
    private final OverLately over = new OverLately();
    private final JoinedSnapshots joined = new JoinedSnapshots();
    private final JudgedTimes times;
    /// Those of which what was kept is back.
    private final Set<StackId> restored = new HashSet<>();
    private final UntoldChanges untold = new UntoldChanges();
    private Set<StackId> watched = Set.of();
    private Optional<Occurrences> occurrences = Optional.empty();
    private AlarmWishes wishes;
    private boolean keeps;

    /// @param changed called when something is another than in the newest snapshot
    AlarmKeeper(WatchSettings settings, Clock clock, Runnable changed, Consumer<Throwable> onMistake) {
        store = settings.history().map(WatchHistory::occurrences);
        unkept = store.map(Unkept::new);
        wishes = settings.alarms();
        times = new JudgedTimes(settings.history().isPresent());
        this.clock = clock;
        this.changed = changed;
        this.onMistake = onMistake;
        settings.history().ifPresent(kept -> kept.elsewhere().moves().accept(this::move));
    }

    /// Says what is watched. Nothing of it is judged before [#restore].
    synchronized void watch(Collection<StackId> stacks) {
        watched = Set.copyOf(stacks);
    }

    /// Puts back what was kept of the stacks that are watched and from when on each has not been judged, and lets go of
    /// those that are not watched any more: the history has them. Blocking.
    ///
    /// @param keep whether what happens from now on is kept; a command that looks once keeps nothing
    void restore(boolean keep) {
        Set<StackId> wanted = watched();
        synchronized (this) {
            keeps |= keep;
        }
        // Alarms without a past are better than none.
        reporting(() -> unkept.ifPresent(one -> one.alone(() -> {
            write();
            takeUp(wanted, keep);
        })));
        synchronized (this) {
            begun();
            wanted.stream().filter(stack -> !times.isKnown(stack))
                    .forEach(stack -> times.known(stack, Optional.empty()));
            restored.addAll(wanted);
        }
    }

    private Occurrences begun() {
        if (occurrences.isEmpty()) {
            occurrences = Optional.of(anew(List.of()));
        }
        return occurrences.get();
    }

    private Occurrences anew(List<Occurrence> kept) {
        return new Occurrences(wishes.lifecycle(), UUID::randomUUID, kept);
    }

    /// What was found twice, should the process have been killed before that was made one, is one from now on.
    private void takeUp(Set<StackId> wanted, boolean keep) {
        Set<StackId> fresh = new HashSet<>(wanted);
        synchronized (this) {
            Set.copyOf(restored).stream().filter(stack -> !watched.contains(stack)).forEach(this::letGo);
            fresh.removeAll(restored);
        }
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        OccurrenceStore kept = store.orElseThrow().get();
        var judged = new HashMap<StackId, Optional<Judged>>();
        fresh.forEach(stack -> judged.put(stack, kept.judged(stack)));
        // Of a stack whose past is still to be judged all of the time that will be: what is known of it is not found again.
        Duration back =
                judged.values().stream().allMatch(far -> far.filter(Judged::whole).isPresent()) ? OverLately.SHOWN
                        : Tier.MINUTE.kept();
        var one = Reunion.of(kept.liveOrEndedAfter(now.minus(back)).stream()
                .filter(each -> fresh.contains(each.key().stack())).toList(), now);
        if (keep) {
            kept.unite(one.united());
        }
        synchronized (this) {
            begun().takeUp(one.all());
            judged.forEach(times::known);
            over.add(one.all());
            restored.addAll(fresh);
        }
    }

    private void letGo(StackId stack) {
        occurrences.ifPresent(all -> all.forget(stack));
        times.forget(stack);
        joined.forget(stack);
        over.forget(stack);
        restored.remove(stack);
    }

    /// The history goes on in another place, which knows of alarms as well: what both found is one. Blocking.
    private void move(Runnable move) {
        unkept.orElseThrow().alone(() -> {
            reporting(this::write);
            move.run();
            reporting(this::reunite);
        });
        changed.run();
    }

    private void reporting(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException unusable) {
            onMistake.accept(unusable);
        }
    }

    private void reunite() {
        OccurrenceStore kept = store.orElseThrow().get();
        var judged = new HashMap<StackId, Judged>();
        watched().forEach(stack -> kept.judged(stack).ifPresent(far -> judged.put(stack, far)));
        Reunion one;
        do {
            write();
            one = Reunion.of(kept.liveOrEndedAfter(Instant.EPOCH), clock.instant());
            kept.unite(one.united());
        } while (!isTaken(one.all(), judged));
    }

    /// @param judged how far whoever kept the other place has judged
    /// @return whether nothing has happened meanwhile
    private synchronized boolean isTaken(List<Occurrence> all, Map<StackId, Judged> judged) {
        if (!unkept.orElseThrow().isEmpty()) {
            return false;
        }
        Instant since = Stream
                .concat(judged.values().stream().map(Judged::until), Stream.of(clock.instant().minus(OverLately.SHOWN)))
                .min(Comparator.naturalOrder()).orElseThrow();
        List<Occurrence> own = all.stream().filter(one -> restored.contains(one.key().stack())).toList();
        occurrences = occurrences.map(_ -> anew(own.stream()
                .filter(one -> one.resolved().filter(end -> end.isBefore(since)).isEmpty()).toList()));
        over.forgetAll();
        over.add(own);
        judged.forEach(times::elsewhere);
        return true;
    }

    /// What a person wishes from now on.
    synchronized void wish(AlarmWishes other) {
        wishes = other;
        occurrences.ifPresent(all -> all.follow(other.lifecycle()));
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
                if (joined.isNew(stack) && restored.contains(stack.file().id()) && times.judges(stack, !keeps, now)) {
                    changes.addAll(all.judge(stack.file().id(), stack.conditions(), stack.alarms().deciding(now)
                            .map(cloud -> cloud.stream().map(CloudAlarm::name).collect(Collectors.toSet())), now));
                }
            }
            all.forgetQuiet(now, stack -> !keeps || times.isWhole(stack, now));
            changes.addAll(all.elapsed(now, stack -> !keeps || times.isJudged(stack, now)));
            over.forgetOld(now);
            untold.add(note(changes).stream().filter(one -> watched.contains(one.after().key().stack())).toList());
            return joined.join(stacks, all.live());
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
            if (occurrences.isPresent() && restored.contains(stack)) {
                untold.add(note(past.apply(occurrences.get())));
                times.pastJudged(stack, until);
            }
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
            if (occurrences.isPresent() && restored.contains(stack)) {
                untold.add(note(past.apply(occurrences.get())));
                times.judged(stack, until);
            }
        }
    }

    /// Those of which somebody is to be told.
    private List<Change> note(Collection<Change> changes) {
        over.add(changes.stream().map(Change::after).toList());
        if (keeps && unkept.isPresent() && !changes.isEmpty()) {
            unkept.get().add(changes);
            Background.run("alarms", this::keep, onMistake);
        }
        return changes.stream().filter(Change::tells)
                .filter(one -> one.after().severity().compareTo(Severity.WARNING) >= 0).toList();
    }

    /// Tells what is to be told, once somebody listens; called when the snapshot that has it is out.
    void tell() {
        untold.tell();
    }

    /// Writes what is not kept yet, and until when each stack was judged. Blocking.
    void keep() {
        if (unkept.isPresent()) {
            write();
        }
    }

    private void write() {
        Map<StackId, Judged> written = unkept.orElseThrow().write(() -> {
            synchronized (this) {
                return keeps ? times.unkept() : Map.of();
            }
        });
        synchronized (this) {
            times.kept(written);
        }
    }

    /// Those of some stacks that were over lately, the last to end first.
    synchronized List<Occurrence> resolved(Collection<StackId> stacks) {
        return over.of(stacks);
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
            return new Said(said.taken(), said.over(), store.map(one -> one.get().isStopgap()).orElse(true));
        } catch (IllegalStateException unusable) {
            onMistake.accept(unusable);
            return said;
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
                unkept.ifPresent(all -> all.add(List.of(one)));
                taken.add(one.after());
            }, () -> over.add(id));
        }
        return new Said(taken, over, true);
    }

    @Override
    public void episodes(AlarmKey key, Instant since, Consumer<List<Occurrence>> answer) {
        ask(() -> store.map(one -> one.get().of(key, since)).orElseGet(() -> known().stream()
                .filter(one -> one.key().equals(key) && !one.raised().isBefore(since))
                .sorted(Comparator.comparing(Occurrence::raised).reversed()).toList()), answer);
    }

    @Override
    public void changes(Occurrence one, Consumer<List<Change>> answer) {
        ask(() -> store.map(kept -> kept.get().changes(one.id())).orElse(List.of()), answer);
    }

    @Override
    public void resolved(Instant after, Consumer<List<Occurrence>> answer) {
        ask(() -> OverLately.inOrder(store.map(one -> one.get().liveOrEndedAfter(after)).orElseGet(this::known).stream()
                .filter(one -> watched().contains(one.key().stack()))
                .filter(one -> one.resolved().filter(end -> end.isAfter(after)).isPresent())), answer);
    }

    private synchronized Set<StackId> watched() {
        return watched;
    }

    private synchronized List<Occurrence> known() {
        var all = new ArrayList<>(over.all());
        occurrences.ifPresent(live -> all.addAll(live.live()));
        return all;
    }

    private <T> void ask(Supplier<T> question, Consumer<T> answer) {
        Background.run("alarms", () -> {
            unkept.ifPresent(one -> one.alone(() -> {
                if (!one.isEmpty()) {
                    write();
                }
            }));
            answer.accept(question.get());
        }, onMistake);
    }

    @Override
    public Watch.Subscription told(Consumer<List<Change>> listener) {
        return untold.listen(listener);
    }
}
