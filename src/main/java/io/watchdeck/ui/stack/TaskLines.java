package io.watchdeck.ui.stack;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.ServiceDetail.TaskLine;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Writes the tasks of a service: what failed first, then those that run well as one line, then what starts, then what
/// stops or was stopped as it should, equal ones as one line. Each line says which moment its time is.
final class TaskLines {

    private static final int SHORT_ID = 8;
    private static final int SHOWN = 50;
    private static final int LISTED = 20;
    private static final List<Tone> ORDER = List.of(Tone.CRITICAL, Tone.WARNING, Tone.FINE, Tone.NOTICE, Tone.MUTED,
            Tone.PLAIN);

    private final Instant now;
    private final Words words;
    private final ConsoleLinks links;

    TaskLines(Instant now, Words words, ConsoleLinks links) {
        this.now = now;
        this.words = words;
        this.links = links;
    }

    /// A task as it would stand alone, with the moment that its time is.
    private record Single(TaskState task, TaskLine line, Optional<Instant> at) {}

    List<TaskLine> of(List<TaskState> tasks) {
        List<TaskState> well = tasks.stream().filter(task -> task.isRunning() && !task.health().equals("UNHEALTHY"))
                .toList();
        var singles = new ArrayList<Single>();
        tasks.stream().filter(task -> !well.contains(task)).map(task -> task.isStopped() ? stopped(task) : moving(task))
                .sorted(Comparator.comparing((Single one) -> one.line().stopped())
                        .thenComparing(one -> one.at().orElse(Instant.EPOCH), Comparator.reverseOrder()))
                .forEach(singles::add);
        var lines = new ArrayList<>(folded(singles));
        if (!well.isEmpty()) {
            lines.add(together(well));
        }
        lines.sort(Comparator.comparing(line -> ORDER.indexOf(line.tone())));
        return lines.stream().limit(SHOWN).toList();
    }

    /// Failures stand one by one; those of which nobody needs to know more than how many are one line.
    private List<TaskLine> folded(List<Single> singles) {
        var groups = new LinkedHashMap<String, List<Single>>();
        for (Single one : singles) {
            String key = one.line().tone() == Tone.MUTED ? one.line().title() + "\n" + one.line().reason()
                    : one.task().arn();
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
        }
        return groups.values().stream().map(group -> group.size() == 1 ? group.getFirst().line() : many(group))
                .toList();
    }

    private TaskLine many(List<Single> group) {
        TaskLine first = group.getFirst().line();
        String newest = first.when();
        String all = group.stream().limit(LISTED).map(one -> one.line().id() + "  " + one.line().zone() + "  "
                + one.line().when()).collect(Collectors.joining("\n"));
        String rest = group.size() > LISTED ? "\n" + words.say("ui.drawer.more", group.size() - LISTED) : "";
        return new TaskLine("", first.tone(), first.stopped(),
                words.say("ui.drawer.times", group.size(), first.title()),
                zones(group.stream().map(Single::task).toList()), newest, all + rest, first.reason(),
                first.fullReason(), Optional.empty());
    }

    private TaskLine together(List<TaskState> well) {
        List<Instant> starts = well.stream().flatMap(task -> task.startedAt().stream()).sorted().toList();
        String since = starts.isEmpty() ? ""
                : words.say("ui.drawer.upTo", Duration.between(starts.getFirst(), now));
        boolean healthy = well.stream().allMatch(task -> task.health().equals("HEALTHY"));
        return new TaskLine("", Tone.FINE, false,
                words.say(healthy ? "ui.drawer.healthy" : "ui.drawer.runningTasks", well.size()), zones(well), since,
                starts.isEmpty() ? "" : words.moments(starts.getFirst()), "", "", Optional.empty());
    }

    private Single moving(TaskState task) {
        boolean leaving = task.desiredStatus().equals("STOPPED");
        boolean unhealthy = task.health().equals("UNHEALTHY");
        String title = unhealthy ? words.say("ui.drawer.unhealthy")
                : leaving ? words.say("ui.drawer.stopping", task.lastStatus()) : task.lastStatus();
        Tone tone = unhealthy ? Tone.WARNING : leaving ? tone(task, OptionalInt.empty()) : Tone.NOTICE;
        if (leaving && task.stoppingAt().isPresent()) {
            return single(task, tone, title, task.stoppingAt(), "ui.drawer.stoppingSince", task.stoppedReason());
        }
        return task.startedAt().isPresent()
                ? single(task, tone, title, task.startedAt(), "ui.drawer.started", task.stoppedReason())
                : single(task, tone, title, task.createdAt(), "ui.drawer.created", task.stoppedReason());
    }

    private Single stopped(TaskState task) {
        OptionalInt exit = task.containers().stream().map(TaskState.ContainerState::exitCode)
                .filter(code -> code.isPresent() && code.getAsInt() != 0).findFirst().orElse(OptionalInt.empty());
        String container = task.containers().stream().map(TaskState.ContainerState::reason)
                .filter(reason -> !reason.isEmpty()).distinct().collect(Collectors.joining("\n"));
        String reason = container.isEmpty() ? task.stoppedReason()
                : task.stoppedReason().isEmpty() ? container : container + "\n" + task.stoppedReason();
        return single(task, tone(task, exit), words.say("ui.drawer.stopped", how(task, exit)), task.stoppedAt(),
                "ui.drawer.stoppedAt", reason);
    }

    private Single single(TaskState task, Tone tone, String title, Optional<Instant> at, String key, String reason) {
        var line = new TaskLine(task.id().substring(0, Math.min(SHORT_ID, task.id().length())), tone,
                task.isStopped(), title, zone(task.zone()),
                at.map(moment -> words.say(key, words.when(moment, now))).orElse(""),
                at.map(words::moments).orElse(""), ShortNames.in(reason), reason,
                Optional.of(links.task(task.id(), task.arn())));
        return new Single(task, line, at);
    }

    /// An exit code tells most where the container ended by itself; elsewhere it stands behind who stopped it.
    private String how(TaskState task, OptionalInt exit) {
        String word = unhealthy(task) ? words.say("ui.drawer.stop.health") : stopWord(task.stopCode());
        if (exit.isEmpty()) {
            return word;
        }
        String code = words.say("ui.drawer.exit", exit.getAsInt());
        return task.stopCode().equals("EssentialContainerExited") || task.stopCode().isEmpty() ? code
                : word + ", " + code;
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
            case "ServiceSchedulerInitiated" -> unhealthy(task) ? Tone.WARNING : Tone.MUTED;
            case "UserInitiated", "" -> Tone.MUTED;
            case "EssentialContainerExited" -> exit.isPresent() ? Tone.CRITICAL : Tone.WARNING;
            default -> Tone.WARNING;
        };
    }

    /// The scheduler gives one code for what it replaces and for what it scales in; only the sentence tells them apart.
    private static boolean unhealthy(TaskState task) {
        return task.stopCode().equals("ServiceSchedulerInitiated")
                && task.stoppedReason().toLowerCase(Locale.ROOT).contains("health checks");
    }

    private static String zones(List<TaskState> tasks) {
        return tasks.stream().map(TaskState::zone).filter(zone -> !zone.isEmpty()).map(TaskLines::zone).distinct()
                .sorted().collect(Collectors.joining(" "));
    }

    /// `2a` of `ap-northeast-2a`.
    static String zone(String zone) {
        return zone.substring(zone.lastIndexOf('-') + 1);
    }
}
