package io.watchdeck.fleet;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads the autoscaling ranges of services.
public interface ScalingSource {

    /// Each named service; one without a range is `ABSENT`.
    Map<String, Reading<ScalingRange>> ranges(String cluster, Collection<String> services);
}
