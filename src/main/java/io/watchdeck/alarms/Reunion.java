package io.watchdeck.alarms;

import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Status.Held;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.alarms.Status.Over;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes one of occurrences that are the same episode, found twice: by a console that kept its alarms in memory because
/// another process had the file, and by whoever wrote the file. Those of one trouble that were there at the same time are
/// the same. Pure.
///
/// The one that was raised first stays; of those raised at one moment one that somebody has. Where one of them is over, all are: somebody saw that it was. Else the newest word
/// holds, whoever wrote it down, as long as it covers how severe it is now; a word that does not cover that leaves it open,
/// because somebody has been told of it.
///
/// @param all    what there is then
/// @param united what is another than before; empty where nothing was found twice
public record Reunion(List<Occurrence> all, List<United> united) {

    private static final Comparator<Occurrence> IN_ORDER =
            Comparator.comparing(Occurrence::raised).thenComparing(one -> one.status().held().isEmpty())
                    .thenComparing(Occurrence::id);

    /// @param stays as it stands
    /// @param gone  what is a part of it from now on; empty where only its row has another name
    public record United(Occurrence stays, Set<UUID> gone) {
        public United {
            gone = Set.copyOf(gone);
        }
    }

    /// @param now by which a word's time may be over
    public static Reunion of(Collection<Occurrence> kept, Instant now) {
        Map<AlarmKey, List<Occurrence>> byKey = new LinkedHashMap<>();
        kept.stream().sorted(IN_ORDER)
                .forEach(one -> byKey.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one));
        List<United> all = byKey.values().stream().flatMap(own -> episodes(own, now).stream()).toList();
        Map<UUID, UUID> names = new HashMap<>();
        all.forEach(one -> one.gone().forEach(gone -> names.put(gone, one.stays().id())));
        List<United> named = all.stream().map(one -> new United(named(one.stays(), names), one.gone())).toList();
        Set<Occurrence> before = new HashSet<>(kept);
        return new Reunion(named.stream().map(United::stays).toList(),
                named.stream().filter(one -> !before.contains(one.stays()) || !one.gone().isEmpty()).toList());
    }

    /// @param own of one trouble, in order
    private static List<United> episodes(List<Occurrence> own, Instant now) {
        var episodes = new ArrayList<United>();
        for (Occurrence one : own) {
            Optional<United> before = episodes.isEmpty() ? Optional.empty() : Optional.of(episodes.getLast());
            if (before.filter(last -> last.stays().resolved().filter(end -> !end.isAfter(one.raised())).isEmpty())
                    .isPresent()) {
                var gone = new HashSet<>(before.get().gone());
                gone.add(one.id());
                episodes.set(episodes.size() - 1, new United(united(before.get().stays(), one, now), gone));
            } else {
                episodes.add(new United(one, Set.of()));
            }
        }
        return episodes;
    }

    private static Occurrence named(Occurrence one, Map<UUID, UUID> names) {
        Optional<Flapping> row =
                one.flapping().map(old -> new Flapping(names.getOrDefault(old.row(), old.row()), old.number()));
        return new Occurrence(one.id(), one.key(), one.raised(), one.now(), one.worst(), one.worstValue(),
                one.status(), one.unknownSince(), row, one.had());
    }

    /// @param first was raised no later than the other
    private static Occurrence united(Occurrence first, Occurrence other, Instant now) {
        Occurrence newest = newest(first, other);
        Status status = status(first, other, newest, now);
        return new Occurrence(first.id(), first.key(), first.raised(), newest.now(),
                first.worst().worse(other.worst()), worstValue(newest.now(), first, other),
                status,
                first.unknownSince().flatMap(since -> other.unknownSince().map(till -> later(since, till))),
                first.flapping().or(other::flapping), had(first, other, status));
    }

    /// The newest word of both.
    private static Optional<Had> had(Occurrence first, Occurrence other, Status status) {
        Optional<Had> newest = Stream.of(first, other).flatMap(one -> one.had().stream())
                .max(Comparator.comparing(had -> had.word().at()));
        return Had.after(newest, status);
    }

    /// What is over later, or is over at all; else the worse, of which somebody has been told.
    private static Occurrence newest(Occurrence first, Occurrence other) {
        if (first.isResolved() && other.isResolved()) {
            return first.resolved().get().isAfter(other.resolved().get()) ? first : other;
        }
        return first.isResolved() || !other.isResolved() && first.severity().compareTo(other.severity()) > 0 ? first
                : other;
    }

    private static OptionalDouble worstValue(Finding how, Occurrence first, Occurrence other) {
        List<Occurrence> same =
                Stream.of(first, other).filter(one -> one.now().metric().equals(how.metric())).toList();
        OptionalDouble worst = same.getFirst().worstValue();
        OptionalDouble value = same.getLast().worstValue();
        return how.with(value).isWorseThan(worst) ? value : worst;
    }

    private static Status status(Occurrence first, Occurrence other, Occurrence newest, Instant now) {
        List<Held> held = Stream.of(first, other).flatMap(one -> one.status().held().stream())
                .sorted(Comparator.comparing((Held one) -> one.word().at()).reversed()).toList();
        if (newest.status() instanceof Over over) {
            Optional<Held> last = held.stream().findFirst();
            return switch (over) {
                case Status.Resolved(var at, var _) -> new Status.Resolved(at, last);
                case Status.Closed(var at, var why, var _) -> new Status.Closed(at, why, last);
            };
        }
        Optional<Status> open = Stream.of(first.status(), other.status())
                .filter(Open.class::isInstance).reduce((one, two) -> open((Open) one, (Open) two));
        return held.stream().filter(one -> !one.word().isOver(now)
                && newest.severity().compareTo(one.word().on()) <= 0).<Status>map(one -> one).findFirst()
                .or(() -> open).orElseGet(held::getFirst);
    }

    private static Open open(Open one, Open other) {
        return new Open(one.since().isBefore(other.since()) ? one.since() : other.since(),
                later(one.notified(), other.notified()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
