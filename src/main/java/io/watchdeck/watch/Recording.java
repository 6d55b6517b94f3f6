package io.watchdeck.watch;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.InterruptionCount;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.Topics.Attended;
import io.watchdeck.watch.past.AnswerStore;
import io.watchdeck.watch.past.Frame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Keeps what a console is told and what it shows beside that, so that any moment can be shown again. Noting is done at
/// once, on whatever thread; writing is blocking, by one thread at a time.
final class Recording {

    /// How long a moment can be shown as it was.
    static final Duration KEPT = Duration.ofDays(90);
    /// Frames of an hour that is over for so long are put together.
    private static final Duration SETTLED = Duration.ofMinutes(70);

    private final Supplier<AnswerStore> store;
    private final Clock clock;
    private final Map<String, Recorder> recorders = new ConcurrentHashMap<>();
    private volatile Optional<ConsoleState> console = Optional.empty();
    private Instant tidied = Instant.EPOCH;

    Recording(Supplier<AnswerStore> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Notes what comes of a place from now on.
    void note(Site site) {
        of(site.place(), recorder -> site.board().noteIn(recorder, site.place()));
    }

    private Recorder of(String place, Consumer<Recorder> begin) {
        return recorders.computeIfAbsent(place, name -> {
            var recorder = new Recorder(name, clock);
            begin.accept(recorder);
            return recorder;
        });
    }

    /// Notes what decides how the answers were shown, and what was shown beside them.
    void shown(Collection<Site> sites, WatchSnapshot now, Function<Site, Function<StackId, Every>> every) {
        console = Optional.of(new ConsoleState(now.meter(), now.problems(), now.notices(), now.sandbox()));
        now.lastRead()
                .ifPresent(at -> of(Topics.CONSOLE, _ -> {}).shown(Topics.lastRead(), Board.ONLY, at, now.asOf()));
        for (Site site : sites) {
            Optional.ofNullable(recorders.get(site.place())).ifPresent(to -> shown(to, site, now, every.apply(site)));
        }
    }

    private static void shown(Recorder recorder, Site site, WatchSnapshot now, Function<StackId, Every> every) {
        String place = site.place();
        List<StackId> ids = site.stacks().stream().map(StackFile::id).toList();
        recorder.only(Topics.files(place), ids, now.asOf());
        now.stacks().stream().filter(stack -> site.stacks().contains(stack.file())).forEach(stack -> {
            StackId id = stack.file().id();
            Every rhythm = every.apply(id);
            recorder.shown(Topics.files(place), id, stack.file(), now.asOf());
            recorder.shown(Topics.attended(place), id,
                    new Attended(rhythm.metrics(), rhythm.alarms(),
                            stack.cost().state().problem().filter(Failure::isNotAsked).isEmpty()),
                    now.asOf());
            recorder.shown(Topics.occurrences(place), id, stack.occurrences(), now.asOf());
        });
        Map<ServiceKey, InterruptionCount> interruptions = new HashMap<>();
        now.stacks().stream().filter(stack -> site.stacks().contains(stack.file()))
                .forEach(stack -> stack.services()
                        .forEach(service -> service.interruptions().ifPresent(count -> interruptions
                                .put(new ServiceKey(stack.file().cluster(), service.spec().name()), count))));
        recorder.only(Topics.interruptions(place), List.copyOf(interruptions.keySet()), now.asOf());
        interruptions.forEach((key, count) -> recorder.shown(Topics.interruptions(place), key, count, now.asOf()));
    }

    /// Writes what came since the last time. What the console shows of itself is as it is now.
    void write(Collection<Site> sites) {
        Instant now = clock.instant();
        Recorder own = of(Topics.CONSOLE, _ -> {});
        console.ifPresent(state -> own.shown(Topics.console(), Board.ONLY, state.brief(), now));
        write(own, now);
        sites.stream().map(Site::place).distinct().map(recorders::get).filter(Objects::nonNull)
                .forEach(recorder -> write(recorder, now));
        if (Duration.between(tidied, now).compareTo(SETTLED) > 0) {
            store.get().tidy(now.minus(SETTLED));
            tidied = now;
        }
    }

    private void write(Recorder recorder, Instant now) {
        boolean done = false;
        try {
            for (Frame frame : recorder.take(now)) {
                store.get().add(frame);
            }
            done = true;
        } finally {
            if (!done) {
                recorder.lost();
            }
        }
    }

    /// Writes the last of it, where anything was written before: one look is no watching.
    void end(Collection<Site> sites) {
        Optional.ofNullable(recorders.get(Topics.CONSOLE)).filter(Recorder::isBegun)
                .ifPresent(_ -> write(sites));
    }

    void forget(Instant now) {
        store.get().forget(now.minus(KEPT));
    }
}
