package io.watchdeck.sandbox.world;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.sandbox.clockwork.Agenda;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Faults;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.compute.TargetTracking;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import io.watchdeck.sandbox.jobs.SimulatedMessage;
import io.watchdeck.sandbox.jobs.SimulatedPipe;
import io.watchdeck.sandbox.jobs.SimulatedQueue;
import io.watchdeck.sandbox.logbook.SimulatedLog;
import io.watchdeck.sandbox.telemetry.AlarmBoard;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything of one stack file, alive. It moves in steps of [#STEP] seconds; what happens in a step follows from the
/// seed and from the verbs that were called, never from who looks. Guarded by the lock of its account.
public final class SimulatedStack {

    /// Seconds.
    public static final long STEP = 10;
    private static final double CPU_TARGET = 70;
    private static final long FILLED = 10 * 86_400L;

    private final StackFile file;
    private final Profile profile;
    private final Place place;
    private final long start;
    private final Dice dice;
    private final Agenda agenda = new Agenda();
    private final Weather weather = new Weather();
    private final Faults faults = new Faults();
    private final MetricRecorder recorder = new MetricRecorder();
    private final AlarmBoard alarms = new AlarmBoard();
    private final Map<String, SimulatedService> services;
    private final Map<String, TargetTracking> tracking = new HashMap<>();
    private final List<SimulatedLoadBalancer> loadBalancers;
    private final List<SimulatedDatabase> databases;
    private final List<SimulatedCache> caches;
    private final Map<String, SimulatedQueue> queues;
    private final Map<String, SimulatedBatchQueue> batchQueues;
    private final Map<String, SimulatedPipe> pipes;
    private final Map<String, SimulatedPipeline> pipelines;
    private final SimulatedLogs logs;
    private final SimulatedBill bill;

    /// @param past  where its life begins
    /// @param start which moment the profile describes
    public SimulatedStack(StackFile file, Profile profile, Place place, long seed, long past, long start) {
        this.file = file;
        this.profile = profile;
        this.place = place;
        this.start = start;
        long own = Dice.mix(seed, "stack " + file.id());
        dice = new Dice(own, "happenings");
        var assembly = new StackAssembly(file, profile, place, own, start);
        var traffic = new Traffic(profile.load(), weather, place.region(), own, start);
        services = assembly.services(past);
        loadBalancers = assembly.loadBalancers(services, traffic, weather);
        databases = assembly.databases(services, traffic);
        caches = assembly.caches(traffic, weather);
        queues = assembly.queues();
        batchQueues = assembly.batchQueues();
        pipes = assembly.pipes(queues, batchQueues);
        pipelines = assembly.pipelines(start);
        logs = new SimulatedLogs(file, services.values(), batchQueues.values(), loadBalancers, own);
        bill = new SimulatedBill(file.plan(), profile.bill(), own);
        publish(traffic, own);
    }

    private void publish(Traffic traffic, long seed) {
        for (SimulatedService service : services.values()) {
            var cpu = new ServiceTelemetry(service, traffic, profile.load(), services.size() == 1, seed)
                    .publish(recorder, profile.fleet().insights());
            if (service.range().isPresent()) {
                String prefix = "TargetTracking-service/" + file.cluster() + "/" + service.name() + "-";
                tracking.put(service.name(), new TargetTracking(service, cpu, CPU_TARGET,
                        kind -> alarms.nameFrom(prefix + kind), new Dice(seed, "scaling of " + service.name())));
            }
        }
        loadBalancers.forEach(balancer -> balancer.publish(recorder));
        databases.forEach(database -> database.publish(recorder));
        caches.forEach(cache -> cache.publish(recorder));
        queues.values().forEach(queue -> queue.publish(recorder));
    }

    /// Lets the next seconds happen.
    public void step(long now) {
        agenda.runUntil(now);
        sendMessages(now);
        services.values().forEach(service -> service.step(now));
        pipes.values().forEach(pipe -> pipe.step(now));
        queues.values().forEach(queue -> queue.step(now));
        batchQueues.values().forEach(queue -> queue.step(now));
        logs.step(now);
    }

    private void sendMessages(long now) {
        if (profile.messages() == 0) {
            return;
        }
        for (QueueSpec spec : file.components().queues()) {
            if (spec.pipe().isPresent()) {
                for (int count = dice.arrivals(profile.messages() * STEP / 60); count > 0; count--) {
                    queues.get(spec.name()).send(newMessage(now));
                }
            }
        }
    }

    /// A message as the stack's services write it.
    public SimulatedMessage newMessage(long now) {
        String body = "{\"user_id\":\"u-%s\",\"repo_url\":\"https://git.example/%s/%s\",\"job_id\":\"%s\"}"
                .formatted(dice.digits(5), dice.letters(6), dice.letters(8), dice.uuid());
        return SimulatedMessage.sent(dice.uuid(), body, now);
    }

    /// Fills a dead-letter queue as a bad day of its consumers does: with messages as the stack's services write them, which
    /// came one after another in the last ten days.
    public void fillDeadLetters(String name, int count, long now) {
        queue(name).stream().flatMap(queue -> queue.sources().stream()).findFirst().ifPresent(source -> {
            for (int index = 0; index < count; index++) {
                long at = now - FILLED * (count - index) / count;
                source.giveUp(newMessage(at), at);
            }
        });
    }

    /// Notes the metrics of the minute that has just ended at this second, then lets alarms and autoscaling look.
    public void closeMinute(long end) {
        recorder.record(end - 60);
        alarms.evaluate(end);
        services.values().forEach(service -> service.deployments().heed(alarms, end));
        tracking.values().forEach(each -> each.act(end));
        logs.closeMinute(end);
        weather.forgetBefore(end);
    }

    public StackFile file() {
        return file;
    }

    public Profile profile() {
        return profile;
    }

    public Place place() {
        return place;
    }

    /// The moment that the profile describes, in seconds of the epoch.
    public long start() {
        return start;
    }

    public Dice dice() {
        return dice;
    }

    public Agenda agenda() {
        return agenda;
    }

    public Weather weather() {
        return weather;
    }

    /// Which calls about this stack fail.
    public Faults faults() {
        return faults;
    }

    public MetricRecorder recorder() {
        return recorder;
    }

    public AlarmBoard alarms() {
        return alarms;
    }

    public Collection<SimulatedService> services() {
        return services.values();
    }

    public Optional<SimulatedService> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /// A service, where its cluster is that of the stack.
    public Optional<SimulatedService> service(ServiceKey key) {
        return service(key.service()).filter(_ -> file.cluster().equals(key.cluster()));
    }

    public Optional<TargetTracking> tracking(String service) {
        return Optional.ofNullable(tracking.get(service));
    }

    public List<SimulatedLoadBalancer> loadBalancers() {
        return loadBalancers;
    }

    /// The targets of a target group by its name.
    public Optional<List<TargetState>> targets(String group) {
        return loadBalancers.stream().flatMap(balancer -> balancer.targets(group).stream()).findFirst();
    }

    /// How long a target group, by its name, lets a leaving target finish.
    public Optional<Duration> deregistrationDelay(String group) {
        return loadBalancers.stream().flatMap(balancer -> balancer.deregistrationDelay(group).stream()).findFirst();
    }

    public Optional<SimulatedDatabase> database(String id) {
        return databases.stream().filter(database -> database.id().equals(id)).findFirst();
    }

    public List<SimulatedCache> caches() {
        return caches;
    }

    public Collection<SimulatedQueue> queues() {
        return queues.values();
    }

    public Optional<SimulatedQueue> queue(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    public Optional<SimulatedBatchQueue> batchQueue(String name) {
        return Optional.ofNullable(batchQueues.get(name));
    }

    public Optional<SimulatedPipe> pipe(String name) {
        return Optional.ofNullable(pipes.get(name));
    }

    public Optional<SimulatedPipeline> pipeline(String name) {
        return Optional.ofNullable(pipelines.get(name));
    }

    public Optional<SimulatedLog> log(String group) {
        return logs.find(group);
    }

    public SimulatedBill bill() {
        return bill;
    }
}
