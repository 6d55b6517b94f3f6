package io.watchdeck.sandbox.world;

import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import io.watchdeck.sandbox.logbook.BatchScribe;
import io.watchdeck.sandbox.logbook.Scribe;
import io.watchdeck.sandbox.logbook.ServiceScribe;
import io.watchdeck.sandbox.logbook.SimulatedLog;
import io.watchdeck.stack.StackFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// The log groups of a stack. A group whose name ends like a service is written by its tasks, one of Batch by the jobs
/// of the first job queue; into the others nobody writes. The service that takes the requests from outside writes JSON. What AWS's services made never expires, as they make it.
final class SimulatedLogs {

    private static final long GIGABYTE = 1L << 30;
    private static final int KEPT_DAYS = 30;
    private static final Pattern ENTRANCE = Pattern.compile("(api|gateway|backend)$");

    private final Map<String, SimulatedLog> logs = new LinkedHashMap<>();
    private final List<Scribe> scribes = new ArrayList<>();

    SimulatedLogs(StackFile file, Collection<SimulatedService> services, Collection<SimulatedBatchQueue> queues,
            List<SimulatedLoadBalancer> balancers, long seed) {
        for (String group : file.components().logGroups()) {
            var log = new SimulatedLog();
            logs.put(group, log);
            boolean expires = !group.startsWith("/aws/") || group.contains("/batch/");
            log.hold((long) (new Dice(seed, "stored " + group).between(4.0, expires ? 9.0 : 60.0) * GIGABYTE),
                    expires ? OptionalInt.of(KEPT_DAYS) : OptionalInt.empty());
            var dice = new Dice(seed, "log " + group);
            services.stream().filter(service -> service.writesInto(group)).findFirst()
                    .ifPresent(service -> scribes.add(new ServiceScribe(log, service,
                            second -> balancers.stream().mapToLong(one -> one.errorsOf(service, second)).sum(), dice,
                            ENTRANCE.matcher(group).find())));
            if (group.contains("/batch/")) {
                queues.stream().findFirst().ifPresent(queue -> scribes.add(new BatchScribe(log, queue, dice)));
            }
        }
    }

    Optional<SimulatedLog> find(String group) {
        return Optional.ofNullable(logs.get(group));
    }

    void closeMinute(long end) {
        scribes.forEach(scribe -> scribe.closeMinute(end));
    }

    void step(long now) {
        scribes.forEach(scribe -> scribe.step(now));
    }
}
