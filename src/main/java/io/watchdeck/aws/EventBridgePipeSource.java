package io.watchdeck.aws;

import io.watchdeck.model.Reading;
import io.watchdeck.queues.PipeSource;
import io.watchdeck.queues.PipeState;
import java.util.Collection;
import java.util.Map;

/// Reads pipes from EventBridge, one call a pipe.
final class EventBridgePipeSource implements PipeSource {

    private final AwsCalls calls;

    EventBridgePipeSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, Reading<PipeState>> pipes(Collection<String> names) {
        return calls.each(AwsApi.DESCRIBE_PIPE, names, name -> PipeMapper.pipe(name, calls.call(AwsApi.DESCRIBE_PIPE,
                "pipe " + name, () -> calls.clients().pipes().describePipe(request -> request.name(name)))));
    }
}
