package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.watch.StackSnapshot.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a number of tasks means for the connections of the stack's database. A stack file does not say which service uses
/// which database: with several, the one with the least room counts.
///
/// What others hold is the sum of two: the whole pools of the tasks of every other service that run now, because each may
/// fill its pool at any time; and what was open beyond the pools of all tasks, this service's included, because nobody's
/// pool explains it. CloudWatch tells of a minute that is over, so that what was open is set against the tasks that ran at
/// that minute and not against those that run now: tasks that started since are left out of the second sum, tasks that
/// stopped since are in it. A connection that a half filled pool leaves to somebody unknown cannot be told from the
/// pool's own.
record HeadroomConsequences(Facts facts, ServiceFacts service) {

    /// What one database has, and how many others hold of it, or why that is not known.
    private record Room(Database database, int limit, int pool, OptionalInt others, Optional<Phrase> why) {

        Optional<Headroom> known() {
            return others.isPresent()
                    ? Optional.of(new Headroom(database.spec().id(), limit, pool, others.getAsInt()))
                    : Optional.empty();
        }

        /// What is left for the service at the most.
        int most() {
            return Math.floorDiv(limit - others.orElse(0), pool);
        }
    }

    /// Empty where the limit, the pool or what others hold is not known of a database, the stack has no database, or the
    /// service does not use it.
    Optional<Headroom> headroom() {
        List<Room> rooms = rooms();
        return rooms.stream().allMatch(room -> room.others().isPresent()) ? least(rooms).flatMap(Room::known)
                : Optional.empty();
    }

    private static Optional<Room> least(List<Room> rooms) {
        return rooms.stream().reduce((one, other) -> one.most() <= other.most() ? one : other);
    }

    private List<Room> rooms() {
        OptionalInt pool = pool();
        if (pool.isEmpty() || pool.getAsInt() == 0) {
            return List.of();
        }
        return facts.stack().databases().stream().filter(database -> database.maxConnections().isPresent())
                .map(database -> room(database, database.maxConnections().getAsInt(), pool.getAsInt())).toList();
    }

    private OptionalInt pool() {
        return facts.stack().services().stream().map(Service::spec)
                .filter(spec -> spec.name().equals(service.key().service())).map(ServiceSpec::poolPerTask).findFirst()
                .orElse(OptionalInt.empty());
    }

    private Room room(Database database, int limit, int pool) {
        Loadable<Double> open = database.connections().latest().state();
        Optional<Service> unknown = facts.stack().services().stream()
                .filter(one -> one.spec().poolPerTask().orElse(0) > 0 && !isOwn(one))
                .filter(one -> one.state().state().latest().isEmpty()).findFirst();
        // What was open a while ago says nothing of how many fit now.
        boolean stale = database.connections().latest().deciding(facts.asOf()).isEmpty();
        Optional<Phrase> why = stale ? Optional.of(reason("operation.headroom.noOpen", open, ""))
                : unknown.map(one -> reason("operation.headroom.noTasks", one.state().state(), one.spec().name()));
        return new Room(database, limit, pool, why.isPresent() ? OptionalInt.empty()
                : OptionalInt.of(others(open.latest().orElseThrow(), open.latestAsOf().orElseThrow())), why);
    }

    private static Phrase reason(String key, Loadable<?> unknown, String name) {
        return Phrase.of(key, unknown.problem().<Phrase>map(Failure::sentence)
                .orElseGet(() -> Phrase.of("operation.headroom.loading")), name);
    }

    private boolean isOwn(Service one) {
        return one.spec().name().equals(service.key().service());
    }

    /// @param open connections of the whole database
    /// @param at   when so many were open
    private int others(double open, Instant at) {
        int pools = 0;
        int promised = 0;
        for (Service one : facts.stack().services()) {
            int pool = one.spec().poolPerTask().orElse(0);
            if (isOwn(one)) {
                pools += pool * then(service.present(), ServiceFacts.known(service.tasks()).orElse(List.of()), at);
            } else if (pool > 0) {
                ServiceState state = one.state().state().latest().orElseThrow();
                pools += pool * then(state, one.tasks().state().latest().orElse(List.of()), at);
                promised += pool * tasks(state);
            }
        }
        return promised + (int) Math.max(0, Math.ceil(open) - pools);
    }

    /// Tasks that hold connections: those of deployments that leave, too.
    private static int tasks(ServiceState state) {
        return Math.max(state.running(), state.deployments().stream().mapToInt(Deployment::running).sum());
    }

    /// Those that held them at a moment, as far as ECS still tells of what has started and stopped since.
    private static int then(ServiceState state, List<TaskState> all, Instant at) {
        long since = all.stream().filter(task -> !task.isStopped() && isAfter(task.startedAt(), at)).count();
        long gone = all.stream().filter(task -> task.isStopped() && isAfter(task.stoppedAt(), at)
                && task.startedAt().filter(begun -> !begun.isAfter(at)).isPresent()).count();
        return (int) Math.max(0, tasks(state) - since + gone);
    }

    private static boolean isAfter(Optional<Instant> one, Instant at) {
        return one.filter(moment -> moment.isAfter(at)).isPresent();
    }

    /// @param before tasks that there are now
    /// @param peak   tasks that there will be
    Optional<Consequence> of(int before, int peak) {
        if (facts.stack().databases().isEmpty() || pool().equals(OptionalInt.of(0))) {
            return Optional.empty();
        }
        List<Room> rooms = rooms();
        if (rooms.isEmpty()) {
            return Optional.of(Consequence.of(Topic.HEADROOM, Weight.TOLD,
                    pool().isEmpty() ? "operation.headroom.noPool" : "operation.headroom.noLimit"));
        }
        int pool = rooms.getFirst().pool();
        return Optional.of(judged(rooms, peak).from(pool * before, pool * peak));
    }

    /// What the upper end of a range means, which autoscaling alone may reach.
    Optional<Consequence> ofMost(int most) {
        List<Room> rooms = rooms();
        if (rooms.isEmpty()) {
            return Optional.empty();
        }
        Consequence judged = judged(rooms, most);
        Weight weight = judged.weight() == Weight.FINE ? Weight.TOLD : judged.weight();
        return Optional.of(Consequence.of(Topic.GROWTH, weight, "operation.headroom.most", most, judged.sentence())
                .to(Phrase.of("operation.value", rooms.getFirst().pool() * most)));
    }

    private Consequence judged(List<Room> rooms, int peak) {
        List<Room> known = rooms.stream().filter(room -> room.others().isPresent()).toList();
        Optional<Room> least = least(known).filter(room -> known.size() == rooms.size() || !fits(room, peak))
                .or(() -> least(rooms.stream().filter(room -> room.others().isEmpty()).toList()));
        Room room = least.orElseThrow();
        Consequence said = room.known().map(one -> known(one, peak)).orElseGet(() -> unknown(room, peak));
        Optional<Phrase> unsure = unsure();
        Phrase sentence = unsure.map(what -> Phrase.of("list.sentences", said.sentence(), what))
                .orElse(said.sentence());
        return new Consequence(Topic.HEADROOM,
                unsure.isPresent() && said.weight() == Weight.FINE ? Weight.TOLD : said.weight(), sentence,
                Optional.empty(), Optional.empty());
    }

    private static boolean fits(Room room, int peak) {
        return room.known().filter(one -> one.zone(peak) == Headroom.Zone.FITS).isPresent();
    }

    private static Consequence known(Headroom room, int peak) {
        Phrase sum = Phrase.of("operation.headroom", room.pool(), peak, room.pool() * peak, room.limit(),
                room.others(), room.database());
        return switch (room.zone(peak)) {
            case FITS -> new Consequence(Topic.HEADROOM, Weight.FINE, sum, Optional.empty(), Optional.empty());
            case TIGHT -> Consequence.of(Topic.HEADROOM, Weight.WARNING, "operation.headroom.tight", sum,
                    room.limit() - room.needed(peak));
            case FULL -> Consequence.of(Topic.HEADROOM, Weight.WARNING, "operation.headroom.full", sum,
                    room.needed(peak) - room.limit(), Math.max(0, room.most()));
        };
    }

    /// Too many are too many whatever others hold; otherwise nobody knows.
    private static Consequence unknown(Room room, int peak) {
        int wanted = room.pool() * peak;
        Phrase sum = Phrase.of("operation.headroom.unknown", room.pool(), peak, wanted, room.limit(),
                room.database().spec().id(), room.why().orElseThrow());
        return wanted > room.limit()
                ? Consequence.of(Topic.HEADROOM, Weight.WARNING, "operation.headroom.full", sum, wanted - room.limit(),
                        room.limit() / room.pool())
                : new Consequence(Topic.HEADROOM, Weight.UNKNOWN, sum, Optional.empty(), Optional.empty());
    }

    /// What the sum leaves out because it is not known: databases without a limit.
    private Optional<Phrase> unsure() {
        return facts.stack().databases().stream().filter(database -> database.maxConnections().isEmpty())
                .map(database -> Phrase.of("operation.headroom.otherLimit", database.spec().id()))
                .reduce((one, other) -> Phrase.of("list.sentences", one, other));
    }
}
