package io.watchdeck.watch;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseEventStore;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Keeps what RDS tells of databases before it forgets it. Blocking; one thread at a time for each site.
///
/// The first reading asks for all that RDS still knows, and so does one of other databases than before; each further one
/// for the time since, and for a little more, because events arrive late. What is told again is kept once. A reading that
/// fails is made up for by the next one that does not; where the right is missing, or nobody knows the call, it is asked
/// for less often, and nothing else misses it.
final class DatabaseEventKeeping {

    /// Nobody is called to it and it costs nothing: this is a question of politeness.
    static final Duration EVERY = Duration.ofMinutes(5);
    static final Duration SELDOM = Duration.ofHours(1);
    static final Duration OVERLAP = Duration.ofHours(1);

    private final Supplier<DatabaseEventStore> store;
    private final Clock clock;
    /// By place.
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /// @param databases that were asked about
    /// @param until     what is kept of them; empty where nothing was answered
    /// @param failure   why the last reading told nothing, where the next one will not either
    private record Read(Set<String> databases, Optional<Instant> until, Optional<Failure> failure) {}

    DatabaseEventKeeping(Supplier<DatabaseEventStore> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    static boolean has(Site site) {
        return site.stacks().stream().anyMatch(stack -> !stack.components().databases().isEmpty());
    }

    /// From the end of a reading to the begin of the next.
    Duration pause(Site site) {
        return Optional.ofNullable(read.get(site.place())).flatMap(Read::failure).map(_ -> SELDOM).orElse(EVERY);
    }

    void keep(Site site) {
        List<StackFile> stacks = site.stacks().stream().filter(stack -> !stack.components().databases().isEmpty()
                && site.reader().cloud(stack).isPresent()).toList();
        if (stacks.isEmpty()) {
            return;
        }
        site.reader().cloud(stacks.getFirst()).flatMap(Cloud::databases)
                .ifPresent(source -> keep(site, stacks, source));
    }

    private void keep(Site site, List<StackFile> stacks, DatabaseSource source) {
        Set<String> databases = stacks.stream().flatMap(stack -> stack.components().databases().stream())
                .map(DatabaseSpec::id).collect(Collectors.toSet());
        Instant now = clock.instant();
        Optional<Instant> until = Optional.ofNullable(read.get(site.place()))
                .filter(before -> before.databases().containsAll(databases)).flatMap(Read::until)
                .filter(at -> !at.isAfter(now));
        TimeRange range = until.map(at -> new TimeRange(at.minus(OVERLAP), now))
                .orElseGet(() -> TimeRange.last(DatabaseSource.EVENTS_KEPT, now));
        List<StackId> concerned = stacks.stream().map(StackFile::id).toList();
        read.put(site.place(), switch (Behalf.of(concerned).get(() -> source.events(databases, range))) {
            case Reading.Known<List<DatabaseEvent>>(var events, var _) -> {
                store.get().add(site.place(), events);
                yield new Read(databases, Optional.of(now), Optional.empty());
            }
            case Reading.Unknown<List<DatabaseEvent>>(var failure, var _) ->
                new Read(databases, until, Optional.of(failure).filter(why -> !mayPass(why)));
        });
    }

    /// Why what RDS tells of the databases of a stack is not kept; empty where it is, or will be soon. Any thread.
    Optional<Failure> unread(Site site, StackFile stack) {
        return stack.components().databases().isEmpty() ? Optional.empty()
                : Optional.ofNullable(read.get(site.place())).flatMap(Read::failure);
    }

    /// Whether the next reading may tell what this one did not.
    static boolean mayPass(Failure failure) {
        return switch (failure.kind()) {
            case EXPIRED, THROTTLED, UNREACHABLE, CAPPED -> true;
            case DENIED, NOT_FOUND, ABSENT, WRONG_ACCOUNT, NOT_KEPT, UNEXPECTED -> false;
        };
    }

    /// As old as the oldest samples.
    void forget(Instant before) {
        store.get().forget(before);
    }
}
