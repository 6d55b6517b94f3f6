package io.watchdeck.ui.stack;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.PolicyPhrases;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.Series;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.ServiceDetail.DeploymentLine;
import io.watchdeck.ui.stack.ServiceDetail.EventLine;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes the detail of one service.
final class ServiceDetails {

    private static final int SHOWN_EVENTS = 50;

    private final StackSnapshot stack;
    private final StackSnapshot.Service service;
    private final Optional<Inspected> inspected;
    private final Optional<Map<String, Series>> running;
    private final Instant now;
    private final Words words;
    private final ConsoleLinks links;

    private ServiceDetails(StackSnapshot stack, StackSnapshot.Service service, Optional<Inspected> inspected,
            Optional<Map<String, Series>> running, Instant now, Words words) {
        this.stack = stack;
        this.service = service;
        this.inspected = inspected;
        this.running = running;
        this.now = now;
        this.words = words;
        links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
    }

    /// @param inspected what is known of whatever service is looked at closely
    /// @param running   by service, hourly averages of running tasks on the days of the bill; empty until they are known
    static Optional<ServiceDetail> of(StackSnapshot stack, String name, Optional<Inspected> inspected,
            Optional<Map<String, Series>> running, Instant now, Words words) {
        var closely = inspected.filter(one -> one.of().equals(new Inspection(stack.file().id(), name)));
        return stack.services().stream().filter(one -> one.spec().name().equals(name)).findFirst()
                .map(service -> new ServiceDetails(stack, service, closely, running, now, words).detail());
    }

    private ServiceDetail detail() {
        Optional<ServiceState> state = service.state().state().latest();
        String name = service.spec().name();
        List<TaskState> tasks = service.tasks().state().latest().orElse(List.of());
        return new ServiceDetail(name, scaling(), new PriceLines(stack, running, words).of(service.spec()),
                links.service(name, state.map(ServiceState::arn)),
                Absence.of(service.state().state(), words), Age.of(service.state(), now, words),
                Age.of(service.tasks(), now, words),
                state.map(known -> deployments(known)).orElse(List.of()),
                summary(tasks), Absence.of(service.tasks().state(), words), new TaskLines(now, words, links).of(tasks),
                new TargetLines(stack, now, words).of(service),
                new ActivityLines(now, words).of(service, inspected),
                state.map(known -> known.events().stream().limit(SHOWN_EVENTS).map(this::event).toList())
                        .orElse(List.of()));
    }

    /// All of the autoscaling, for the table has no room for more than its range.
    private String scaling() {
        return service.scaling().state().latest().filter(range -> !range.policies().isEmpty())
                .map(range -> words.say("ui.drawer.scaling", range.min(), range.max(),
                        words.list(PolicyPhrases.of(range).stream().map(words::say).toList())))
                .orElse("");
    }

    private List<DeploymentLine> deployments(ServiceState known) {
        var text = new RolloutText(known, now, words);
        return known.deployments().stream().map(one -> deployment(one, text)).toList();
    }

    private DeploymentLine deployment(Deployment one, RolloutText text) {
        boolean draining = RolloutText.isDraining(one);
        String counts = draining ? words.say("ui.drawer.tasksLeft", one.running())
                : words.say("ui.drawer.running", one.running(), one.desired());
        String all = one.failedTasks() > 0 ? words.say("ui.drawer.countsFailed", counts, one.failedTasks()) : counts;
        return new DeploymentLine(one.isPrimary(), words.say("ui.fleet.revision", FleetLines.revision(one)),
                text.badge(one), draining ? Tone.MUTED : RolloutText.tone(one), text.started(one),
                words.moments(text.began(one)), one.revision(), all,
                one.failedTasks() > 0 ? Tone.CRITICAL : Tone.MUTED,
                one.failed() ? ShortNames.in(one.rolloutReason()) : "",
                one.rolloutReason());
    }

    private String summary(List<TaskState> tasks) {
        long running = tasks.stream().filter(TaskState::isRunning).count();
        long stopped = tasks.stream().filter(TaskState::isStopped).count();
        return words.say("ui.drawer.taskSummary", running, stopped);
    }

    private EventLine event(ServiceState.ServiceEvent event) {
        String message = event.message();
        String prefix = "(service " + service.spec().name() + ")";
        String text = message.startsWith(prefix) ? message.substring(prefix.length()).strip() : message;
        String lower = message.toLowerCase(Locale.ROOT);
        Tone tone = lower.contains("outofmemory") || lower.contains("unable to") || lower.contains("deployment failed")
                ? Tone.CRITICAL
                : lower.contains("failed") || lower.contains("unhealthy") || lower.contains("rolling back")
                        ? Tone.WARNING
                : Tone.PLAIN;
        return new EventLine(words.whenSeconds(event.at(), now), ShortNames.in(text), tone,
                words.moments(event.at()) + "\n" + message);
    }
}
