package io.watchdeck.delivery;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads pipelines by name.
public interface PipelineSource {

    /// Each named pipeline; one that does not exist is `NOT_FOUND`.
    Map<String, Reading<PipelineState>> pipelines(Collection<String> names);
}
