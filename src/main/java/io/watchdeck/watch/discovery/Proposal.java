package io.watchdeck.watch.discovery;

import io.watchdeck.model.Failure;
import io.watchdeck.stack.StackFile;
import java.util.List;

/// A stack file as it could be, with the reason for each entry.
///
/// @param missing what could not be read, so that nothing is proposed of it
public record Proposal(StackFile file, Notes notes, List<Missing> missing) {

    public Proposal {
        missing = List.copyOf(missing);
    }

    /// @param section of the stack file, such as `pipelines`
    public record Missing(String section, Failure failure) {}

    /// Whether there is anything to watch at all.
    public boolean isEmpty() {
        var all = file.components();
        return all.services().isEmpty() && all.loadBalancers().isEmpty() && all.databases().isEmpty()
                && all.caches().isEmpty() && all.queues().isEmpty() && all.batchQueues().isEmpty()
                && all.pipes().isEmpty() && all.pipelines().isEmpty();
    }
}
