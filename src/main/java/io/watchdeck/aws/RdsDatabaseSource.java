package io.watchdeck.aws;

import io.watchdeck.aws.RdsParameterGroups.Group;
import io.watchdeck.data.Capacity;
import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/// Reads databases from RDS: 100 instances a call, then 100 clusters a call among the names that are no instance, and
/// the instances of those clusters. Parameter groups are read once for each group, see [RdsParameterGroups].
///
/// A stack file's name may be an instance's or a cluster's. What was found to be a cluster is not looked for among the
/// instances again, as long as it is there.
final class RdsDatabaseSource implements DatabaseSource {

    private final AwsCalls calls;
    private final RdsLookup lookup;
    private final RdsParameterGroups groups;
    private final RdsEvents events;
    private final Set<String> knownClusters = ConcurrentHashMap.newKeySet();
    /// By each name that was looked for: whom its events are about.
    private final Map<String, Set<RdsEvents.Source>> sources = new ConcurrentHashMap<>();
    /// Held by whoever asks RDS for databases.
    private final Lock looking = new ReentrantLock();

    RdsDatabaseSource(AwsCalls calls) {
        this.calls = calls;
        lookup = new RdsLookup(calls);
        groups = new RdsParameterGroups(calls);
        events = new RdsEvents(calls);
    }

    @Override
    public Map<String, Reading<DatabaseFacts>> databases(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : new Round(new LinkedHashSet<>(ids)).readings();
    }

    /// Names that were not looked for before are: only so it is known which instances a cluster has. One that could not be
    /// looked for is taken for the name of an instance and of a cluster.
    @Override
    public Reading<List<DatabaseEvent>> events(Collection<String> ids, TimeRange range) {
        lookFor(ids);
        var databases = new HashMap<RdsEvents.Source, Set<String>>();
        ids.forEach(id -> sources
                .getOrDefault(id, Set.of(RdsEvents.Source.instance(id), RdsEvents.Source.cluster(id)))
                .forEach(source -> databases.computeIfAbsent(source, _ -> new TreeSet<>()).add(id)));
        return calls.read(() -> events.of(databases, range));
    }

    /// What is being looked for already is waited for, in place of a second call for the same.
    private void lookFor(Collection<String> ids) {
        looking.lock();
        try {
            Set<String> unknown = ids.stream().filter(id -> !sources.containsKey(id)).collect(Collectors.toSet());
            if (!unknown.isEmpty()) {
                new Round(unknown).find();
            }
        } finally {
            looking.unlock();
        }
    }

    /// The work on one reading.
    private final class Round {

        private final Set<String> ids;
        private final RdsParameterGroups.Round parameters = groups.new Round();
        private final Map<String, DBInstance> instances = new LinkedHashMap<>();
        private final Map<String, DBCluster> clusters = new LinkedHashMap<>();
        private final List<DBInstance> members = new ArrayList<>();
        private final Map<String, CallFailed> noInstances = new LinkedHashMap<>();
        private final Map<String, CallFailed> noClusters = new LinkedHashMap<>();
        private final Map<String, CallFailed> noMembers = new LinkedHashMap<>();

        Round(Set<String> ids) {
            this.ids = ids;
        }

        Map<String, Reading<DatabaseFacts>> readings() {
            looking.lock();
            try {
                find();
            } finally {
                looking.unlock();
            }
            var readings = new LinkedHashMap<String, Reading<DatabaseFacts>>();
            ids.forEach(id -> readings.put(id, reading(id)));
            return readings;
        }

        private void find() {
            lookup.instances(ids.stream().filter(id -> !knownClusters.contains(id)).toList(), noInstances)
                    .forEach(instance -> instances.put(instance.dbInstanceIdentifier(), instance));
            if (noInstances.values().stream().noneMatch(CallFailed::stopsEverything)) {
                findClusters();
            }
            ids.forEach(this::noteSources);
        }

        private void noteSources(String id) {
            if (instances.containsKey(id)) {
                sources.put(id, Set.of(RdsEvents.Source.instance(id)));
            } else if (clusters.containsKey(id) && !noMembers.containsKey(id)) {
                sources.put(id, Stream.concat(Stream.of(RdsEvents.Source.cluster(id)), members.stream()
                        .filter(member -> clusterOf(member).filter(id::equals).isPresent())
                        .map(member -> RdsEvents.Source.instance(member.dbInstanceIdentifier())))
                        .collect(Collectors.toSet()));
            } else if (!noInstances.containsKey(id) && !noClusters.containsKey(id) && !noMembers.containsKey(id)) {
                sources.put(id, Set.of());
            }
        }

        private void findClusters() {
            Stream<String> unfound = ids.stream().filter(id -> !instances.containsKey(id));
            Stream<String> around = instances.values().stream().flatMap(instance -> clusterOf(instance).stream());
            lookup.clusters(Stream.concat(unfound, around).distinct().toList(), noClusters)
                    .forEach(cluster -> clusters.put(cluster.dbClusterIdentifier(), cluster));
            ids.stream().filter(id -> !clusters.containsKey(id) && !noClusters.containsKey(id))
                    .forEach(knownClusters::remove);
            List<String> asked = clusters.keySet().stream().filter(ids::contains).toList();
            knownClusters.addAll(asked);
            members.addAll(lookup.members(asked, noMembers));
        }

        private static Optional<String> clusterOf(DBInstance instance) {
            return Optional.ofNullable(instance.dbClusterIdentifier()).filter(name -> !name.isEmpty());
        }

        private Reading<DatabaseFacts> reading(String id) {
            if (instances.containsKey(id)) {
                return instance(instances.get(id));
            }
            if (clusters.containsKey(id) && !noMembers.containsKey(id)) {
                DBCluster cluster = clusters.get(id);
                return known(RdsMapper.cluster(cluster, members, connections(RdsMapper.writer(cluster, members),
                        Optional.of(cluster), RdsMapper.capacity(cluster, members))));
            }
            return Stream.of(noMembers, noInstances, noClusters).filter(failed -> failed.containsKey(id)).findFirst()
                    .map(failed -> failed.get(id).<DatabaseFacts>reading(calls.clock()))
                    .orElseGet(() -> Reading.unknown(Failure.notFound("database " + id, calls.region()),
                            calls.clock().instant()));
        }

        private Reading<DatabaseFacts> instance(DBInstance instance) {
            Optional<CallFailed> withoutCluster = clusterOf(instance).map(noClusters::get);
            Optional<DBCluster> cluster = clusterOf(instance).map(clusters::get);
            return known(RdsMapper.instance(instance, cluster, withoutCluster.isPresent()
                    ? ConnectionLimit.unread(withoutCluster.get().failure())
                    : connections(Optional.of(instance), cluster, RdsMapper.capacity(instance, cluster))));
        }

        private Reading<DatabaseFacts> known(DatabaseFacts facts) {
            return Reading.known(facts, calls.clock().instant());
        }

        /// A number in the instance's own group counts more than one in its cluster's, and both more than a formula.
        private ConnectionLimit connections(Optional<DBInstance> instance, Optional<DBCluster> cluster,
                Capacity capacity) {
            boolean pending = instance.filter(RdsMapper::rebootPending).isPresent()
                    || cluster.filter(RdsMapper::rebootPending).isPresent();
            try {
                ConnectionLimit own = ConnectionLimit.of(instance.flatMap(RdsMapper::group)
                        .flatMap(name -> parameters.maxConnections(new Group(name, false))), capacity, pending);
                if (cluster.isEmpty() || own.isExplicit()) {
                    return own;
                }
                ConnectionLimit shared = ConnectionLimit.of(Optional.ofNullable(cluster.get().dbClusterParameterGroup())
                        .flatMap(name -> parameters.maxConnections(new Group(name, true))), capacity, pending);
                return shared.isExplicit() || own.max().isEmpty() ? shared : own;
            } catch (CallFailed failure) {
                return ConnectionLimit.unread(failure.failure());
            }
        }
    }
}
