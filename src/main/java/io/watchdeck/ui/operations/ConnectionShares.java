package io.watchdeck.ui.operations;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.Headroom;
import io.watchdeck.operations.preflight.ServiceFacts;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who may hold a database's connections once a service has its wanted count of tasks.
///
/// @param limit `max_connections`
/// @param parts those that hold any, in the order of the bar: tasks that stay, tasks that come, tasks of deployments that
///              leave, and whatever is not this service
/// @param zone  what the database makes of the sum
record ConnectionShares(int limit, List<Part> parts, Headroom.Zone zone) {

    ConnectionShares {
        parts = List.copyOf(parts);
    }

    enum Holder {
        STAYING, COMING, LEAVING, OTHERS
    }

    /// @param tasks       that hold them; 0 for the others, whose tasks are not known
    /// @param connections that they may open
    record Part(Holder holder, int tasks, int connections) {}

    /// Empty where the operation changes no count, or what it is judged by is not known.
    static Optional<ConnectionShares> of(Operation wish, Facts facts, Headroom room) {
        if (!(wish instanceof Operation.Scale scale)) {
            return Optional.empty();
        }
        return facts.service().flatMap(service -> service.state() instanceof Reading.Known<ServiceState>(var state, _)
                ? Optional.of(of(wanted(scale, service, state), state, room)) : Optional.empty());
    }

    private static ConnectionShares of(int wanted, ServiceState state, Headroom room) {
        int leaving = state.deployments().stream().filter(one -> !one.isPrimary()).mapToInt(Deployment::running).sum();
        int staying = Math.min(wanted, state.desired());
        var parts = new ArrayList<Part>();
        parts.add(new Part(Holder.STAYING, staying, staying * room.pool()));
        parts.add(new Part(Holder.COMING, wanted - staying, (wanted - staying) * room.pool()));
        parts.add(new Part(Holder.LEAVING, leaving, leaving * room.pool()));
        parts.add(new Part(Holder.OTHERS, 0, room.others()));
        return new ConnectionShares(room.limit(), parts.stream().filter(part -> part.connections() > 0).toList(),
                room.zone(wanted + leaving));
    }

    /// Another range moves a count that lies outside it.
    private static int wanted(Operation.Scale scale, ServiceFacts service, ServiceState state) {
        Optional<Range> range = scale.range().or(service::scaling);
        int count = scale.desired().orElseGet(() -> range
                .map(ends -> Math.clamp(state.desired(), ends.min(), Math.max(ends.min(), ends.max())))
                .orElse(state.desired()));
        return Math.max(0, count);
    }

    int needed() {
        return parts.stream().mapToInt(Part::connections).sum();
    }

    /// What the whole bar stands for: the limit, or all that may be wanted where that is more.
    int whole() {
        return Math.max(1, Math.max(limit, needed()));
    }

    /// Where the limit stands on a bar of such a width.
    double limitAt(double width) {
        return width * limit / whole();
    }

    /// Where each part ends on a bar of such a width, in their order: every connection is as wide as every other, also far
    /// above the limit.
    List<Double> ends(double width) {
        var ends = new ArrayList<Double>();
        int until = 0;
        for (Part part : parts) {
            until += part.connections();
            ends.add(width * until / whole());
        }
        return List.copyOf(ends);
    }

    /// Connections that nobody may take; negative where more may be wanted than there are.
    int free() {
        return limit - needed();
    }

    String say(Part part, Words words) {
        String key = "ui.operation.connections." + part.holder().name().toLowerCase(java.util.Locale.ROOT);
        return part.holder() == Holder.OTHERS ? words.say(key, part.connections())
                : words.say(key, part.tasks(), part.connections());
    }

    /// What is left, or how many are too many.
    String rest(Words words) {
        return free() >= 0 ? words.say("ui.operation.connections.free", free())
                : words.say("ui.operation.connections.tooMany", -free());
    }

    /// The bar in words.
    String sentence(Words words) {
        return words.say("ui.operation.connections.bar", limit,
                parts.stream().map(part -> say(part, words)).collect(Collectors.joining(", ")), rest(words));
    }
}
