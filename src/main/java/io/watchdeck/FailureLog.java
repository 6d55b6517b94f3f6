package io.watchdeck;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tells the log once when figures are no longer known and why, in the words of AWS and of the machine, and once when they
/// are known again. What nobody asked for, or has no data yet, is no trouble. Any thread.
final class FailureLog implements AutoCloseable {

    private static final Set<Kind> TOLD = EnumSet.complementOf(EnumSet.of(Kind.ABSENT, Kind.NOT_KEPT));
    private static final int NAMED = 3;

    private final Consumer<String> log;
    private final Watch.Subscription following;
    /// Why, by stack and path.
    private Map<String, String> before = Map.of();

    /// @param log takes a line at a time
    FailureLog(Watch watch, Consumer<String> log) {
        this.log = log;
        following = watch.subscribe(this::tell);
    }

    private synchronized void tell(WatchSnapshot snapshot) {
        Map<String, String> now = new TreeMap<>();
        for (StackSnapshot stack : snapshot.stacks()) {
            stack.gaps().stream().filter(gap -> TOLD.contains(gap.failure().kind()))
                    .forEach(gap -> now.put(stack.file().id().value() + " " + gap.path(), why(gap.failure())));
        }
        Map<String, Set<String>> begun = new LinkedHashMap<>();
        now.forEach((place, why) -> {
            if (!why.equals(before.get(place))) {
                begun.computeIfAbsent(why, _ -> new TreeSet<>()).add(place);
            }
        });
        begun.forEach((why, places) -> log.accept("Not known: " + named(places) + ": " + why));
        var again = new TreeSet<>(before.keySet());
        again.removeAll(now.keySet());
        Set<String> watched = snapshot.stacks().stream().map(stack -> stack.file().id().value() + " ")
                .collect(Collectors.toSet());
        again.removeIf(place -> watched.stream().noneMatch(place::startsWith));
        if (!again.isEmpty()) {
            log.accept("Known again: " + named(again));
        }
        before = now;
    }

    private static String why(Failure failure) {
        return failure.kind().word() + failure.action().map(action -> " " + action).orElse("")
                + (failure.detail().isBlank() ? "" : ": " + failure.detail());
    }

    private static String named(Set<String> places) {
        List<String> first = places.stream().limit(NAMED).toList();
        int more = places.size() - first.size();
        return first.stream().collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    @Override
    public void close() {
        following.close();
    }
}
