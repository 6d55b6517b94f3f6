package io.watchdeck.ui.stack;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.PolicyPhrases;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.TaskBlock;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.FleetLine.Load;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines of the services' table: each service, and its deployments where there is more than one or one is under way.
final class FleetLines {

    private final CardText text;
    private final Words words;
    private final ConsoleLinks links;

    private FleetLines(StackSnapshot stack, Instant now, Words words) {
        text = new CardText(stack, now, words);
        this.words = words;
        links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
    }

    static List<FleetLine> of(StackSnapshot stack, Instant now, Words words) {
        var lines = new FleetLines(stack, now, words);
        var all = new ArrayList<FleetLine>();
        for (StackSnapshot.Service service : stack.services()) {
            all.add(lines.service(service));
            service.state().state().latest().ifPresent(state -> {
                if (state.deployments().size() > 1
                        || state.deployments().stream().anyMatch(one -> one.inProgress() || one.failed())) {
                    state.deployments().forEach(one -> all.add(lines.deployment(service, state, one)));
                }
            });
        }
        return all;
    }

    private FleetLine service(StackSnapshot.Service service) {
        String name = service.spec().name();
        Optional<ServiceState> state = service.state().state().latest();
        String size = service.spec().size().map(one -> words.say("ui.fleet.size",
                words.number(one.cpuUnits() / 1024.0, 2), words.number(one.memoryMiB() / 1024.0, 1))).orElse("");
        Load cpu = load(service.cpu(), name);
        Load memory = load(service.memory(), name);
        String scaling = scaling(service);
        var reference = links.service(name, state.map(ServiceState::arn));
        if (state.isEmpty()) {
            return new FleetLine(name, name, false, name, size, "", Tone.MUTED,
                    Absence.of(service.state().state(), words), "", Tone.PLAIN, "", List.of(), "", "", cpu, memory,
                    Optional.empty(), "", Tone.PLAIN, scaling, Optional.empty(), reference);
        }
        ServiceState known = state.get();
        Tone tone = text.tone(ComponentKind.SERVICE, name, "service.missing");
        tone = tone == Tone.PLAIN && known.running() < known.desired() ? Tone.WARNING : tone;
        Age age = Age.of(service.state(), text.now(), words);
        Optional<Deployment> primary = known.primary();
        return new FleetLine(name, name, false, name, size, "", Tone.MUTED, Optional.empty(),
                known.running() + " / " + known.desired(), tone,
                known.pending() > 0 ? words.say("ui.fleet.pending", known.pending()) : "", blocks(service, known),
                capacity(service), capacityDetail(known), cpu, memory,
                primary.filter(RolloutText::goesOn).map(FleetLines::progress),
                primary.map(one -> RolloutText.goesOn(one) ? words.span(rollout(known).lasting(one))
                        : rollout(known).state(one)).orElse(""),
                primary.map(RolloutText::tone).orElse(Tone.PLAIN),
                scaling, Optional.of(age).filter(Age::worthSaying), reference);
    }

    private FleetLine deployment(StackSnapshot.Service service, ServiceState state, Deployment one) {
        String name = service.spec().name();
        boolean winding = !one.isPrimary() && one.running() > one.desired();
        String pending = one.pending() > 0 ? words.say("ui.fleet.pending", one.pending())
                : winding ? words.say("ui.fleet.draining", one.running() - one.desired()) : "";
        return new FleetLine(name + "/" + one.id(), name, true, words.say("ui.fleet.revision", revision(one)), "",
                rollout(state).role(one), one.isPrimary() ? Tone.NOTICE : Tone.MUTED, Optional.empty(),
                one.running() + " / " + one.desired(), winding ? Tone.WARNING : Tone.PLAIN, pending, List.of(), "", "",
                Load.none(), Load.none(),
                RolloutText.goesOn(one) ? Optional.of(progress(one)) : Optional.empty(), rollout(state).state(one),
                RolloutText.tone(one),
                words.say("ui.fleet.started", words.when(rollout(state).began(one), text.now())),
                Optional.empty(),
                links.service(name, Optional.of(state.arn())));
    }

    /// `88` of `backend:88`.
    static String revision(Deployment one) {
        return ShortNames.revision(one.revision());
    }

    private static double progress(Deployment one) {
        return one.desired() == 0 ? 1 : Math.min(1, (double) one.running() / one.desired());
    }

    private RolloutText rollout(ServiceState state) {
        return new RolloutText(state, text.now(), words);
    }

    private static List<TaskBlock> blocks(StackSnapshot.Service service, ServiceState state) {
        var blocks = new ArrayList<TaskBlock>();
        List<TaskState> tasks = service.tasks().state().latest().orElse(List.of()).stream()
                .filter(TaskState::isRunning).toList();
        for (int index = 0; index < state.running(); index++) {
            blocks.add(index >= tasks.size() ? TaskBlock.RUNNING : tasks.get(index).isSpot() ? TaskBlock.SPOT
                    : TaskBlock.ON_DEMAND);
        }
        for (int index = 0; index < state.desired() - state.running(); index++) {
            blocks.add(index < state.pending() ? TaskBlock.PENDING : TaskBlock.MISSING);
        }
        return blocks;
    }

    private String capacity(StackSnapshot.Service service) {
        Optional<List<TaskState>> tasks = service.tasks().state().latest();
        if (tasks.isEmpty()) {
            return Absence.of(service.tasks().state(), words).map(Absence::word).orElse("");
        }
        long running = tasks.get().stream().filter(TaskState::isRunning).count();
        long spot = service.runningOnSpot().orElse(0L);
        return spot + " / " + (running - spot);
    }

    private String capacityDetail(ServiceState state) {
        if (state.strategy().isEmpty()) {
            return words.say("ui.fleet.noStrategy");
        }
        int all = state.strategy().stream().mapToInt(ServiceState.CapacityShare::weight).sum();
        int spot = state.strategy().stream().filter(share -> share.provider().equals("FARGATE_SPOT"))
                .mapToInt(ServiceState.CapacityShare::weight).sum();
        return all == 0 ? "" : words.say("ui.fleet.spotWeight", Math.round(100.0 * spot / all));
    }

    private Load load(Figure figure, String service) {
        Instant end = text.now().truncatedTo(ChronoUnit.MINUTES);
        Optional<Absence> absence = Absence.of(figure.latest().state(), words);
        if (absence.isPresent()) {
            return new Load(absence, "", Tone.MUTED, figure.recent(), Optional.empty(), end, Optional.empty());
        }
        OptionalDouble limit = text.limit(ComponentKind.SERVICE, service, figure.metric().id());
        return new Load(Optional.empty(), text.value(figure), text.tone(ComponentKind.SERVICE, service,
                figure.metric().id()), figure.recent(),
                limit.isPresent() ? Optional.of(limit.getAsDouble()) : Optional.empty(), end,
                Optional.of(Age.of(figure.latest(), text.now(), words)).filter(Age::worthSaying));
    }

    private String scaling(StackSnapshot.Service service) {
        Optional<ScalingRange> range = service.scaling().state().latest();
        if (range.isPresent()) {
            return Stream.concat(Stream.of(words.say("ui.tasks.auto", range.get().min(), range.get().max())),
                    PolicyPhrases.of(range.get()).stream().map(words::say)).collect(Collectors.joining(", "));
        }
        return service.spec().scaling().map(spec -> words.say("ui.fleet.designed", spec.min(), spec.max())).orElse("");
    }
}
