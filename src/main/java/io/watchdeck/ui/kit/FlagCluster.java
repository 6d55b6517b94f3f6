package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Flags of one sort that stand too close together to be told apart: one icon, where the first of them is. Flags of other
/// sorts stand where they are.
///
/// @param flags in order of time, at least one
/// @param x     of the first
record FlagCluster(List<LaneData.Flag> flags, double x) {

    private static final double CLOSE = 13;

    FlagCluster {
        flags = List.copyOf(flags);
    }

    /// In the order in which they stand.
    static List<FlagCluster> of(LaneLayout layout, List<LaneData.Flag> flags) {
        var clusters = new ArrayList<FlagCluster>();
        for (LaneData.Flag flag : flags.stream().filter(one -> !one.at().isBefore(layout.data().range().from())
                && !one.at().isAfter(layout.data().range().to())).sorted(Comparator.comparing(LaneData.Flag::at))
                .toList()) {
            double x = layout.time().of(flag.at());
            int same = last(clusters, flag.sign());
            if (same >= 0 && x - clusters.get(same).x() < CLOSE) {
                clusters.set(same, clusters.get(same).with(flag));
            } else {
                clusters.add(new FlagCluster(List.of(flag), x));
            }
        }
        return clusters;
    }

    private static int last(List<FlagCluster> clusters, LaneData.Sign sign) {
        for (int index = clusters.size() - 1; index >= 0; index--) {
            if (clusters.get(index).flags().getFirst().sign() == sign) {
                return index;
            }
        }
        return -1;
    }

    private FlagCluster with(LaneData.Flag flag) {
        var all = new ArrayList<>(flags);
        all.add(flag);
        return new FlagCluster(all, x);
    }

    /// How many of what, from when to when; of one alone when it was.
    String said(Words words) {
        LaneData.Flag first = flags.getFirst();
        String what = words.say("ui.lanes.sign." + first.sign().name());
        return flags.size() == 1
                ? words.say("ui.lanes.one", words.clockSeconds(first.at()),
                        first.said().isEmpty() ? what : first.said())
                : words.say("ui.lanes.several", flags.size(), what, words.clockSeconds(first.at()),
                        words.clockSeconds(flags.getLast().at()));
    }
}
