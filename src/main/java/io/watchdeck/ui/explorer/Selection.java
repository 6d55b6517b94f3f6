package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The chosen series in the order in which they were chosen, each with a colour that it keeps. More than [#MOST] series,
/// or units, cannot be told apart in one chart.
final class Selection {

    static final int MOST = 8;
    static final int UNITS = 3;
    /// Neighbours in this order are the easiest to tell apart.
    private static final List<Integer> COLOURS = List.of(1, 3, 2, 7, 6, 8, 4, 5);

    private final Map<SeriesId, Chosen> chosen = new LinkedHashMap<>();

    /// @param colour which of the eight series colours, from 1
    record Chosen(Offer offer, int colour) {
        Unit unit() {
            return offer.series().metric().unit();
        }
    }

    /// Why another one cannot be chosen.
    enum Refusal { TOO_MANY, TOO_MANY_UNITS }

    List<Chosen> all() {
        return List.copyOf(chosen.values());
    }

    Optional<Chosen> find(SeriesId id) {
        return Optional.ofNullable(chosen.get(id));
    }

    /// What keeps a series from being chosen; empty when nothing does.
    Optional<Refusal> refusal(Offer offer) {
        if (chosen.size() >= MOST) {
            return Optional.of(Refusal.TOO_MANY);
        }
        List<Unit> units = units();
        return units.size() >= UNITS && !units.contains(offer.series().metric().unit())
                ? Optional.of(Refusal.TOO_MANY_UNITS) : Optional.empty();
    }

    /// The units in the order in which they came.
    List<Unit> units() {
        return chosen.values().stream().map(Chosen::unit).distinct().toList();
    }

    /// Does nothing where there is a [#refusal], or where it is chosen already.
    void add(Offer offer) {
        if (!chosen.containsKey(offer.id()) && refusal(offer).isEmpty()) {
            var taken = chosen.values().stream().map(Chosen::colour).collect(Collectors.toSet());
            int free = COLOURS.stream().filter(colour -> !taken.contains(colour)).findFirst().orElseThrow();
            chosen.put(offer.id(), new Chosen(offer, free));
        }
    }

    void remove(SeriesId id) {
        chosen.remove(id);
    }

    void clear() {
        chosen.clear();
    }

    /// Keeps what there is still, as it is now.
    void retain(Map<SeriesId, Offer> offers) {
        chosen.keySet().retainAll(offers.keySet());
        chosen.replaceAll((id, old) -> new Chosen(offers.get(id), old.colour()));
    }

    /// The names of the chosen, in their order: as short as they can be and still differ.
    Map<SeriesId, String> names(UnaryOperator<String> environment) {
        return names(all(), environment);
    }

    /// The names of some, as short as they can be among themselves.
    Map<SeriesId, String> names(List<Chosen> some, UnaryOperator<String> environment) {
        var names = new LinkedHashMap<SeriesId, String>();
        boolean stacks = some.stream().map(one -> one.offer().id().stack()).distinct().count() > 1;
        boolean figures = some.stream().map(one -> one.offer().series().metric().id()).distinct().count() > 1;
        for (Chosen one : some) {
            var parts = new ArrayList<String>();
            if (stacks) {
                boolean twins = some.stream().anyMatch(other -> other.offer().stack().equals(
                        one.offer().stack()) && !other.offer().id().stack().equals(one.offer().id().stack()));
                parts.add(one.offer().stack()
                        + (twins ? " " + environment.apply(one.offer().environment().word()) : ""));
            }
            boolean siblings = some.stream().anyMatch(other -> other != one
                    && other.offer().id().stack().equals(one.offer().id().stack())
                    && other.offer().series().metric().equals(one.offer().series().metric()));
            if (siblings || !stacks && !figures) {
                parts.add(one.offer().component());
            }
            if (figures) {
                parts.add(one.offer().figure());
            }
            names.put(one.offer().id(), String.join(" ", parts));
        }
        return names;
    }
}
