package io.watchdeck.ui.cost;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.model.Money;
import io.watchdeck.ui.kit.DayBars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the bars are made of: the stacks or services that cost the most have a colour of their own, the others share one.
///
/// @param names of the parts, from below
/// @param places of each stack or service among the parts
record DayParts(Breakdown breakdown, List<String> names, Map<String, Integer> places) {

    private static final int MOST = 7;
    /// Neighbours are easy to tell apart; grey is for what has no colour of its own.
    private static final List<Integer> COLOURS = List.of(5, 1, 6, 2, 3, 7, 8);
    private static final int GREY = 4;

    /// @param dates  that are drawn
    /// @param others what to call those that share a colour
    static DayParts of(Breakdown breakdown, List<StackCost> drawn, List<LocalDate> dates, String others) {
        var sums = new LinkedHashMap<String, Double>();
        var names = new LinkedHashMap<String, String>();
        drawn.forEach(one -> dates.forEach(date -> single(one, date).forEach(some -> some.byService()
                .forEach((service, money) -> {
                    sums.merge(key(breakdown, one, service), money.amount().doubleValue(), Double::sum);
                    names.put(key(breakdown, one, service), breakdown == Breakdown.STACKS ? one.name() : service);
                }))));
        List<String> ordered = sums.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue(
                Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).toList();
        int own = ordered.size() <= MOST ? ordered.size() : MOST - 1;
        var places = new LinkedHashMap<String, Integer>();
        ordered.forEach(key -> places.put(key, Math.min(own, places.size())));
        List<String> shown = Stream.concat(ordered.stream().limit(own).map(names::get),
                Stream.of(others).filter(_ -> own < ordered.size())).toList();
        return new DayParts(breakdown, shown, places);
    }

    List<DayBars.Part> parts() {
        var parts = new ArrayList<DayBars.Part>();
        for (int place = 0; place < names.size(); place++) {
            boolean others = place == MOST - 1 && places.size() > MOST;
            parts.add(new DayBars.Part(names.get(place), others ? GREY : COLOURS.get(place)));
        }
        return parts;
    }

    /// What each part cost on a day, as far as the bill tells that day apart.
    List<Double> amounts(List<StackCost> drawn, LocalDate day) {
        double[] sums = new double[names.size()];
        for (StackCost one : drawn) {
            single(one, day).forEach(some -> some.byService().forEach((service, money) -> {
                Integer place = places.get(key(breakdown, one, service));
                if (place != null) {
                    sums[place] += amount(money);
                }
            }));
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /// The bill of that day alone.
    static Stream<BilledDays> single(StackCost one, LocalDate day) {
        return Optional.ofNullable(one.singles().get(day)).stream();
    }

    private static String key(Breakdown breakdown, StackCost one, String service) {
        return breakdown == Breakdown.STACKS ? one.id().value() : service;
    }

    static double amount(Money money) {
        return money.amount().doubleValue();
    }
}
