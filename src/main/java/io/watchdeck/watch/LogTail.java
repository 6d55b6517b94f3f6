package io.watchdeck.watch;

import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogLines;
import io.watchdeck.logs.LogsAround;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The newest lines of a log, or those around an instant.
///
/// @param lines oldest first, at most [#MOST]
/// @param since from when on no line that matches is left out
/// @param full  older lines were left out because there are so many
/// @param end   of lines around an instant, where they end; empty for the newest lines
public record LogTail(LogPlace place, List<LogLine> lines, Instant since, boolean full, Optional<End> end) {

    /// Where lines around an instant end.
    ///
    /// @param until until when no line that matches is left out; never after the instant of the reading
    /// @param more  later lines were left out because there are so many
    public record End(Instant until, boolean more) {}

    /// How many lines are kept.
    public static final int MOST = 500;

    public LogTail {
        lines = List.copyOf(lines);
    }

    /// The newest lines.
    public LogTail(LogPlace place, List<LogLine> lines, Instant since, boolean full) {
        this(place, lines, since, full, Optional.empty());
    }

    static LogTail of(LogPlace place, LogsAround answer) {
        return new LogTail(place, answer.lines(), answer.complete().from(), answer.earlier(),
                Optional.of(new End(answer.complete().to(), answer.later())));
    }

    /// Puts an answer, newest first, behind what is known from before. A time that was read again is taken from the
    /// answer: lines may arrive late, in the midst of others.
    ///
    /// @param from   from when on lines were asked for
    /// @param before of the same place and pattern, up to that instant at least
    static LogTail of(LogPlace place, LogLines answer, Instant from, Optional<LogTail> before) {
        List<LogLine> fresh = answer.lines().reversed();
        if (answer.following().isPresent()) {
            boolean full = fresh.size() >= MOST;
            return new LogTail(place, fresh, full ? fresh.getFirst().at()
                    : answer.following().get().range().to(), full);
        }
        if (before.isEmpty()) {
            return new LogTail(place, fresh, from, false);
        }
        var all = new ArrayList<>(before.get().lines().stream().filter(line -> line.at().isBefore(from)).toList());
        all.addAll(fresh);
        if (all.size() > MOST) {
            List<LogLine> newest = all.subList(all.size() - MOST, all.size());
            return new LogTail(place, newest, newest.getFirst().at(), true);
        }
        Instant since = before.get().since().isBefore(from) ? before.get().since() : from;
        return new LogTail(place, all, since, before.get().full());
    }
}
