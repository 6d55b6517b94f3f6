package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Batch behind [LoopbackAws], with its pages: 100 queues, 1000 jobs, and only running jobs where no status is asked.
final class FakeBatch {

    private final Map<String, Map<String, Object>> queues = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> jobs = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> details = new LinkedHashMap<>();
    private int made;

    FakeBatch(LoopbackAws aws) {
        aws.serve("DescribeJobQueues", this::queues).serve("ListJobs", this::jobs).serve("DescribeJobs", this::describe)
                .serve("SubmitJob", this::submit);
    }

    /// @param more further members, name and value in turns
    FakeBatch queue(String name, Object... more) {
        var queue = object("jobQueueName", name, "jobQueueArn",
                "arn:aws:batch:ap-northeast-2:123456789012:job-queue/" + name, "state", "ENABLED", "status", "VALID",
                "statusReason", "JobQueue Healthy", "priority", 1, "computeEnvironmentOrder", List.of());
        queue.putAll(object(more));
        queues.put(name, queue);
        return this;
    }

    /// Lists one more job with this status.
    ///
    /// @param more further members, name and value in turns
    FakeBatch job(String queue, String status, Object... more) {
        int number = ++made;
        var job = object("jobId", "job-" + number, "jobName", "analysis-" + number, "status", status, "createdAt",
                AwsRig.NOW.minusSeconds(3600).toEpochMilli());
        job.putAll(object(more));
        jobs.computeIfAbsent(queue + " " + status, _ -> new ArrayList<>()).add(job);
        return this;
    }

    /// What more is told of the job that was made last when it is described.
    ///
    /// @param more name and value in turns
    FakeBatch described(Object... more) {
        details.put("job-" + made, object(more));
        return this;
    }

    private Answer describe(Request request) {
        List<String> asked = Wire.texts(Wire.parse(request.body()).path("jobs"));
        if (asked.isEmpty() || asked.size() > 100) {
            return LoopbackAws.restError(400, "ClientException", "1 to 100 jobs");
        }
        var found = new ArrayList<Map<String, Object>>();
        jobs.forEach((queue, all) -> all.stream().filter(job -> asked.contains(job.get("jobId"))).forEach(job -> {
            var detail =
                    object("jobQueue", "arn:aws:batch:ap-northeast-2:123456789012:job-queue/" + queue.split(" ")[0],
                            "jobDefinition", "arn:aws:batch:ap-northeast-2:123456789012:job-definition/analysis:3",
                            "parameters",
                            object(), "container", object("image", "analysis", "command", List.of(), "environment",
                                    List.of()));
            detail.putAll(job);
            detail.putAll(details.getOrDefault((String) job.get("jobId"), Map.of()));
            found.add(detail);
        }));
        return LoopbackAws.status(200, "application/json", Wire.json(object("jobs", found)));
    }

    private Answer submit(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String queue = asked.path("jobQueue").asText();
        if (!queues.containsKey(queue)) {
            return LoopbackAws.restError(400, "ClientException", "Job queue " + queue + " does not exist.");
        }
        job(queue, "SUBMITTED", "jobName", asked.path("jobName").asText(), "createdAt", AwsRig.NOW.toEpochMilli());
        return LoopbackAws.status(200, "application/json", Wire.json(object("jobId", "job-" + made, "jobName",
                asked.path("jobName").asText(), "jobArn",
                "arn:aws:batch:ap-northeast-2:123456789012:job/job-" + made)));
    }

    private Answer queues(Request request) {
        JsonNode asked = Wire.parse(request.body());
        List<String> names = Wire.texts(asked.path("jobQueues"));
        if (names.size() > 100 || asked.path("maxResults").asInt(100) > 100) {
            return LoopbackAws.restError(400, "ClientException", "too many job queues");
        }
        return LoopbackAws.status(200, "application/json", Wire.json(object("jobQueues",
                names.stream().filter(queues::containsKey).map(queues::get).toList())));
    }

    /// Batch takes no heed of capital letters, nor of a status beside a filter.
    private List<Map<String, Object>> named(String queue, JsonNode filter) {
        String name = filter.path("values").path(0).asText();
        return !filter.path("name").asText().equals("JOB_NAME") ? List.of()
                : jobs.entrySet().stream().filter(entry -> entry.getKey().startsWith(queue + " "))
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(job -> name.equalsIgnoreCase((String) job.get("jobName"))).toList();
    }

    private Answer jobs(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String queue = asked.path("jobQueue").asText();
        if (!queues.containsKey(queue)) {
            return LoopbackAws.restError(400, "ClientException", "Job queue " + queue + " does not exist.");
        }
        List<Map<String, Object>> all = asked.path("filters").isEmpty()
                ? jobs.getOrDefault(queue + " " + asked.path("jobStatus").asText("RUNNING"), List.of())
                : named(queue, asked.path("filters").path(0));
        int from = asked.path("nextToken").asInt();
        int to = Math.min(all.size(), from + Math.min(1000, asked.path("maxResults").asInt(1000)));
        return LoopbackAws.status(200, "application/json", Wire.json(object("jobSummaryList", all.subList(from, to),
                "nextToken", to < all.size() ? Integer.toString(to) : null)));
    }
}
