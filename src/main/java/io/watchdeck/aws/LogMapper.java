package io.watchdeck.aws;

import io.watchdeck.logs.LogLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/// A log event of CloudWatch Logs to a line.
final class LogMapper {

    private LogMapper() {}

    /// The line's own end is not part of it.
    static LogLine line(FilteredLogEvent event) {
        return new LogLine(event.timestamp() == null ? Instant.EPOCH : Instant.ofEpochMilli(event.timestamp()),
                text(event.logStreamName()), text(event.message()).stripTrailing());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
