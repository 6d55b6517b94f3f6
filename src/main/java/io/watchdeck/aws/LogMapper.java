package io.watchdeck.aws;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/// Log events of CloudWatch Logs to lines, and its log groups.
final class LogMapper {

    private LogMapper() {}

    /// The line's own end is not part of it.
    static LogLine line(FilteredLogEvent event) {
        return new LogLine(event.timestamp() == null ? Instant.EPOCH : Instant.ofEpochMilli(event.timestamp()),
                text(event.logStreamName()), text(event.message()).stripTrailing());
    }

    /// AWS leaves the retention of a group out whose lines never expire.
    static LogGroup group(software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup group) {
        return new LogGroup(text(group.logGroupName()), group.storedBytes() == null ? 0 : group.storedBytes(),
                group.retentionInDays() == null ? OptionalInt.empty() : OptionalInt.of(group.retentionInDays()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
