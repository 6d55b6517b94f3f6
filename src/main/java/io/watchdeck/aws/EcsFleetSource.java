package io.watchdeck.aws;

import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;

/// Reads services and tasks from ECS, 10 services and 100 tasks a call, one call after another.
final class EcsFleetSource implements FleetSource {

    private static final int SERVICES_A_CALL = 10;
    private static final int TASKS_A_CALL = 100;

    private final AwsCalls calls;

    EcsFleetSource(AwsCalls calls) {
        this.calls = calls;
    }

    /// A batch that fails does not take the others along, unless its failure would be theirs too.
    @Override
    public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
        var answers = new LinkedHashMap<String, Reading<ServiceState>>();
        List<List<String>> batches = Batches.of(new LinkedHashSet<>(names), SERVICES_A_CALL);
        for (int i = 0; i < batches.size(); i++) {
            try {
                answers.putAll(describe(cluster, batches.get(i)));
            } catch (CallFailed failed) {
                boolean all = failed.concernsAll() || failed.failure().kind() == Failure.Kind.NOT_FOUND;
                List<List<String>> lost = all ? batches.subList(i, batches.size()) : List.of(batches.get(i));
                lost.stream().flatMap(List::stream)
                        .forEach(name -> answers.put(name, failed.reading(calls.clock())));
                if (all) {
                    return answers;
                }
            }
        }
        return answers;
    }

    private Map<String, Reading<ServiceState>> describe(String cluster, List<String> names) {
        DescribeServicesResponse answer = calls.call(AwsApi.DESCRIBE_SERVICES, "cluster " + cluster,
                () -> calls.clients().ecs().describeServices(request -> request.cluster(cluster).services(names)));
        var now = calls.clock().instant();
        var readings = new LinkedHashMap<String, Reading<ServiceState>>();
        for (String name : names) {
            readings.put(name, Reading.unknown(Failure.notFound("service " + name, cluster), now));
        }
        answer.services().forEach(service -> readings.replace(service.serviceName(),
                Reading.known(EcsMapper.service(service), now)));
        return readings;
    }

    /// Stopped tasks include those under Spot's two-minute notice, which still run. A task that ends between the
    /// listing and its description is left out.
    @Override
    public Reading<List<TaskState>> tasks(String cluster) {
        return calls.read(() -> {
            Set<String> arns = new LinkedHashSet<>(list(cluster, DesiredStatus.RUNNING));
            arns.addAll(list(cluster, DesiredStatus.STOPPED));
            var tasks = new ArrayList<TaskState>();
            for (List<String> batch : Batches.of(arns, TASKS_A_CALL)) {
                DescribeTasksResponse answer = calls.call(AwsApi.DESCRIBE_TASKS, "cluster " + cluster,
                        () -> calls.clients().ecs().describeTasks(request -> request.cluster(cluster).tasks(batch)));
                answer.tasks().stream().map(EcsMapper::task).forEach(tasks::add);
            }
            return List.copyOf(tasks);
        });
    }

    private List<String> list(String cluster, DesiredStatus status) {
        return calls.pages(
                token -> calls.call(AwsApi.LIST_TASKS, "cluster " + cluster,
                        () -> calls.clients().ecs().listTasks(request -> request.cluster(cluster)
                                .desiredStatus(status).maxResults(TASKS_A_CALL).nextToken(token))),
                ListTasksResponse::nextToken)
                .stream().flatMap(page -> page.taskArns().stream()).toList();
    }
}
