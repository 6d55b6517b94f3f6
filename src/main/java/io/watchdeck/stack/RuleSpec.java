package io.watchdeck.stack;

import io.watchdeck.model.Severity;
import java.time.Duration;
import java.util.Optional;

/// A condition over a metric, as a stack file or our own defaults state it.
///
/// @param name      unique within the stack
/// @param metric    id in the metric catalogue, such as `service.cpu`
/// @param on        name of the component; empty means every component of the metric's kind
/// @param direction whether values above or below the threshold are bad; equal is good
/// @param period    length of one period; a multiple of 60 s
/// @param breaching how many (N) of the last periods must breach
/// @param evaluated how many periods (M) are looked at
/// @param missing   how a period without data counts
/// @param origin    whether the stack's own document or the console's defaults ask for it
/// @param says      the document's own word beside the severity, such as "urgent" or "scale out"
public record RuleSpec(String name, String metric, Optional<String> on, Direction direction, Threshold threshold,
        Duration period, int breaching, int evaluated, Severity severity, MissingData missing, Origin origin,
        Optional<String> says) {

    public enum Direction { ABOVE, BELOW }

    /// As CloudWatch names it; [#IGNORE] keeps the state as it was.
    public enum MissingData { MISSING, BREACHING, NOT_BREACHING, IGNORE }

    public enum Origin { DOCUMENT, OURS }
}
