package io.watchdeck.ui.stack;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The targets of a service as its target groups see them, the worst first. Which groups are its own, ECS says.
final class TargetLines {

    private static final int SHOWN = 50;

    /// What load balancers answer nothing for, then what they do not use, then what is well.
    private static final List<String> ORDER = List.of("unhealthy", "unhealthy.draining", "", "unavailable", "initial",
            "unused", "draining", "healthy");

    private final StackSnapshot stack;
    private final Instant now;
    private final Words words;

    TargetLines(StackSnapshot stack, Instant now, Words words) {
        this.stack = stack;
        this.now = now;
        this.words = words;
    }

    /// Everything about the targets of a service.
    ///
    /// @param summary how many of how many are healthy, where every group is known
    /// @param note    why there is no group, where that is known
    /// @param absence why nobody knows which groups there are
    /// @param age     of the oldest group; empty where no group is read
    record Targets(String summary, String note, Optional<Absence> absence, Optional<Age> age, List<Group> groups) {
        Targets {
            groups = List.copyOf(groups);
        }

        /// The same but for its age, which grows by itself.
        boolean saysTheSame(Targets other) {
            return summary.equals(other.summary) && note.equals(other.note) && absence.equals(other.absence)
                    && groups.equals(other.groups);
        }
    }

    /// @param note    what else there is to say: that nothing is registered, or how many more there are
    /// @param absence why its targets are not known
    record Group(String name, String summary, String note, Optional<Absence> absence, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /// One target.
    ///
    /// @param severity for the icon
    /// @param state    a word
    /// @param address  id and port
    /// @param reason   AWS's own code and sentence in full, or empty
    record Line(Severity severity, String state, String address, String zone, String reason) {}

    Targets of(StackSnapshot.Service service) {
        Loadable<ServiceState> state = service.state().state();
        if (state.latest().isEmpty()) {
            return new Targets("", "", Absence.of(state, words), Optional.empty(), List.of());
        }
        List<String> names = state.latest().get().targetGroups();
        if (names.isEmpty()) {
            return new Targets("", words.say("ui.drawer.target.none"), Optional.empty(), Optional.empty(), List.of());
        }
        List<Panel<List<TargetState>>> read = names.stream().flatMap(name -> panel(name).stream()).toList();
        List<List<TargetState>> known = read.stream().flatMap(panel -> panel.state().latest().stream()).toList();
        return new Targets(
                known.size() == names.size() ? summary(known.stream().flatMap(List::stream).toList()) : "", "",
                Optional.empty(), read.isEmpty() ? Optional.empty() : Optional.of(Age.oldest(read, now, words)),
                names.stream().map(this::group).toList());
    }

    private Optional<Panel<List<TargetState>>> panel(String group) {
        return stack.loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream())
                .filter(one -> one.name().equals(group)).map(StackSnapshot.TargetGroup::targets).findFirst();
    }

    private Group group(String name) {
        Optional<Panel<List<TargetState>>> panel = panel(name);
        if (panel.isEmpty()) {
            return new Group(name, "", "", Optional.of(notInFile(name)), List.of());
        }
        Optional<List<TargetState>> known = panel.get().state().latest();
        if (known.isEmpty()) {
            return new Group(name, "", "", Absence.of(panel.get().state(), words), List.of());
        }
        List<TargetState> targets = known.get();
        String note = targets.isEmpty() ? words.say("ui.drawer.target.empty")
                : targets.size() > SHOWN ? words.say("ui.drawer.more", targets.size() - SHOWN) : "";
        return new Group(name, targets.isEmpty() ? "" : summary(targets), note, Optional.empty(),
                targets.stream().sorted(Comparator.comparing(TargetLines::place)).limit(SHOWN).map(this::line)
                        .toList());
    }

    /// ECS names the group, but only those of the stack file are read.
    private Absence notInFile(String group) {
        return new Absence(Absence.Kind.NOT_KEPT, words.say("ui.absence.notKept"),
                words.say("ui.drawer.target.notInFile"), words.say("ui.drawer.target.notInFile.full", group),
                Optional.empty());
    }

    private String summary(List<TargetState> targets) {
        long healthy = targets.stream().filter(TargetState::isHealthy).count();
        long draining = targets.stream().filter(TargetState::isDraining).count();
        return draining == 0 ? words.say("ui.drawer.target.summary", healthy, targets.size())
                : words.say("ui.drawer.target.summaryDraining", healthy, targets.size(), draining);
    }

    /// A word that is new stands among what may need someone.
    private static int place(TargetState target) {
        int place = ORDER.indexOf(target.state());
        return place < 0 ? ORDER.indexOf("") : place;
    }

    private Line line(TargetState target) {
        String port = target.port().isPresent() ? ":" + target.port().getAsInt() : "";
        String reason = Stream.of(target.reason(), target.description()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        return new Line(severity(target.state()), word(target.state()), target.id() + port,
                TaskLines.zone(target.zone()), reason);
    }

    private static Severity severity(String state) {
        return switch (state) {
            case "unhealthy", "unhealthy.draining" -> Severity.WARNING;
            case "healthy" -> Severity.FINE;
            case "initial", "draining", "unused" -> Severity.NOTICE;
            default -> Severity.UNKNOWN;
        };
    }

    /// Words that AWS adds later are shown as they are.
    private String word(String state) {
        return switch (state) {
            case "healthy", "unhealthy", "initial", "draining", "unused", "unavailable" ->
                words.say("ui.drawer.target." + state);
            case "unhealthy.draining" -> words.say("ui.drawer.target.unhealthyDraining");
            case "" -> words.say("ui.drawer.target.noState");
            default -> state;
        };
    }
}
