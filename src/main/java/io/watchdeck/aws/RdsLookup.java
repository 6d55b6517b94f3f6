package io.watchdeck.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.Filter;

/// Finds instances and clusters by name, 100 a call. By filter rather than by identifier: a name that RDS does not know
/// is then left out of the answer and does not fail the others.
final class RdsLookup {

    private static final int A_CALL = 100;

    private final AwsCalls calls;

    RdsLookup(AwsCalls calls) {
        this.calls = calls;
    }

    /// @param failed is given each name whose call failed
    List<DBInstance> instances(Collection<String> ids, Map<String, CallFailed> failed) {
        return each(ids, failed, some -> instances("db-instance-id", some));
    }

    List<DBCluster> clusters(Collection<String> ids, Map<String, CallFailed> failed) {
        return each(ids, failed, this::clusters);
    }

    /// The instances of clusters.
    List<DBInstance> members(Collection<String> clusters, Map<String, CallFailed> failed) {
        return each(clusters, failed, some -> instances("db-cluster-id", some));
    }

    private List<DBInstance> instances(String filter, List<String> values) {
        return calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_DB_INSTANCES, "databases",
                        () -> calls.clients().rds().describeDBInstances(request -> request.filters(by(filter, values))
                                .maxRecords(A_CALL).marker(marker))),
                DescribeDbInstancesResponse::marker)
                .stream().flatMap(page -> page.dbInstances().stream()).toList();
    }

    private List<DBCluster> clusters(List<String> ids) {
        return calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_DB_CLUSTERS, "databases",
                        () -> calls.clients().rds().describeDBClusters(request -> request
                                .filters(by("db-cluster-id", ids)).maxRecords(A_CALL).marker(marker))),
                DescribeDbClustersResponse::marker)
                .stream().flatMap(page -> page.dbClusters().stream()).toList();
    }

    private static Filter by(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }

    /// A batch that fails does not take the others along, unless its failure would be theirs too.
    private static <T> List<T> each(Collection<String> names, Map<String, CallFailed> failed,
            Function<List<String>, List<T>> read) {
        var found = new ArrayList<T>();
        List<List<String>> batches = Batches.of(names, A_CALL);
        for (int i = 0; i < batches.size(); i++) {
            try {
                found.addAll(read.apply(batches.get(i)));
            } catch (CallFailed failure) {
                boolean all = failure.concernsAll();
                (all ? batches.subList(i, batches.size()) : List.of(batches.get(i)))
                        .forEach(batch -> batch.forEach(name -> failed.put(name, failure)));
                if (all) {
                    return found;
                }
            }
        }
        return found;
    }
}
