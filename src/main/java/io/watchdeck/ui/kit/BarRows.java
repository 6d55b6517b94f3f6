package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// In which row each of the bars of a lane stands and where its name does, so that no name can be taken for that of
/// another bar. The worst come first. What shares a row has its own name there and keeps clear of the others; for more
/// than there are rows, the last one holds the rest without names, counted.
///
/// @param rows   from above
/// @param others how many stand in the last row without names; empty where every one is named
record BarRows(List<Row> rows, Optional<Name> others) {

    static final double SPACE = 6;
    private static final int MOST = 3;
    private static final double SHORTEST = 4;
    /// Between a name and what is not its own, so that it is seen to which of both it belongs.
    private static final double CLEAR = 16;
    private static final double LEAST_NAME = 40;

    BarRows {
        rows = List.copyOf(rows);
    }

    /// @param named whether what stands in it is named
    record Row(List<Placed> bars, boolean named) {}

    /// @param name none where the one before it in the row says the same, or where there is no room
    record Placed(LaneData.Bar bar, double start, double end, Optional<Name> name) {}

    /// @param inside whether it stands on its bar
    record Name(String text, double from, double to, boolean inside) {}

    /// What goes on again and again.
    private record Trouble(List<LaneData.Bar> bars) {

        Tone worst() {
            return bars.stream().map(LaneData.Bar::tone).max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    static BarRows of(LaneLayout layout, List<LaneData.Bar> bars) {
        Map<String, List<LaneData.Bar>> same = new LinkedHashMap<>();
        bars.stream().filter(bar -> layout.isIn(bar.range()))
                .sorted(Comparator.comparing(bar -> bar.range().from()))
                .forEach(bar -> same.computeIfAbsent(bar.same(), _ -> new ArrayList<>()).add(bar));
        List<Trouble> troubles = same.values().stream().map(Trouble::new)
                .sorted(Comparator.comparing(Trouble::worst).reversed()).toList();
        BarRows all = named(layout, troubles, MOST);
        return all.rows().stream().mapToInt(row -> row.bars().size()).sum() == same.values().stream()
                .mapToInt(List::size).sum() ? all : counted(layout, troubles);
    }

    /// As many as find a place with their name.
    private static BarRows named(LaneLayout layout, List<Trouble> troubles, int most) {
        var rows = new ArrayList<List<Placed>>();
        for (Trouble trouble : troubles) {
            List<Placed> own = List.of();
            for (int index = 0; index < rows.size() && own.isEmpty(); index++) {
                own = placed(layout, trouble, rows.get(index));
                rows.get(index).addAll(own);
            }
            if (own.isEmpty() && rows.size() < most) {
                rows.add(new ArrayList<>(placed(layout, trouble, List.of())));
            }
        }
        return new BarRows(rows.stream().map(row -> new Row(List.copyOf(row), true)).toList(), Optional.empty());
    }

    private static BarRows counted(LaneLayout layout, List<Trouble> troubles) {
        BarRows named = named(layout, troubles, MOST - 1);
        List<String> there = named.rows().stream().flatMap(row -> row.bars().stream())
                .map(placed -> placed.bar().same()).toList();
        List<Trouble> rest = troubles.stream().filter(one -> !there.contains(one.bars().getFirst().same())).toList();
        List<Placed> bars = rest.reversed().stream().flatMap(one -> one.bars().stream())
                .map(bar -> new Placed(bar, start(layout, bar), end(layout, bar), Optional.empty())).toList();
        String more = "+" + rest.size();
        double wide = Pen.width(more);
        double last = bars.stream().mapToDouble(Placed::end).max().orElse(layout.left());
        double first = bars.stream().mapToDouble(Placed::start).min().orElse(layout.left());
        double from = last + SPACE + wide <= layout.right() ? last + SPACE
                : first - SPACE - wide >= layout.left() ? first - SPACE - wide : last - SPACE - wide;
        return new BarRows(Stream.concat(named.rows().stream(), Stream.of(new Row(bars, false))).toList(),
                Optional.of(new Name(more, from, from + wide, from < last && from + wide > first)));
    }

    private static double start(LaneLayout layout, LaneData.Bar bar) {
        return layout.left(bar.range());
    }

    private static double end(LaneLayout layout, LaneData.Bar bar) {
        return Math.max(start(layout, bar) + SHORTEST, layout.right(bar.range()));
    }

    /// @param others what stands in the row already
    /// @return none where there is no room for it with its name
    private static List<Placed> placed(LaneLayout layout, Trouble trouble, List<Placed> others) {
        boolean free = trouble.bars().stream().allMatch(bar -> isFree(others, start(layout, bar), end(layout, bar),
                CLEAR));
        if (!free) {
            return List.of();
        }
        var own = new ArrayList<>(trouble.bars().stream()
                .map(bar -> new Placed(bar, start(layout, bar), end(layout, bar), Optional.empty())).toList());
        name(layout, own, others, false);
        if (others.isEmpty() && own.stream().allMatch(one -> one.name().isEmpty())) {
            name(layout, own, others, true);
        }
        return own.stream().anyMatch(one -> one.name().isPresent()) || others.isEmpty() ? own : List.of();
    }

    /// @param shortened whether a name may be cut off
    private static void name(LaneLayout layout, List<Placed> own, List<Placed> others, boolean shortened) {
        String said = "";
        for (int index = 0; index < own.size(); index++) {
            Placed one = own.get(index);
            if (one.bar().text().equals(said)) {
                continue;
            }
            Optional<Name> name = new Room(layout, one, own, others).name(shortened);
            own.set(index, new Placed(one.bar(), one.start(), one.end(), name));
            said = name.isPresent() ? one.bar().text() : said;
        }
    }

    private static boolean isFree(List<Placed> all, double from, double to, double clear) {
        return all.stream().noneMatch(one -> left(one) < to + clear && right(one) > from - clear);
    }

    private static double left(Placed one) {
        return one.name().map(Name::from).filter(from -> from < one.start()).orElse(one.start());
    }

    private static double right(Placed one) {
        return one.name().map(Name::to).filter(to -> to > one.end()).orElse(one.end());
    }

    /// Where a bar can be named: behind it, before it, or on it.
    private record Room(LaneLayout layout, Placed one, List<Placed> own, List<Placed> others) {

        Optional<Name> name(boolean shortened) {
            double most = shortened ? longest() : Double.MAX_VALUE;
            if (shortened && most < LEAST_NAME) {
                return Optional.empty();
            }
            String text = shortened ? Pen.fitted(one.bar().text(), most) : one.bar().text();
            double wide = Pen.width(text);
            double behind = one.end() + SPACE;
            double before = one.start() - SPACE - wide;
            if (behind + wide <= layout.right() && isFree(behind, behind + wide)) {
                return Optional.of(new Name(text, behind, behind + wide, false));
            }
            if (before >= layout.left() && isFree(before, before + wide)) {
                return Optional.of(new Name(text, before, before + wide, false));
            }
            return one.end() - one.start() > wide + 3 * SPACE
                    ? Optional.of(new Name(text, one.start() + SPACE * 1.5, one.start() + SPACE * 1.5 + wide, true))
                    : Optional.empty();
        }

        private double longest() {
            return Math.max(one.end() - one.start() - 3 * SPACE - 1,
                    Math.max(layout.right() - one.end(), one.start() - layout.left()) - SPACE - 1);
        }

        private boolean isFree(double from, double to) {
            return BarRows.isFree(others, from, to, CLEAR)
                    && BarRows.isFree(own.stream().filter(other -> other != one).toList(), from, to, 2);
        }
    }
}
