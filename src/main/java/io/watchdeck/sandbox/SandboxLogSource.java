package io.watchdeck.sandbox;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogLines;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.logs.LogQuery.Order;
import io.watchdeck.logs.LogSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.logbook.FilterPattern;
import io.watchdeck.sandbox.logbook.SimulatedLog;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Log groups of the simulated account.
final class SandboxLogSource implements LogSource {

    private static final String ACTION = "logs:FilterLogEvents";

    private final SandboxAccount account;

    SandboxLogSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<LogLines> lines(LogQuery query) {
        var found = account.readEach(List.of(query.group()),
                (stack, group) -> stack.log(group).map(log -> read(log, query)),
                group -> Failure.notFound("log group " + group, account.place().region().code()), ACTION);
        return found.get(query.group()).flatMap(reading -> reading);
    }

    @Override
    public Map<String, Reading<LogGroup>> groups(Collection<String> names) {
        return account.readEach(names, (stack, name) -> stack.log(name)
                .map(log -> new LogGroup(name, log.storedBytes(), log.retentionDays())),
                name -> Failure.notFound("log group " + name, account.place().region().code()),
                "logs:DescribeLogGroups");
    }

    private Reading<LogLines> read(SimulatedLog log, LogQuery query) {
        return account.look(now -> {
            try {
                return Reading.known(cut(log.lines(query.range(), new FilterPattern(query.pattern())).stream()
                        .filter(line -> line.stream().startsWith(query.streams())).toList(), query), now);
            } catch (IllegalArgumentException e) {
                return Reading.unknown(query.notUnderstood(String.valueOf(e.getMessage())).withAction(ACTION), now);
            }
        });
    }

    /// Oldest first, the token is the number of lines that were given already.
    private static LogLines cut(List<LogLine> lines, LogQuery query) {
        if (query.order() == Order.NEWEST_FIRST) {
            return LogLines.newestFirst(query, lines, query.range().from());
        }
        int from = Math.min(lines.size(), query.token().map(Integer::parseInt).orElse(0));
        int to = Math.min(lines.size(), from + query.limit());
        return new LogLines(lines.subList(from, to), to < lines.size()
                ? Optional.of(query.from(query.range(), Optional.of(Integer.toString(to)))) : Optional.empty());
    }
}
