package io.watchdeck.fleet;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads the targets behind load balancers, each with its health and the reason for it.
public interface TargetHealthSource {

    /// The targets of each named target group, in the order of their ids; none is an answer. A group that does not exist
    /// is `NOT_FOUND`. Every name asked has an entry; no name, no call.
    Map<String, Reading<List<TargetState>>> targets(Collection<String> targetGroups);
}
