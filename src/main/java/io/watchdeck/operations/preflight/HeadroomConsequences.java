package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.watch.StackSnapshot.Service;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What a number of tasks means for the connections of the stack's database. A stack file does not say which service uses
/// which database: with several, the one with the least room counts.
record HeadroomConsequences(Facts facts, ServiceFacts service) {

    /// Empty where the limit or the pool is not known, the stack has no database, or the service does not use it.
    Optional<Headroom> headroom() {
        OptionalInt pool = pool();
        if (pool.isEmpty() || pool.getAsInt() == 0) {
            return Optional.empty();
        }
        return facts.stack().databases().stream().filter(database -> database.maxConnections().isPresent())
                .map(database -> new Headroom(database.spec().id(), database.maxConnections().getAsInt(),
                        pool.getAsInt(), others(database)))
                .reduce((one, other) -> one.most() <= other.most() ? one : other);
    }

    private OptionalInt pool() {
        return facts.stack().services().stream().map(Service::spec)
                .filter(spec -> spec.name().equals(service.key().service())).map(ServiceSpec::poolPerTask).findFirst()
                .orElse(OptionalInt.empty());
    }

    /// Tasks that hold connections: those of deployments that leave, too.
    private static int tasks(ServiceState state) {
        return Math.max(state.running(), state.deployments().stream().mapToInt(Deployment::running).sum());
    }

    /// The pools of the other services, and what is open beyond all pools.
    private int others(Database database) {
        int pools = 0;
        int promised = 0;
        for (Service one : facts.stack().services()) {
            int running = one.state().state().latest().map(HeadroomConsequences::tasks).orElse(0);
            int possible = running * one.spec().poolPerTask().orElse(0);
            pools += possible;
            promised += one.spec().name().equals(service.key().service()) ? 0 : possible;
        }
        double open = database.connections().latest().state().latest().orElse(0.0);
        return promised + (int) Math.max(0, Math.ceil(open) - pools);
    }

    /// @param before tasks that there are now
    /// @param peak   tasks that there will be
    Optional<Consequence> of(int before, int peak) {
        if (facts.stack().databases().isEmpty() || pool().equals(OptionalInt.of(0))) {
            return Optional.empty();
        }
        Optional<Headroom> known = headroom();
        if (known.isEmpty()) {
            return Optional.of(Consequence.of(Topic.HEADROOM, Weight.TOLD,
                    pool().isEmpty() ? "operation.headroom.noPool" : "operation.headroom.noLimit"));
        }
        Headroom room = known.get();
        Phrase sentence = Phrase.of("operation.headroom", room.pool(), peak, room.pool() * peak, room.limit(),
                room.others(), room.database());
        Optional<Phrase> unsure = unsure(room);
        Weight weight = room.zone(peak) != Headroom.Zone.FITS ? Weight.WARNING
                : unsure.isPresent() ? Weight.TOLD : Weight.FINE;
        Phrase figures = switch (room.zone(peak)) {
            case FITS -> sentence;
            case TIGHT -> Phrase.of("operation.headroom.tight", sentence, room.limit() - room.needed(peak));
            case FULL -> Phrase.of("operation.headroom.full", sentence, room.needed(peak) - room.limit(),
                    Math.max(0, room.most()));
        };
        Phrase said = unsure.map(what -> Phrase.of("list.sentences", figures, what)).orElse(figures);
        return Optional.of(new Consequence(Topic.HEADROOM, weight, said, Optional.empty(), Optional.empty())
                .from(room.pool() * before, room.pool() * peak));
    }

    /// What the sum leaves out because it is not known: what is open in the database, and databases without a limit.
    private Optional<Phrase> unsure(Headroom room) {
        return facts.stack().databases().stream().flatMap(database -> {
            String id = database.spec().id();
            if (database.maxConnections().isEmpty()) {
                return Stream.of(Phrase.of("operation.headroom.otherLimit", id));
            }
            return id.equals(room.database()) && database.connections().latest().state().latest().isEmpty()
                    ? Stream.of(Phrase.of("operation.headroom.openUnknown")) : Stream.of();
        }).reduce((one, other) -> Phrase.of("list.sentences", one, other));
    }
}
