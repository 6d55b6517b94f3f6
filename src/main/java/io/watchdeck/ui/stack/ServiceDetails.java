package io.watchdeck.ui.stack;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.ServiceDetail.DeploymentLine;
import io.watchdeck.ui.stack.ServiceDetail.EventLine;
import io.watchdeck.ui.stack.ServiceDetail.TaskLine;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Writes the detail of one service.
final class ServiceDetails {

    private static final int SHORT_ID = 8;
    private static final int SHOWN_EVENTS = 50;
    private static final int SHOWN_STOPPED = 50;

    private final StackSnapshot.Service service;
    private final Instant now;
    private final Words words;
    private final ConsoleLinks links;

    private ServiceDetails(StackSnapshot stack, StackSnapshot.Service service, Instant now, Words words) {
        this.service = service;
        this.now = now;
        this.words = words;
        links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
    }

    static Optional<ServiceDetail> of(StackSnapshot stack, String name, Instant now, Words words) {
        return stack.services().stream().filter(one -> one.spec().name().equals(name)).findFirst()
                .map(service -> new ServiceDetails(stack, service, now, words).detail());
    }

    private ServiceDetail detail() {
        Optional<ServiceState> state = service.state().state().latest();
        String name = service.spec().name();
        List<TaskState> tasks = service.tasks().state().latest().orElse(List.of());
        return new ServiceDetail(name, links.service(name, state.map(ServiceState::arn)),
                Absence.of(service.state().state(), words), Age.of(service.state(), now, words),
                Age.of(service.tasks(), now, words),
                state.map(known -> known.deployments().stream().map(this::deployment).toList()).orElse(List.of()),
                summary(tasks), Absence.of(service.tasks().state(), words), taskLines(tasks),
                state.map(known -> known.events().stream().limit(SHOWN_EVENTS).map(this::event).toList())
                        .orElse(List.of()));
    }

    private DeploymentLine deployment(Deployment one) {
        String badge = one.rolloutState().isEmpty() ? one.status() : one.rolloutState().replace('_', ' ');
        boolean draining = !one.isPrimary() && one.running() > 0;
        Tone tone = one.failed() ? Tone.CRITICAL : one.inProgress() ? Tone.NOTICE : Tone.MUTED;
        String counts = draining ? words.say("ui.drawer.tasksLeft", one.running())
                : words.say("ui.drawer.running", one.running(), one.desired());
        String failed = one.failedTasks() > 0 ? ", " + words.say("ui.drawer.failedTasks", one.failedTasks()) : "";
        return new DeploymentLine(one.isPrimary(), words.say("ui.fleet.revision", FleetLines.revision(one)),
                draining ? words.say("ui.drawer.draining") : badge, draining ? Tone.MUTED : tone,
                words.say("ui.drawer.started", one.createdAt()), one.revision(), counts + failed,
                one.failedTasks() > 0 ? Tone.CRITICAL : Tone.MUTED,
                one.failed() ? ShortNames.in(one.rolloutReason()) : "",
                one.rolloutReason());
    }

    private String summary(List<TaskState> tasks) {
        long running = tasks.stream().filter(TaskState::isRunning).count();
        long stopped = tasks.stream().filter(TaskState::isStopped).count();
        return words.say("ui.drawer.taskSummary", running, stopped);
    }

    private List<TaskLine> taskLines(List<TaskState> tasks) {
        var lines = new ArrayList<TaskLine>();
        List<TaskState> well = tasks.stream().filter(task -> task.isRunning() && !task.health().equals("UNHEALTHY"))
                .toList();
        if (!well.isEmpty()) {
            lines.add(together(well));
        }
        tasks.stream().filter(task -> !task.isStopped() && !well.contains(task)).map(this::moving)
                .forEach(lines::add);
        tasks.stream().filter(TaskState::isStopped)
                .sorted(Comparator.comparing((TaskState task) -> task.stoppedAt().orElse(Instant.EPOCH)).reversed())
                .limit(SHOWN_STOPPED).map(this::stopped).forEach(lines::add);
        return lines;
    }

    private TaskLine together(List<TaskState> well) {
        String zones = well.stream().map(TaskState::zone).filter(zone -> !zone.isEmpty()).map(ServiceDetails::zone)
                .distinct().sorted().collect(Collectors.joining(" "));
        List<Instant> starts = well.stream().flatMap(task -> task.startedAt().stream()).sorted().toList();
        String since = starts.isEmpty() ? ""
                : words.say("ui.drawer.upTo", Duration.between(starts.getFirst(), now));
        boolean healthy = well.stream().allMatch(task -> task.health().equals("HEALTHY"));
        return new TaskLine("", Tone.FINE, false,
                words.say(healthy ? "ui.drawer.healthy" : "ui.drawer.runningTasks", well.size()), zones, since, "", "",
                Optional.empty());
    }

    private TaskLine moving(TaskState task) {
        boolean leaving = task.desiredStatus().equals("STOPPED");
        String title = task.health().equals("UNHEALTHY") ? words.say("ui.drawer.unhealthy")
                : leaving ? words.say("ui.drawer.stopping", task.lastStatus()) : task.lastStatus();
        return new TaskLine(id(task), leaving || task.health().equals("UNHEALTHY") ? Tone.WARNING : Tone.NOTICE, false,
                title, zone(task.zone()), task.startedAt().or(task::createdAt).map(words::clock).orElse(""),
                ShortNames.in(task.stoppedReason()), task.stoppedReason(),
                Optional.of(links.task(task.id(), task.arn())));
    }

    private TaskLine stopped(TaskState task) {
        OptionalInt exit = task.containers().stream().map(TaskState.ContainerState::exitCode)
                .filter(code -> code.isPresent() && code.getAsInt() != 0).findFirst().orElse(OptionalInt.empty());
        String code = exit.isPresent() ? words.say("ui.drawer.exit", exit.getAsInt()) : stopWord(task.stopCode());
        String container = task.containers().stream().map(TaskState.ContainerState::reason)
                .filter(reason -> !reason.isEmpty()).distinct().collect(Collectors.joining("\n"));
        String reason = container.isEmpty() ? task.stoppedReason()
                : task.stoppedReason().isEmpty() ? container : container + "\n" + task.stoppedReason();
        return new TaskLine(id(task), tone(task, exit), true, words.say("ui.drawer.stopped", code), zone(task.zone()),
                task.stoppedAt().map(words::clock).orElse(""), ShortNames.in(reason), reason,
                Optional.of(links.task(task.id(), task.arn())));
    }

    /// Codes that AWS adds later are shown as they are.
    private String stopWord(String code) {
        return switch (code) {
            case "TaskFailedToStart", "EssentialContainerExited", "UserInitiated", "ServiceSchedulerInitiated",
                    "SpotInterruption", "TerminationNotice" ->
                words.say("ui.drawer.stop." + code);
            case "" -> words.say("ui.drawer.stop.none");
            default -> code;
        };
    }

    private static Tone tone(TaskState task, OptionalInt exit) {
        return switch (task.stopCode()) {
            case "ServiceSchedulerInitiated", "UserInitiated", "" -> Tone.MUTED;
            case "EssentialContainerExited" -> exit.isPresent() ? Tone.CRITICAL : Tone.WARNING;
            default -> Tone.WARNING;
        };
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
        return new EventLine(words.clockSeconds(event.at()), ShortNames.in(text), tone,
                words.moment(event.at()) + "\n" + message);
    }

    private static String id(TaskState task) {
        return task.id().substring(0, Math.min(SHORT_ID, task.id().length()));
    }

    /// `2a` of `ap-northeast-2a`.
    private static String zone(String zone) {
        return zone.substring(zone.lastIndexOf('-') + 1);
    }
}
