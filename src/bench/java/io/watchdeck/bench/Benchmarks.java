package io.watchdeck.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the benchmarks that are named, or all, prints a line for each figure and ends with 1 when one falls short.
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] names) {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("read", new FullReadBenchmark());
        all.put("fleet", new FleetReadBenchmark());
        all.put("chart", new ChartBenchmark());
        all.put("window", new FleetWindowBenchmark());
        all.put("alarms", new AlarmsBenchmark());
        all.put("alarm-list", new AlarmsWindowBenchmark());
        all.put("history", new HistoryBenchmark());
        all.put("ledger", new LedgerBenchmark());
        all.put("month", new MonthBenchmark());
        all.put("start", new StartBenchmark());
        all.put("days", new DaysBenchmark());
        List<String> wanted = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
        if (!all.keySet().containsAll(wanted)) {
            System.err.println("There are: " + String.join(", ", all.keySet()));
            System.exit(64);
        }
        boolean reached = true;
        for (String name : wanted) {
            reached &= run(name, all.getOrDefault(name, List::of));
        }
        System.exit(reached ? 0 : 1);
    }

    private static boolean run(String name, Benchmark benchmark) {
        try {
            boolean reached = true;
            for (Figure figure : benchmark.measure()) {
                System.out.println(figure.line());
                reached &= figure.reached();
            }
            return reached;
        } catch (Exception impossible) {
            System.out.println("BENCH " + name + " could not be measured: " + impossible);
            impossible.printStackTrace(System.err);
            return false;
        }
    }
}
