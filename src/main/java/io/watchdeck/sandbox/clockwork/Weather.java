package io.watchdeck.sandbox.clockwork;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What bends the figures of a stack for a while: a rush of visitors, a burst of errors, a cold cache.
public final class Weather {

    public enum Kind {
        /// Requests a minute.
        REQUESTS,
        /// Errors of the targets a minute.
        ERRORS,
        /// The 95th percentile of the response time, in seconds.
        LATENCY,
        /// Percentage of hits of the caches.
        HIT_RATE
    }

    /// A figure moves to a level over `rise` seconds, stays there and moves back over `fall` seconds.
    public record Spell(Kind kind, double level, long from, long rise, long to, long fall) {
        private double weight(long second) {
            if (second < from || second >= to) {
                return 0;
            }
            double up = rise == 0 ? 1 : (second - from) / (double) rise;
            double down = fall == 0 ? 1 : (to - second) / (double) fall;
            return Math.min(1, Math.min(up, down));
        }
    }

    private static final long REMEMBERED = 3600;

    private final Map<Kind, List<Spell>> spells = new EnumMap<>(Kind.class);

    public void add(Spell spell) {
        spells.computeIfAbsent(spell.kind(), _ -> new ArrayList<>()).add(spell);
    }

    /// The figure under the spells of its kind, of which the later ones count more.
    public double bend(Kind kind, double undisturbed, long second) {
        double value = undisturbed;
        for (Spell spell : spells.getOrDefault(kind, List.of())) {
            double weight = spell.weight(second);
            value = value * (1 - weight) + spell.level() * weight;
        }
        return value;
    }

    public void forgetBefore(long now) {
        spells.values().forEach(list -> list.removeIf(spell -> spell.to() < now - REMEMBERED));
    }
}
