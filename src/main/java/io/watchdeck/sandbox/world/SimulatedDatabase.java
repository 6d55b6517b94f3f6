package io.watchdeck.sandbox.world;

import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.telemetry.RecordedMetric.Kind;
import io.watchdeck.stack.DatabaseSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;

/// A database: every task whose process lives holds its connections, also while it drains.
public final class SimulatedDatabase {

    private static final Map<String, Integer> FORMULA = Map.of("db.t4g.micro", 112, "db.t4g.small", 225,
            "db.t4g.medium", 450, "db.t3.medium", 450, "db.r6g.large", 1802);
    /// Aurora Serverless v2 whose minimum is 0.5 ACU allows no more.
    private static final int SERVERLESS = 2000;
    private static final long USUAL_STORAGE = 20L << 30;

    private final DatabaseSpec spec;
    private final Profile.DatabaseModel model;
    private OptionalInt parameter;
    private final Profile.Data data;
    private final List<SimulatedService> clients;
    private final Traffic traffic;
    private final long seed;
    private final long start;
    private final DatabaseDiary diary;
    private String status = "available";

    SimulatedDatabase(DatabaseSpec spec, Profile.DatabaseModel model, Profile.Data data, List<SimulatedService> clients,
            Traffic traffic, long seed, long start) {
        this.spec = spec;
        this.model = model;
        parameter = model.maxConnections();
        this.data = data;
        this.clients = List.copyOf(clients);
        this.traffic = traffic;
        this.seed = Dice.mix(seed, "database " + spec.id());
        this.start = start;
        diary = new DatabaseDiary(spec, model.multiAz(), this.seed);
    }

    /// What RDS tells of it, oldest first.
    public List<DatabaseEvent> events(TimeRange range) {
        return diary.read(range);
    }

    /// Has RDS tell something of it, or of an instance of it.
    public void tell(DatabaseEvent event) {
        diary.tell(event);
    }

    public String id() {
        return spec.id();
    }

    public boolean isCluster() {
        return spec.kind() == DatabaseSpec.Kind.CLUSTER;
    }

    /// Puts it into a status, with AWS's word for it.
    public void changeStatus(String word) {
        status = word;
    }

    /// Puts an explicit number of connections into its parameter group.
    public void changeParameter(int maxConnections) {
        parameter = OptionalInt.of(maxConnections);
    }

    void publish(MetricRecorder recorder) {
        int design = clients.stream().mapToInt(service -> service.design().desired()).sum();
        gauge(recorder, "DatabaseConnections", second -> connections(second, design),
                second -> connections(second, clients.stream().mapToInt(SimulatedService::holdingConnections).sum()));
        gauge(recorder, "CPUUtilization", second -> cpu(second, traffic.calm(second)),
                second -> cpu(second, traffic.perMinute(second)));
        if (isCluster()) {
            gauge(recorder, "ServerlessDatabaseCapacity", second -> acu(second, traffic.calm(second)),
                    second -> acu(second, traffic.perMinute(second)));
            gauge(recorder, "ACUUtilization", second -> 100 * acu(second, traffic.calm(second)) / maxAcu(),
                    second -> 100 * acu(second, traffic.perMinute(second)) / maxAcu());
        } else {
            gauge(recorder, "FreeStorageSpace", this::freeStorage, this::freeStorage);
        }
    }

    private void gauge(MetricRecorder recorder, String name, LongToDoubleFunction calm, LongToDoubleFunction live) {
        if (isCluster()) {
            recorder.alias(MetricKey.ofInstance(name, id() + "-1"),
                    recorder.publish(MetricKey.ofCluster(name, id()), Kind.GAUGE, calm, live));
        } else {
            recorder.publish(MetricKey.ofInstance(name, id()), Kind.GAUGE, calm, live);
        }
    }

    /// At the end of a failover those that were cut off have come back.
    private double connections(long second, int tasks) {
        if (diary.isAway(second)) {
            return 0;
        }
        double open = tasks * data.openPerTask();
        double noise = open * data.jitter() * Dice.noise(seed, second / 60);
        return Math.min(limit(), Math.round(data.others() + open + noise));
    }

    private double cpu(long second, double requests) {
        return Math.clamp(data.cpu() * (0.4 + 0.6 * traffic.busyness(requests))
                + 1.5 * Dice.noise(seed + 1, second / 60), 0.5, 99);
    }

    /// In steps of half an ACU.
    private double acu(long second, double requests) {
        double need = data.acu() * (0.3 + 0.7 * traffic.busyness(requests))
                * (1 + 0.08 * Dice.noise(seed + 2, second / 60));
        return Math.clamp(Math.round(need * 2) / 2.0, 0.5, maxAcu());
    }

    private double freeStorage(long second) {
        double total = spec.storageBytes().orElse(USUAL_STORAGE);
        double days = (second - start) / 86_400.0;
        return Math.rint(total * Math.clamp(0.62 - 0.0008 * days, 0.02, 0.98));
    }

    private double maxAcu() {
        return spec.maxAcu().orElse(8);
    }

    /// What it really allows.
    public int limit() {
        return spec.maxConnections().orElse(parameter.orElse(formula()));
    }

    private int formula() {
        return isCluster() ? SERVERLESS : FORMULA.getOrDefault(model.instanceClass(), 112);
    }

    public DatabaseFacts view() {
        return new DatabaseFacts(id(), spec.engine(), model.engineVersion(),
                isCluster() ? "db.serverless" : model.instanceClass(), status, model.multiAz(),
                isCluster() ? OptionalLong.empty() : OptionalLong.of(spec.storageBytes().orElse(USUAL_STORAGE)),
                new ConnectionLimit(OptionalInt.of(parameter.orElse(formula())),
                        parameter.isPresent() ? LimitSource.PARAMETER_GROUP : LimitSource.ESTIMATE, false,
                        Optional.empty()),
                isCluster() ? OptionalDouble.of(maxAcu()) : OptionalDouble.empty());
    }
}
