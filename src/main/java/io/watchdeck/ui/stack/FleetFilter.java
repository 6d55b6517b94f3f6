package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.OnlyFaults;
import io.watchdeck.ui.kit.TextFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which services a typed filter leaves. A service and its deployments stay or go together: what any of its lines says,
/// the service says.
final class FleetFilter {

    /// The columns that a filter knows.
    static final List<String> COLUMNS =
            List.of("service", "state", "running", "capacity", "cpu", "memory", "scaling");

    private FleetFilter() {}

    static List<FleetLine> matching(List<FleetLine> lines, TextFilter filter) {
        if (filter.isEmpty()) {
            return lines;
        }
        var services = new LinkedHashMap<String, List<FleetLine>>();
        lines.forEach(line -> services.computeIfAbsent(line.service(), _ -> new ArrayList<>()).add(line));
        return services.values().stream().filter(service -> filter.matches(columns(service))).flatMap(List::stream)
                .toList();
    }

    /// Without the services that are fine, each with its deployments.
    static List<FleetLine> atFault(List<FleetLine> lines, OnlyFaults faults, ServiceSeverity severity) {
        Map<String, List<FleetLine>> services = lines.stream().collect(Collectors.groupingBy(FleetLine::service));
        List<String> names = lines.stream().map(FleetLine::service).distinct().toList();
        Set<String> listed = Set.copyOf(faults.of(names, name -> severity.of(name, services.getOrDefault(name,
                List.of()))));
        return lines.stream().filter(line -> listed.contains(line.service())).toList();
    }

    static long services(List<FleetLine> lines) {
        return lines.stream().filter(line -> !line.isDeployment()).count();
    }

    /// By the names that a filter knows.
    private static Map<String, String> columns(List<FleetLine> service) {
        var columns = new LinkedHashMap<String, String>();
        service.forEach(line -> {
            add(columns, "service", line.name() + " " + line.detail());
            add(columns, "state", line.badge() + " " + line.rollout() + " " + line.pending() + " "
                    + line.absence().stream().map(Absence::word).collect(Collectors.joining()));
            add(columns, "running", line.running());
            add(columns, "capacity", line.capacity() + " " + line.capacityDetail());
            add(columns, "cpu", line.cpu().said());
            add(columns, "memory", line.memory().said());
            add(columns, "scaling", line.isDeployment() ? "" : line.scaling());
        });
        return columns;
    }

    private static void add(Map<String, String> columns, String name, String text) {
        columns.merge(name, text, (before, more) -> before + " " + more);
    }
}
