package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import java.util.List;
import java.util.stream.LongStream;

/// A log group behind [LoopbackAws] into which ten lines are written each millisecond, for ever. Keeps none of them.
final class BusyLog {

    /// Lines of 200 bytes that fit into the megabyte of an answer.
    static final int A_PAGE = 5_000;
    private static final int A_MILLISECOND = 10;

    private int told;

    BusyLog(LoopbackAws aws) {
        aws.serve("FilterLogEvents", this::filter);
    }

    /// Lines that were sent.
    synchronized int told() {
        return told;
    }

    synchronized void forget() {
        told = 0;
    }

    private synchronized Answer filter(Request request) {
        JsonNode asked = Wire.parse(request.body());
        long first = asked.path("startTime").asLong() * A_MILLISECOND;
        long end = (asked.path("endTime").asLong() + 1) * A_MILLISECOND;
        long from = asked.path("nextToken").asLong(first);
        long to = Math.min(end, from + Math.min(A_PAGE, asked.path("limit").asInt()));
        told += (int) (to - from);
        return LoopbackAws.json(Wire.json(object("events",
                LongStream.range(from, to).mapToObj(number -> object("logStreamName", "api/1", "timestamp",
                        number / A_MILLISECOND, "message", "line " + number, "eventId", Long.toString(number)))
                        .toList(),
                "searchedLogStreams", List.of(), "nextToken", to < end ? Long.toString(to) : null)));
    }
}
