package io.watchdeck.watch;

import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The newest lines of a log.
///
/// @param lines oldest first, at most [#MOST]
/// @param since from when on no line that matches is left out
/// @param full  older lines were left out because there are so many
public record LogTail(LogPlace place, List<LogLine> lines, Instant since, boolean full) {

    /// How many lines are kept.
    public static final int MOST = 500;

    public LogTail {
        lines = List.copyOf(lines);
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
