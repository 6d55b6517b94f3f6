package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// CodePipeline behind [LoopbackAws], in the words of its own answers.
final class FakePipelines {

    private final Map<String, List<Map<String, Object>>> pipelines = new LinkedHashMap<>();

    FakePipelines(LoopbackAws aws) {
        aws.serve("GetPipelineState", this::state);
    }

    /// @param status of its latest execution, or empty where it never ran
    FakePipelines stage(String pipeline, String name, String status, List<Map<String, Object>> actions) {
        pipelines.computeIfAbsent(pipeline, _ -> new ArrayList<>()).add(object("stageName", name,
                "inboundTransitionState", object("enabled", true), "actionStates", actions, "latestExecution",
                status.isEmpty() ? null
                        : object("pipelineExecutionId", "3137f7cb-7cf7-039j-s83l-d7eu3EXAMPLE", "status", status)));
        return this;
    }

    static Map<String, Object> neverRan(String name) {
        return object("actionName", name, "entityUrl", "https://console.aws.amazon.com/");
    }

    /// @param seconds after three o'clock
    /// @param more    further members of the latest execution, name and value in turns
    static Map<String, Object> action(String name, String status, double seconds, Object... more) {
        var execution = object("actionExecutionId", "e-1", "status", status, "lastStatusChange",
                1_790_046_000 + seconds);
        execution.putAll(object(more));
        return object("actionName", name, "entityUrl", "https://console.aws.amazon.com/", "latestExecution", execution);
    }

    private Answer state(Request request) {
        String name = Wire.parse(request.body()).path("name").asText();
        return pipelines.containsKey(name)
                ? LoopbackAws.json(Wire.json(object("pipelineName", name, "pipelineVersion", 3, "created",
                        1_700_000_000.123, "updated", 1_700_000_001.5, "stageStates", pipelines.get(name))))
                : LoopbackAws.jsonError(400, "PipelineNotFoundException",
                        "Account '123456789012' does not have a pipeline with name '" + name + "'");
    }
}
