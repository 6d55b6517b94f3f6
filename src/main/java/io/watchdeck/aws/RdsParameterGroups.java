package io.watchdeck.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersResponse;
import software.amazon.awssdk.services.rds.model.Filter;

/// What parameter groups say about `max_connections`, each group asked once however many databases have it. An answer
/// holds for an hour: a change of this parameter needs a reboot of the database anyway.
final class RdsParameterGroups {

    private static final Duration HOLDS = Duration.ofHours(1);
    private static final int PARAMETERS_A_PAGE = 100;
    private static final Filter MAX_CONNECTIONS = Filter.builder().name("parameter-name")
            .values(RdsMapper.MAX_CONNECTIONS).build();

    /// @param ofCluster whether it is a DB cluster parameter group; both kinds have names of their own
    record Group(String name, boolean ofCluster) {}

    private record Answer(Optional<String> value, Instant at) {}

    private final AwsCalls calls;
    private final ConcurrentMap<Group, Answer> known = new ConcurrentHashMap<>();

    RdsParameterGroups(AwsCalls calls) {
        this.calls = calls;
    }

    /// One reading of databases: a group that fails is not asked again within it.
    final class Round {

        private final Map<Group, CallFailed> failed = new HashMap<>();
        private Optional<CallFailed> all = Optional.empty();

        /// @throws CallFailed when the group cannot be read
        Optional<String> maxConnections(Group group) {
            Answer answer = known.get(group);
            if (answer != null && answer.at().plus(HOLDS).isAfter(calls.clock().instant())) {
                return answer.value();
            }
            CallFailed before = all.orElse(failed.get(group));
            if (before != null) {
                throw before;
            }
            try {
                Optional<String> value = group.ofCluster() ? ofCluster(group.name()) : ofInstance(group.name());
                known.put(group, new Answer(value, calls.clock().instant()));
                return value;
            } catch (CallFailed failure) {
                failed.put(group, failure);
                all = Optional.of(failure).filter(CallFailed::stopsEverything);
                throw failure;
            }
        }
    }

    private Optional<String> ofInstance(String name) {
        List<DescribeDbParametersResponse> pages = calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_DB_PARAMETERS, "parameter group " + name,
                        () -> calls.clients().rds().describeDBParameters(request -> request.dbParameterGroupName(name)
                                .filters(MAX_CONNECTIONS).maxRecords(PARAMETERS_A_PAGE).marker(marker))),
                DescribeDbParametersResponse::marker);
        return RdsMapper.maxConnections(pages.stream().flatMap(page -> page.parameters().stream()).toList());
    }

    private Optional<String> ofCluster(String name) {
        List<DescribeDbClusterParametersResponse> pages = calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_DB_CLUSTER_PARAMETERS, "parameter group " + name,
                        () -> calls.clients().rds().describeDBClusterParameters(request -> request
                                .dbClusterParameterGroupName(name).filters(MAX_CONNECTIONS)
                                .maxRecords(PARAMETERS_A_PAGE).marker(marker))),
                DescribeDbClusterParametersResponse::marker);
        return RdsMapper.maxConnections(pages.stream().flatMap(page -> page.parameters().stream()).toList());
    }
}
