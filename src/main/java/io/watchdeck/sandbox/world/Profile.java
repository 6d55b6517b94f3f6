package io.watchdeck.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The figures of a stack in which its file says nothing: how busy it is, what a task needs, what it costs.
///
/// @param messages  a minute, into queues that a pipe empties
/// @param databases by id
public record Profile(Load load, Data data, double messages, Fleet fleet, Map<String, DatabaseModel> databases,
        Bill bill) {

    public Profile {
        databases = Map.copyOf(databases);
    }

    /// @param requests    a minute, when the simulation begins
    /// @param swing       share by which they swing over the day
    /// @param cpu         of the services with the design's tasks at those requests, in percent
    /// @param memory      in percent
    /// @param p95         of the response time, in seconds
    /// @param errorChance that a minute has a 5xx
    public record Load(double requests, double swing, double cpu, double memory, double p95, double errorChance) {}

    /// @param openPerTask   database connections that a task really has open
    /// @param jitter        share by which these come and go; 0 for pools that stay full
    /// @param others        connections of others than tasks
    /// @param cpu           of the database, in percent
    /// @param acu           of an Aurora cluster at the requests of the beginning
    /// @param hitRate       of the caches, in percent
    /// @param cacheRequests a minute
    public record Data(double openPerTask, double jitter, int others, double cpu, double acu, double hitRate,
            double cacheRequests) {}

    /// @param desired       tasks of services whose number at the beginning is not their file's
    /// @param usually       tasks of services for which the file gives no number
    /// @param strategyParts what the weights of the strategy add up to
    /// @param insights      Container Insights is on
    /// @param rollouts       how the services roll out
    /// @param drain         seconds for which a stopping task still serves its connections
    /// @param policies      of the autoscaling, in words
    /// @param revision      of the task definitions
    public record Fleet(Map<String, Integer> desired, int usually, int strategyParts, boolean insights,
            Rollouts rollouts, long drain, List<String> policies, int revision) {
        public Fleet {
            desired = Map.copyOf(desired);
            policies = List.copyOf(policies);
        }
    }

    /// @param circuitBreaker a deployment that fails is given up and rolled back by ECS itself
    /// @param stopTimeout    of the containers, in seconds; empty for what ECS does by itself
    /// @param alarms         names of the alarms that end a deployment
    public record Rollouts(boolean circuitBreaker, OptionalInt stopTimeout, List<String> alarms) {

        public Rollouts {
            alarms = List.copyOf(alarms);
        }

        /// As the console of ECS proposes it.
        public static Rollouts usual() {
            return new Rollouts(true, OptionalInt.empty(), List.of());
        }

        /// As [#usual()], with containers that stop in so many seconds.
        public static Rollouts stoppingIn(int seconds) {
            return new Rollouts(true, OptionalInt.of(seconds), List.of());
        }

        /// The same, ended by alarms too.
        public Rollouts watchedBy(String... names) {
            return new Rollouts(circuitBreaker, stopTimeout, List.of(names));
        }
    }

    /// @param maxConnections the explicit number in the parameter group; empty for AWS's formula
    public record DatabaseModel(String engineVersion, String instanceClass, boolean multiAz,
            OptionalInt maxConnections) {}

    /// @param month    what the month will cost; empty for what the plan says
    /// @param services what is billed when the plan has no lines, by Cost Explorer's names
    public record Bill(OptionalDouble month, Map<String, Double> services) {
        public Bill {
            services = Map.copyOf(services);
        }
    }

    /// Of a stack that nobody has described further.
    public static Profile plain() {
        return new Profile(new Load(240, 0.25, 40, 55, 0.11, 0.04), new Data(6, 0.04, 2, 18, 2, 92, 2000),
                0, new Fleet(Map.of(), 2, 100, true, Rollouts.usual(), 60, List.of("CPU 70 %"), 12), Map.of(),
                new Bill(OptionalDouble.empty(), Map.of("Amazon Elastic Container Service", 90.0,
                        "Amazon Elastic Load Balancing", 20.0)));
    }

    DatabaseModel database(String id) {
        return databases.getOrDefault(id,
                new DatabaseModel("16.4", "db.t4g.micro", false, OptionalInt.empty()));
    }
}
