package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.xml;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.data.DatabaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// RDS behind [LoopbackAws]: filters by id leave unknown ids out, pages hold 20 to 100, a parameter group lists every
/// parameter unless it is asked for one by name.
final class FakeRds {

    /// @param cluster empty for an instance of no cluster
    private record Instance(String cluster, String xml) {}

    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, String> clusters = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Map<String, String> clusterGroups = new LinkedHashMap<>();

    private final List<DatabaseEvent> events = new ArrayList<>();

    FakeRds(LoopbackAws aws) {
        aws.serve("DescribeEvents", this::describeEvents).serve("DescribeDBInstances", this::describeInstances)
                .serve("DescribeDBClusters", this::describeClusters)
                .serve("DescribeDBParameters", request -> parameters(request, groups, "DBParameterGroupName"))
                .serve("DescribeDBClusterParameters",
                        request -> parameters(request, clusterGroups, "DBClusterParameterGroupName"));
    }

    /// An instance with 20 GiB and a parameter group, in sync unless said otherwise.
    FakeRds instance(String id, String instanceClass, String status, String group, String applied) {
        instances.put(id, new Instance("", common(id, "postgres", instanceClass, status, group, applied)
                + xml("AllocatedStorage", "20", "MultiAZ", "true")));
        return this;
    }

    FakeRds instance(String id, String instanceClass, String group) {
        return instance(id, instanceClass, "available", group, "in-sync");
    }

    /// An instance of a cluster.
    FakeRds member(String cluster, String id, String instanceClass, String group) {
        instances.put(id, new Instance(cluster, common(id, "aurora-postgresql", instanceClass, "available", group,
                "in-sync") + xml("AllocatedStorage", "1", "MultiAZ", "false", "DBClusterIdentifier", cluster)));
        return this;
    }

    private static String common(String id, String engine, String instanceClass, String status, String group,
            String applied) {
        return xml("DBInstanceIdentifier", id, "Engine", engine, "EngineVersion", "16.3", "DBInstanceClass",
                instanceClass, "DBInstanceStatus", status)
                + Wire.xmlList("DBParameterGroups", "DBParameterGroup",
                        List.of(xml("DBParameterGroupName", group, "ParameterApplyStatus", applied)));
    }

    /// An Aurora PostgreSQL cluster.
    ///
    /// @param range XML of its capacity range, or empty
    FakeRds cluster(String id, String range, String writer, String group, String applied) {
        clusters.put(id, xml("DBClusterIdentifier", id, "Engine", "aurora-postgresql", "EngineVersion", "16.3",
                "Status", "available", "MultiAZ", "true", "AllocatedStorage", "1", "DBClusterParameterGroup", group)
                + range
                + Wire.xmlList("DBClusterMembers", "DBClusterMember", writer.isEmpty() ? List.of() : List.of(
                        xml("DBInstanceIdentifier", writer, "IsClusterWriter", "true",
                                "DBClusterParameterGroupStatus", applied))));
        return this;
    }

    static String range(double min, double max) {
        return xml("ServerlessV2ScalingConfiguration",
                xml("MinCapacity", Double.toString(min), "MaxCapacity", Double.toString(max)));
    }

    FakeRds without(String id) {
        instances.remove(id);
        clusters.remove(id);
        return this;
    }

    /// @param value of `max_connections`; empty where the group has the parameter without a value
    FakeRds group(String name, String value) {
        groups.put(name, value);
        return this;
    }

    FakeRds clusterGroup(String name, String value) {
        clusterGroups.put(name, value);
        return this;
    }

    private Answer describeInstances(Request request) {
        Map<String, Set<String>> filters = filters(request);
        List<String> found = instances.entrySet().stream()
                .filter(one -> filters.getOrDefault("db-instance-id", Set.of(one.getKey())).contains(one.getKey()))
                .filter(one -> filters.getOrDefault("db-cluster-id", Set.of(one.getValue().cluster()))
                        .contains(one.getValue().cluster()))
                .map(one -> one.getValue().xml()).toList();
        return page(request, "DescribeDBInstances", "DBInstances", "DBInstance", found);
    }

    private Answer describeClusters(Request request) {
        Map<String, Set<String>> filters = filters(request);
        return page(request, "DescribeDBClusters", "DBClusters", "DBCluster", clusters.entrySet().stream()
                .filter(one -> filters.getOrDefault("db-cluster-id", Set.of(one.getKey())).contains(one.getKey()))
                .map(Map.Entry::getValue).toList());
    }

    FakeRds event(DatabaseEvent event) {
        events.add(event);
        return this;
    }

    /// Without a beginning the last hour; both ends belong to the time.
    private Answer describeEvents(Request request) {
        Instant to = Instant.parse(request.parameter("EndTime"));
        Instant from = Instant.parse(request.parameter("StartTime"));
        if (from.isBefore(AwsRig.NOW.minus(Duration.ofDays(14)))) {
            return LoopbackAws.xmlError(400, "InvalidParameterValue", "StartTime is more than 14 days ago");
        }
        String type = request.parameter("SourceType");
        return page(request, "DescribeEvents", "Events", "Event", events.stream()
                .filter(event -> type.isEmpty() || event.sourceType().equals(type))
                .filter(event -> !event.at().isBefore(from) && !event.at().isAfter(to))
                .map(event -> xml("SourceIdentifier", event.source(), "SourceType", event.sourceType(), "Message",
                        event.message(), "Date", event.at().toString())
                        + xml("EventCategories", event.categories().stream()
                                .map(one -> xml("EventCategory", one)).collect(Collectors.joining())))
                .toList());
    }

    private Answer parameters(Request request, Map<String, String> known, String nameOf) {
        String value = known.get(request.parameter(nameOf));
        if (value == null) {
            return LoopbackAws.xmlError(404, "DBParameterGroupNotFound", "no such group");
        }
        var all = new ArrayList<String>();
        for (int i = 0; i < 150; i++) {
            all.add("a_parameter_" + i);
        }
        all.add("max_connections");
        Set<String> asked = filters(request).getOrDefault("parameter-name", Set.copyOf(all));
        String operation = request.operation();
        return page(request, operation, "Parameters", "Parameter", all.stream().filter(asked::contains)
                .map(name -> xml("ParameterName", name, "ApplyType", "static") + (value.isEmpty() ? ""
                        : xml("ParameterValue", name.equals("max_connections") ? value : "7")))
                .toList());
    }

    private static Map<String, Set<String>> filters(Request request) {
        return Wire.members(Wire.form(request.body()), "Filters", "Filter").stream()
                .collect(Collectors.toMap(filter -> filter.get("Name"),
                        filter -> Wire.members(filter, "Values", "Value").stream().map(value -> value.get(""))
                                .collect(Collectors.toSet())));
    }

    private static Answer page(Request request, String operation, String list, String each, List<String> all) {
        int size = Integer.parseInt(request.parameter("MaxRecords").isEmpty() ? "100"
                : request.parameter("MaxRecords"));
        if (size < 20 || size > 100) {
            return LoopbackAws.xmlError(400, "InvalidParameterValue", "MaxRecords must be from 20 to 100");
        }
        var page = Wire.Page.of(all, request.parameter("Marker"), size);
        return LoopbackAws.xml(operation, Wire.xmlList(list, each, page.items())
                + (page.next().isEmpty() ? "" : xml("Marker", page.next())));
    }
}
