package io.watchdeck.ui.timeline;

import io.watchdeck.alarms.Condition;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.queues.QueueState;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.timeline.StateLine.Cell;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures that tell how a stack was, by their names, from what its screens showed. The same for a moment that is over
/// as for now, so that both can stand beside each other.
final class StateFacts {

    /// Read only while somebody looks at the stack, or where a rule judges them.
    private static final Set<String> NEEDED = Set.of("p95", "healthy", "hitRate");

    private final StackSnapshot stack;
    private final Instant at;
    private final boolean over;
    private final Words words;
    private final FigureText figures;
    private final Map<String, Cell> facts = new LinkedHashMap<>();

    private StateFacts(StackSnapshot stack, Instant at, boolean over, Words words) {
        this.stack = stack;
        this.at = at;
        this.over = over;
        this.words = words;
        figures = new FigureText(words);
    }

    static Map<String, Cell> now(StackSnapshot stack, Instant now, Words words) {
        return of(new StateFacts(stack, now, false, words));
    }

    /// Of a moment that is over no answer is on its way: what was not read then is not recorded.
    ///
    /// @param at when it was shown
    static Map<String, Cell> then(StackSnapshot stack, Instant at, Words words) {
        return of(new StateFacts(stack, at, true, words));
    }

    private static Map<String, Cell> of(StateFacts writer) {
        writer.tasks();
        writer.traffic();
        writer.data();
        writer.letters();
        return writer.facts;
    }

    private void tasks() {
        List<Panel<ServiceState>> states = stack.services().stream().map(StackSnapshot.Service::state).toList();
        if (states.isEmpty()) {
            return;
        }
        put("running", states, known -> {
            int running = known.stream().mapToInt(ServiceState::running).sum();
            int desired = known.stream().mapToInt(ServiceState::desired).sum();
            return text(words.say("ui.timeline.state.of", running, desired),
                    running < desired ? Tone.WARNING : Tone.PLAIN);
        });
        put("spot", stack.services().stream().map(StackSnapshot.Service::tasks).toList(), known -> {
            long spot = stack.services().stream().mapToLong(one -> one.runningOnSpot().orElse(0L)).sum();
            long all = known.stream().mapToLong(tasks -> tasks.stream().filter(one -> one.isRunning()).count()).sum();
            return text(words.say("ui.timeline.state.split", spot, all - spot), Tone.PLAIN);
        });
        if (states.size() == 1) {
            put("revision", states, known -> text(revision(known.getFirst()), rolling(known) ? Tone.NOTICE
                    : Tone.PLAIN));
        } else {
            put("rolling", states, known -> text(words.number(known.stream().filter(one -> rolling(List.of(one)))
                    .count()), rolling(known) ? Tone.NOTICE : Tone.PLAIN));
        }
    }

    private static String revision(ServiceState state) {
        return ShortNames.revision(state.taskDefinition().substring(state.taskDefinition().lastIndexOf('/') + 1));
    }

    private static boolean rolling(List<ServiceState> states) {
        return states.stream().flatMap(one -> one.deployments().stream()).anyMatch(Deployment::inProgress);
    }

    private void traffic() {
        boolean several = stack.loadBalancers().size() > 1;
        for (StackSnapshot.LoadBalancer one : stack.loadBalancers()) {
            String name = several ? one.spec().name() : "";
            figure("requests", name, one.requests());
            figure("errors", name, one.errors5xx());
            figure("p95", name, one.p95());
            List<Panel<Double>> healthy = one.targetGroups().stream().map(group -> group.healthy().latest()).toList();
            List<Panel<Double>> ill = one.targetGroups().stream().map(group -> group.unhealthy().latest()).toList();
            if (!healthy.isEmpty()) {
                put(label("healthy", name), healthy, known -> {
                    double well = sum(known);
                    Optional<Double> bad = ill.stream().allMatch(group -> group.state().latest().isPresent())
                            ? Optional.of(sum(ill.stream().map(group -> group.state().latest().orElseThrow()).toList()))
                            : Optional.empty();
                    return bad.map(some -> text(words.say("ui.timeline.state.of", well, well + some),
                            some > 0 ? Tone.WARNING : Tone.PLAIN))
                            .orElseGet(() -> text(words.number(well), Tone.PLAIN));
                });
            }
        }
    }

    private void data() {
        for (StackSnapshot.Database one : stack.databases()) {
            String name = stack.databases().size() > 1 ? one.spec().id() : "";
            put(label("connections", name), List.of(one.connections().latest()), known -> judged(one.connections(),
                    one.maxConnections().isPresent()
                            ? words.say("ui.timeline.state.of", known.getFirst(), one.maxConnections().getAsInt())
                            : words.number(known.getFirst())));
            one.room().flatMap(StackSnapshot.PoolRoom::running).ifPresent(pools -> {
                OptionalInt most = one.maxConnections();
                facts.put(label("pools", name), text(most.isPresent() && one.poolsMayExceed()
                        ? words.say("ui.timeline.state.exceeds", pools.possible(), most.getAsInt())
                        : words.number(pools.possible()), one.poolsMayExceed() ? Tone.WARNING : Tone.PLAIN));
            });
        }
        for (StackSnapshot.Cache one : stack.caches()) {
            figure("hitRate", stack.caches().size() > 1 ? one.spec().id() : "", one.hitRate());
        }
    }

    private void letters() {
        List<Panel<QueueState>> dead = stack.queues().stream().flatMap(one -> one.deadLetters().stream())
                .map(StackSnapshot.DeadLetters::state).toList();
        if (!dead.isEmpty()) {
            put("letters", dead, known -> {
                long all = known.stream().mapToLong(QueueState::visible).sum();
                return text(words.number(all), all > 0 ? Tone.WARNING : Tone.PLAIN);
            });
        }
    }

    private void figure(String word, String of, Figure figure) {
        put(label(word, of), List.of(figure.latest()),
                known -> judged(figure, figures.of(known.getFirst(), figure.metric().unit())));
    }

    /// In the colour of what is open about it. A figure that decides nothing any more has none; nor has one that is no
    /// longer beyond the limit, of which it is told that the alarm is still open: that has the value of its last judgement.
    private Cell judged(Figure figure, String said) {
        Tone worst = StackFigures.tone(stack, StackFigures.about(figure.metric().id()));
        Optional<Double> value = figure.latest().deciding(at);
        if (value.isEmpty() || worst == Tone.PLAIN) {
            return text(said, Tone.PLAIN);
        }
        return isBack(figure, value.get()) ? text(words.say("ui.timeline.state.stillOpen", said), Tone.PLAIN)
                : text(said, worst);
    }

    /// A count by the minute may be judged by its sum over more: only none at all is surely no longer beyond the limit.
    private boolean isBack(Figure figure, double value) {
        List<Condition> open =
                stack.verdict().open().stream().filter(StackFigures.about(figure.metric().id())).toList();
        boolean counted = figure.metric().unit() == Unit.PER_MINUTE;
        return open.stream().allMatch(one -> one.threshold().isPresent() && one.compared().isPresent()
                && !(counted && value > 0)
                && !one.compared().get().relation().isBreached(value, one.threshold().getAsDouble()));
    }

    private String label(String word, String of) {
        return of.isEmpty() ? word : word + " " + of;
    }

    private static double sum(Collection<Double> all) {
        return all.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Cell text(String said, Tone tone) {
        return new Cell(said, tone, Optional.empty(), Optional.empty(), "");
    }

    /// Known only where every part of it is; else why the first that is not is missing.
    private <T> void put(String name, List<Panel<T>> parts, Function<List<T>, Cell> known) {
        Optional<Absence> absence = parts.stream().map(Panel::state).map(state -> Absence.of(state, words))
                .flatMap(Optional::stream).findFirst().map(one -> unasked(name, one));
        Age age = Age.oldest(parts, at, words);
        facts.put(name, absence.map(one -> new Cell(one.word(), Tone.MUTED, Optional.of(one.kind()), Optional.empty(),
                one.sentence())).orElseGet(() -> {
                    Cell cell = known.apply(parts.stream().map(Panel::state).map(Loadable::latest)
                            .map(Optional::orElseThrow).collect(Collectors.toList()));
                    Optional<Freshness> old = Optional.of(age.freshness())
                            .filter(one -> one == Freshness.LATE || one == Freshness.STALE);
                    return new Cell(cell.text(), cell.tone(), Optional.empty(), old, age.sentence());
                }));
    }

    /// Nothing is on its way of a moment that is over, nor of what is read only while somebody looks at the stack once
    /// the metrics that are always read have come.
    private Absence unasked(String name, Absence absence) {
        if (absence.kind() != Absence.Kind.ASKING) {
            return absence;
        }
        if (over) {
            return new Absence(Absence.Kind.NOT_KEPT, words.say("ui.timeline.notRecorded"), "",
                    words.say("ui.timeline.notRecorded.why"), Optional.empty());
        }
        boolean always = !NEEDED.contains(name.split(" ", 2)[0]);
        return always || !metricsHaveCome() ? absence
                : new Absence(Absence.Kind.NOT_KEPT, words.say("ui.timeline.notPolled"), "",
                        words.say("ui.timeline.notPolled.why"), Optional.empty());
    }

    private boolean metricsHaveCome() {
        return Stream.concat(stack.loadBalancers().stream().map(StackSnapshot.LoadBalancer::requests),
                stack.databases().stream().map(StackSnapshot.Database::connections))
                .anyMatch(figure -> !(figure.latest().state() instanceof Loadable.Loading));
    }
}
