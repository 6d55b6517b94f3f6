package io.watchdeck.ui.shell;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.settings.Notices;
import io.watchdeck.watch.OpenAlarm;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a person was told of alarms over the screen and has not seen. It goes when the person goes where the alarms are, one
/// alarm of it when somebody takes that up, and all by itself after a while: the rail counts what is open all the time. On
/// the FX thread.
final class UnseenAlarms {

    /// Long enough to be read by who looks up from something else.
    static final Duration TOLD = Duration.ofSeconds(30);

    private final AlarmNotices notices;
    private final ReadOnlyObjectWrapper<Optional<AlarmNotice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Change> changes = List.of();
    private Instant newest = Instant.EPOCH;
    private Instant until = Instant.EPOCH;
    private boolean atAlarms;
    private boolean touched;
    private BooleanSupplier held = () -> false;
    private BooleanSupplier takenAway = () -> false;

    UnseenAlarms(AlarmNotices notices) {
        this.notices = notices;
    }

    void add(List<Change> told, Instant now) {
        List<UUID> again = told.stream().map(one -> one.after().id()).toList();
        newest = now;
        until = now.plus(TOLD);
        changes = atAlarms ? List.of()
                : Stream.concat(changes.stream().filter(one -> !again.contains(one.after().id())), told.stream())
                        .toList();
    }

    /// What somebody has taken up is not told any more; the others are.
    void follow(WatchSnapshot snapshot) {
        Map<UUID, Occurrence> known = snapshot.stacks().stream().flatMap(stack -> stack.occurrences().stream())
                .collect(Collectors.toMap(Occurrence::id, Function.identity(), (one, _) -> one));
        changes = changes.stream()
                .filter(one -> known.containsKey(one.after().id())
                        && known.get(one.after().id()).status() instanceof Status.Open)
                .map(one -> new Change(one.at(), one.what(), one.tells(), known.get(one.after().id()))).toList();
    }

    /// Puts it into words.
    ///
    /// @param needing all that needs someone
    void say(WatchSnapshot snapshot, List<OpenAlarm> needing, Instant ages) {
        notice.set(notices.of(changes, snapshot, needing, Notices.none(), ages));
    }

    /// Its time does not run while somebody is at it.
    void tick(Instant now) {
        if (touched || held.getAsBoolean()) {
            touched = false;
            until = now.plus(TOLD);
        } else if (!now.isBefore(until)) {
            dismiss();
        }
    }

    /// The pointer has moved near what tells of it. One that only rests there tells of nobody.
    void touch() {
        touched = true;
    }

    /// @param close whether the keyboard is at what tells of it
    void heldWhile(BooleanSupplier close) {
        held = close;
    }

    /// @param away takes away at once what tells of it, and says whether it was still there
    void shownUntil(BooleanSupplier away) {
        takenAway = away;
    }

    /// The person is on a screen now.
    void at(Screen screen) {
        atAlarms = screen == Screen.ALARMS;
        if (atAlarms) {
            dismiss();
        }
    }

    /// The person has seen it.
    ///
    /// @return whether there was anything to see
    boolean dismiss() {
        boolean told = notice.get().isPresent();
        changes = List.of();
        notice.set(Optional.empty());
        return takenAway.getAsBoolean() || told;
    }

    /// Tells what another, in another language, has told and nobody has seen.
    void goOn(UnseenAlarms before) {
        changes = before.changes;
        newest = before.newest;
        until = before.until;
    }

    /// Empty where nothing of it is open any more.
    ReadOnlyObjectProperty<Optional<AlarmNotice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// When the newest of it was told.
    Instant newest() {
        return newest;
    }
}
