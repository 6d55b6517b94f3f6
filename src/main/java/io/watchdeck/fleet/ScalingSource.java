package io.watchdeck.fleet;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads what autoscaling may do to services, and what it did.
public interface ScalingSource {

    /// As many activities as one reading gives.
    int NEWEST = 50;

    /// Each named service, of whatever clusters; one without a range is `ABSENT`. A range whose policies cannot be read is not known, for
    /// without them it would look as if nothing used it.
    Map<ServiceKey, Reading<ScalingRange>> ranges(Collection<ServiceKey> services);

    /// The [#NEWEST] activities of the last six weeks, newest first, those included that changed nothing. A service
    /// that nothing scales has none.
    Reading<List<ScalingActivity>> activities(String cluster, String service);
}
