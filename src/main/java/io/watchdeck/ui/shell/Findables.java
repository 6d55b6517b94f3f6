package io.watchdeck.ui.shell;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.shell.Findable.Home;
import io.watchdeck.ui.shell.Findable.Offer;
import io.watchdeck.ui.shell.Findable.Sort;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.BatchQueue;
import io.watchdeck.watch.StackSnapshot.Queue;
import io.watchdeck.watch.StackSnapshot.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that the palette finds in one stack: itself and its components, with what can be done with each.
final class Findables {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int TASKS = 20;
    private static final int SHORT_ID = 8;

    private final StackSnapshot stack;
    private final StackFile file;
    private final Home home;
    private final Folded where;
    private final Optional<LockState> lock;
    private final Map<ComponentId, Severity> troubles = new HashMap<>();
    private final List<Findable> all = new ArrayList<>();

    private Findables(StackSnapshot stack, Optional<LockState> lock) {
        this.stack = stack;
        this.lock = lock;
        file = stack.file();
        home = new Home(file.id(), file.name(), file.environment(), file.access().region().code());
        where = Folded
                .of(String.join(" ", file.id().toString(), file.name(), file.environment().word(), home.region()));
        stack.verdict().open().forEach(one -> troubles.merge(one.on(), one.severity(), Severity::worse));
    }

    /// @param lock empty where nothing can be changed from the window
    static List<Findable> of(StackSnapshot stack, Optional<LockState> lock) {
        var found = new Findables(stack, lock);
        found.listAll();
        return found.all;
    }

    private void listAll() {
        StackId id = file.id();
        all.add(new Findable("stack:" + id, Sort.STACK, Folded.of(file.name()), where, Optional.of(home),
                stack.verdict().severity(), Sort.STACK.glyph(), "", Optional.of(new Deed.Go(Place.of(id))), ofStack()));
        stack.services().forEach(this::list);
        stack.loadBalancers().forEach(one -> list(Sort.LOAD_BALANCER, ComponentKind.LOAD_BALANCER, one.spec().name()));
        stack.databases().forEach(one -> list(Sort.DATABASE, ComponentKind.DATABASE, one.spec().id()));
        stack.caches().forEach(one -> list(Sort.CACHE, ComponentKind.CACHE, one.spec().id()));
        stack.queues().forEach(this::list);
        stack.batchQueues().forEach(this::list);
        stack.pipes().forEach(one -> add(Sort.PIPE, ComponentKind.PIPE, one.name(), queues(), List.of()));
        stack.pipelines().forEach(one -> list(Sort.PIPELINE, ComponentKind.PIPELINE, one.name()));
    }

    private List<Offer> ofStack() {
        var offers = new ArrayList<Offer>();
        lock.ifPresent(now -> {
            switch (now) {
                case LockState.Locked() -> offers.add(new Offer(Verb.UNLOCK, new Deed.Lock(file.id())));
                case LockState.Unlocked _ -> offers.add(new Offer(Verb.LOCK, new Deed.Lock(file.id())));
                case LockState.ReadOnly _, LockState.Free() -> {}
            }
        });
        if (!stack.queues().isEmpty()) {
            offers.add(new Offer(Verb.QUEUES, new Deed.Go(queues())));
        }
        offers.add(new Offer(Verb.COST, new Deed.Go(Place.of(Screen.COST, file.id()))));
        return offers;
    }

    private void list(Service service) {
        ServiceWishes wishes = ServiceWishes.of(stack, service);
        var offers = new ArrayList<Offer>();
        offers.add(new Offer(Verb.SCALE, new Deed.Change(wishes.scale())));
        offers.add(new Offer(Verb.DEPLOY, new Deed.Change(wishes.deploy())));
        offers.add(new Offer(Verb.ROLL_BACK, new Deed.Change(wishes.rollBack())));
        if (wishes.isDeploying()) {
            offers.add(new Offer(Verb.STOP_DEPLOYMENT, new Deed.Change(wishes.stopDeployment())));
        }
        offers.add(new Offer(Verb.SPOT_WEIGHT, new Deed.Change(wishes.spotWeight())));
        String name = service.spec().name();
        add(Sort.SERVICE, ComponentKind.SERVICE, name, Place.of(file.id(), name), changes(offers));
        if (lock.isPresent()) {
            wishes.tasks().stream().limit(TASKS).forEach(task -> list(wishes, task));
        }
    }

    /// Found only by those who want to stop it: there is no place where it is alone.
    private void list(ServiceWishes wishes, TaskState task) {
        String id = task.id().substring(0, Math.min(SHORT_ID, task.id().length()));
        all.add(new Findable("task:" + task.arn(), Sort.TASK, Folded.of(wishes.service().service() + " " + id), where,
                Optional.of(home), Severity.FINE, Sort.TASK.glyph(), "", Optional.empty(),
                List.of(new Offer(Verb.STOP_TASK, new Deed.Change(wishes.stop(task))))));
    }

    private void list(Queue queue) {
        String name = queue.spec().name();
        var place = new Place(Screen.QUEUES, Optional.of(file.id()), Optional.of(name), Optional.empty());
        add(Sort.QUEUE, ComponentKind.QUEUE, name, place, List.of());
        var wishes = new QueueWishes(file.id());
        queue.deadLetters().ifPresent(dead -> add(Sort.DEAD_LETTERS, ComponentKind.QUEUE, dead.name(), place,
                changes(List.of(new Offer(Verb.REDRIVE, new Deed.Change(wishes.redrive(dead.name()))),
                        new Offer(Verb.PURGE, new Deed.Change(wishes.purge(dead.name())))))));
    }

    private void list(BatchQueue queue) {
        List<FailedJob> failed = queue.state().state().latest().map(this::failed).orElse(List.of());
        List<Offer> offers = failed.isEmpty() ? List.of() : List.of(new Offer(Verb.RESUBMIT,
                new Deed.Change(new QueueWishes(file.id()).resubmit(queue.name(), failed))));
        add(Sort.BATCH_QUEUE, ComponentKind.BATCH_QUEUE, queue.name(), queues(), changes(offers));
    }

    private List<FailedJob> failed(BatchQueueState queue) {
        return queue.failed().stream().filter(job -> !job.stoppedAt().isBefore(stack.asOf().minus(DAY))).toList();
    }

    private void list(Sort sort, ComponentKind kind, String name) {
        add(sort, kind, name, Place.of(file.id()), List.of());
    }

    /// Where the queues of the stack are to be seen.
    private Place queues() {
        return stack.queues().isEmpty() ? Place.of(file.id()) : Place.of(Screen.QUEUES, file.id());
    }

    private List<Offer> changes(List<Offer> offers) {
        return lock.isPresent() ? offers : List.of();
    }

    private void add(Sort sort, ComponentKind kind, String name, Place place, List<Offer> offers) {
        Severity severity = troubles.getOrDefault(new ComponentId(kind, name), Severity.FINE);
        all.add(new Findable(sort + ":" + file.id() + "/" + name, sort, Folded.of(name), where, Optional.of(home),
                severity, sort.glyph(), "", Optional.of(new Deed.Go(place)), offers));
    }
}
