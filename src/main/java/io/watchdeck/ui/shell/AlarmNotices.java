package io.watchdeck.ui.shell;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Placed;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.settings.Notices;
import io.watchdeck.watch.OpenAlarm;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what somebody is to be told of alarms into words, and decides how loud. In quiet hours only what is critical
/// leaves the window; a sound is for a critical alarm that is new or has got worse and that nobody has.
final class AlarmNotices {

    /// What comes by itself and is not a reminder.
    private static final Set<What> NEWS = Set.of(What.RAISED, What.ROSE, What.WORD_ENDED);
    private static final int NAMED = 3;

    private final Words words;

    AlarmNotices(Words words) {
        this.words = words;
    }

    /// @param told     of which somebody is to be told
    /// @param snapshot what is known of their stacks
    /// @param needing  all that needs someone: several are counted with it, so that it says as many as the rail does
    /// @param wishes   how the person wants to be told
    /// @return empty where nobody is to be told any more, because all of it is over or held
    Optional<AlarmNotice> of(List<Change> told, WatchSnapshot snapshot, List<OpenAlarm> needing, Notices wishes,
            Instant now) {
        List<Change> open = told.stream().filter(one -> one.after().status() instanceof Status.Open)
                .sorted(worstFirst(snapshot)).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Change first = open.getFirst();
        Severity worst = first.after().severity();
        boolean quiet = wishes.quiet().filter(hours -> hours.contains(LocalTime.ofInstant(now, words.zone())))
                .isPresent();
        boolean sounds = wishes.heard() && open.stream().anyMatch(one -> NEWS.contains(one.what())
                && one.after().severity() == Severity.CRITICAL);
        String title = open.size() == 1 ? title(first, snapshot)
                : several(open, needing);
        String text = open.size() == 1 ? sentence(first.after(), snapshot)
                : lines(open, snapshot, needing);
        return Optional.of(new AlarmNotice(open.stream().map(one -> one.after().id()).toList(), worst, title, text,
                open.size() == 1 ? Place.of(first.after().key().stack(), first.after().id()) : Place.of(Screen.ALARMS),
                wishes.onDesktop() && (!quiet || worst == Severity.CRITICAL), sounds));
    }

    /// Of one severity first what the verdict of a stack names, then the newest.
    private static Comparator<Change> worstFirst(WatchSnapshot snapshot) {
        Set<AlarmKey> named = snapshot.stacks().stream().flatMap(stack -> named(stack).stream())
                .collect(Collectors.toSet());
        return Comparator.comparing((Change one) -> one.after().severity()).reversed()
                .thenComparing(one -> !named.contains(one.after().key()))
                .thenComparing(one -> one.after().raised(), Comparator.reverseOrder());
    }

    /// What the verdict of a stack names.
    private static Optional<AlarmKey> named(StackSnapshot stack) {
        return stack.verdict().troubles().stream().findFirst().map(one -> AlarmKey.of(stack.file().id(), one));
    }

    /// The first of all that need someone: what the overview names, where somebody is needed for that, then what is told, then
    /// what was told before. How many are left is said.
    private String lines(List<Change> told, WatchSnapshot snapshot, List<OpenAlarm> needing) {
        Map<AlarmKey, String> said = new LinkedHashMap<>();
        snapshot.stacks().stream().findFirst().flatMap(AlarmNotices::named)
                .ifPresent(first -> {
                    needing.stream().filter(one -> one.key().equals(first)).forEach(one -> put(said, one, snapshot));
                    told.stream().map(Change::after).filter(one -> one.key().equals(first))
                            .forEach(one -> put(said, one, snapshot));
                });
        told.forEach(one -> put(said, one.after(), snapshot));
        needing.forEach(one -> put(said, one, snapshot));
        Stream<String> more = Stream.of(said.size() - NAMED).filter(left -> left > 0)
                .map(left -> words.say("ui.notice.more", left));
        return Stream.concat(said.values().stream().limit(NAMED), more).collect(Collectors.joining("\n"));
    }

    private void put(Map<AlarmKey, String> said, OpenAlarm one, WatchSnapshot snapshot) {
        one.occurrence().ifPresentOrElse(occurrence -> put(said, occurrence, snapshot),
                () -> said.computeIfAbsent(one.key(), key -> words.say("ui.notice.line",
                        stack(key.stack(), snapshot), words.say(Placed.of(one.condition().orElseThrow())))));
    }

    private void put(Map<AlarmKey, String> said, Occurrence one, WatchSnapshot snapshot) {
        said.computeIfAbsent(one.key(), key -> words.say("ui.notice.line", stack(key.stack(), snapshot),
                sentence(one, snapshot)));
    }

    private String several(List<Change> told, List<OpenAlarm> needing) {
        long count = Stream.concat(needing.stream().map(OpenAlarm::key), told.stream().map(one -> one.after().key()))
                .distinct().count();
        Severity worst = Stream.concat(needing.stream().map(OpenAlarm::severity),
                told.stream().map(one -> one.after().severity())).reduce(Severity.FINE, Severity::worse);
        return words.say("ui.notice.several", count, words.say("severity." + worst.word()));
    }

    private String title(Change change, WatchSnapshot snapshot) {
        return words.say("ui.notice." + switch (change.what()) {
            case ROSE -> "rose";
            case WORD_ENDED -> "ended";
            case NAGGED -> "nagged";
            case RAISED, FELL, MOVED, ACKNOWLEDGED, SNOOZED, RESOLVED, CLOSED -> "raised";
        }, stack(change.after().key().stack(), snapshot), words.say("severity." + change.after().severity().word()));
    }

    private String stack(StackId id, WatchSnapshot snapshot) {
        return find(id, snapshot).map(stack -> words.say("ui.notice.stack", stack.file().name(),
                words.say("ui.environment." + stack.file().environment().word())))
                .orElse(id.value());
    }

    /// Where it is and what it says now; of one that is not found any more what it is called.
    private String sentence(Occurrence one, WatchSnapshot snapshot) {
        Phrase said = find(one.key().stack(), snapshot).flatMap(stack -> stack.conditions().stream()
                .filter(condition -> condition.state() == Condition.State.ALARM
                        && AlarmKey.of(stack.file().id(), condition).equals(one.key()))
                .max(Comparator.comparing(condition -> condition.name().equals(one.now().name()))))
                .map(Placed::of).orElseGet(() -> Placed.of(one));
        return words.say(said);
    }

    private static Optional<StackSnapshot> find(StackId id, WatchSnapshot snapshot) {
        return snapshot.stacks().stream().filter(stack -> stack.file().id().equals(id)).findFirst();
    }
}
