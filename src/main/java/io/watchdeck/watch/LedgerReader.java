package io.watchdeck.watch;

import io.watchdeck.cost.Discounts;
import io.watchdeck.cost.SpotSaving;
import io.watchdeck.cost.TaskPrices;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.LedgerCounts;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers questions about the ledger. Blocking; any thread.
record LedgerReader(LedgerStore store, Discounts discounts, SpotSettings settings) {

    private static final Comparator<Line> NEWEST_FIRST = Comparator.comparing((Line line) -> line.entry().at())
            .thenComparing(line -> line.entry().id()).reversed();

    /// @param sites what is watched
    LedgerAnswer answer(LedgerQuestion question, Collection<Site> sites, Instant now) {
        var services = new ArrayList<ServiceLedger>();
        var lines = new ArrayList<Line>();
        for (Site site : sites) {
            List<StackFile> stacks = site.stacks().stream().filter(stack -> question.isAbout(stack.id())).toList();
            var owners = new HashMap<ServiceKey, StackFile>();
            for (StackFile stack : stacks) {
                SeenDeployments.services(stack).forEach(key -> owners.put(key, stack));
                stack.components().services()
                        .forEach(spec -> services.add(service(site, stack, spec, question.range(), now)));
            }
            lines.addAll(lines(site, question, owners));
        }
        lines.sort(NEWEST_FIRST);
        return new LedgerAnswer(question, now, true, services,
                lines.subList(0, Math.min(lines.size(), question.most())), lines.size() > question.most());
    }

    private List<Line> lines(Site site, LedgerQuestion question, Map<ServiceKey, StackFile> owners) {
        List<LedgerEntry> entries = store.read(site.place(), owners.keySet(), question.range(), question.after(),
                question.most() + 1);
        return entries.stream().map(entry -> new Line(owners.get(entry.service()).id(), entry)).toList();
    }

    private ServiceLedger service(Site site, StackFile stack, ServiceSpec spec, TimeRange range, Instant now) {
        String place = site.place();
        var key = new ServiceKey(stack.cluster(), spec.name());
        Attendance looked = LedgerKeeping.attendance(store, place, Bookkeeping.tasksOf(stack.cluster()), range, now);
        List<Brief> briefs = store.briefs(place, key, range);
        Optional<List<TaskState>> tasks = site.board().tasks.get(stack.cluster()).latest()
                .map(all -> all.stream().filter(task -> task.service().equals(spec.name())).toList());
        OptionalInt onSpot = tasks.map(all -> OptionalInt.of((int) all.stream().filter(TaskState::isRunning)
                .filter(TaskState::isSpot).count())).orElse(OptionalInt.empty());
        Optional<ServiceState> state = site.board().services.get(key).latest();
        Optional<SpotSettings.Known> known = state.map(one -> settings.of(key, one));
        return new ServiceLedger(stack.id(), spec, new LedgerCounts(store.counts(place, key, range)),
                InterruptionRate.of(briefs, store.ran(place, key, looked.watched()), looked),
                LedgerKeeping.attendance(store, place, key, range, now), ReplacementTimes.of(briefs),
                state.map(one -> SpotChecks.of(one, tasks.map(all -> all),
                        known.flatMap(SpotSettings.Known::design), known.flatMap(SpotSettings.Known::drain))),
                SpotSaving.of(new TaskPrices(stack).ofPlan(spec), spec, onSpot, discounts),
                Optional.ofNullable(site.board().eventLogs.get(stack.cluster())),
                known.map(SpotSettings.Known::unread).orElse(List.of()));
    }
}
