package io.watchdeck.aws;

import io.watchdeck.delivery.PipelineSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads pipelines from CodePipeline, one call a pipeline.
final class CodePipelineSource implements PipelineSource {

    private final AwsCalls calls;

    CodePipelineSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, Reading<PipelineState>> pipelines(Collection<String> names) {
        return calls.each(AwsApi.GET_PIPELINE_STATE, names, name -> PipelineMapper.pipeline(name, calls.call(
                AwsApi.GET_PIPELINE_STATE, "pipeline " + name,
                () -> calls.clients().codePipeline().getPipelineState(request -> request.name(name)))));
    }
}
