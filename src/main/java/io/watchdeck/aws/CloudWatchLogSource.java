package io.watchdeck.aws;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogLines;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.logs.LogQuery.Order;
import io.watchdeck.logs.LogSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/// Reads lines from CloudWatch Logs, at most 10,000 or a megabyte a call, and what 50 log groups hold.
///
/// Oldest first takes the pages in turn until the limit is reached or [#CALLS_A_READING] calls are made. Newest first
/// is an order that FilterLogEvents does not have: windows are read from the end backwards, the first of a minute, each
/// four times as long as the one before it, until together they have enough. A quiet group takes ⌈log4(3 × minutes +
/// 1)⌉ calls, 7 for a day. After [#CALLS_A_READING] calls a reading ends before the next window or in the midst of one,
/// which the following question begins anew; the first window is read to its end, so that every reading gets on. Where a
/// minute has very many lines the first page shows it, and a window is taken instead that is as short as the limit needs: the
/// newest 500 of 10,000 lines a second take two calls.
final class CloudWatchLogSource implements LogSource {

    static final int CALLS_A_READING = 20;
    /// The code for a question that is wrong; of what the console asks only the pattern can be.
    private static final String REFUSED = "InvalidParameterException";
    private static final int LINES_A_CALL = 10_000;
    private static final Duration FIRST_WINDOW = Duration.ofMinutes(1);
    private static final int GROWTH = 4;
    /// So many pages are read rather than begun anew.
    private static final int PAGES_OF_A_WINDOW = 4;
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final int GROUPS_A_CALL = 50;

    private final AwsCalls calls;

    CloudWatchLogSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reading<LogLines> lines(LogQuery query) {
        Reading<LogLines> reading =
                calls.read(() -> query.order() == Order.OLDEST_FIRST ? oldestFirst(query) : newestFirst(query));
        return reading instanceof Reading.Unknown<LogLines>(var failure, var at) && !query.pattern().isEmpty()
                && failure.detail().startsWith(REFUSED)
                        ? Reading.unknown(query.notUnderstood(failure.detail())
                                .withAction(AwsApi.FILTER_LOG_EVENTS.iamAction()), at)
                        : reading;
    }

    /// Names that do not exist are left out of the answer. ⌈names/50⌉ calls: a page holds as many as may be asked for.
    @Override
    public Map<String, Reading<LogGroup>> groups(Collection<String> names) {
        var answers = new LinkedHashMap<String, Reading<LogGroup>>();
        for (List<String> some : Batches.of(new LinkedHashSet<>(names), GROUPS_A_CALL)) {
            Reading<Map<String, LogGroup>> reading = calls.read(() -> described(some));
            some.forEach(name -> answers.put(name, switch (reading) {
                case Reading.Known<Map<String, LogGroup>>(var found, var at) -> found.containsKey(name)
                        ? Reading.known(found.get(name), at)
                        : Reading.unknown(Failure.notFound("log group " + name, calls.region()), at);
                case Reading.Unknown<Map<String, LogGroup>>(var failure, var at) -> Reading.unknown(failure, at);
            }));
        }
        return answers;
    }

    private Map<String, LogGroup> described(List<String> names) {
        return calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_LOG_GROUPS, "log groups",
                        () -> calls.clients().logs().describeLogGroups(request -> request.logGroupIdentifiers(names)
                                .nextToken(token))),
                DescribeLogGroupsResponse::nextToken)
                .stream().flatMap(page -> page.logGroups().stream()).map(LogMapper::group)
                .collect(Collectors.toMap(LogGroup::name, group -> group, (one, _) -> one));
    }

    private LogLines oldestFirst(LogQuery query) {
        var lines = new ArrayList<LogLine>();
        Pages pages = new Pages(query, query.range(), query.token().orElse(null));
        for (int made = 0; pages.more() && lines.size() < query.limit() && made < CALLS_A_READING; made++) {
            lines.addAll(pages.next(query.limit() - lines.size()));
        }
        return new LogLines(lines, pages.more()
                ? Optional.of(query.from(query.range(), Optional.ofNullable(pages.token))) : Optional.empty());
    }

    private LogLines newestFirst(LogQuery query) {
        int wanted = query.limit() + query.token().map(Integer::parseInt).orElse(0);
        Deque<LogLine> found = new ArrayDeque<>();
        Instant end = query.range().to();
        Duration length = FIRST_WINDOW;
        int made = 0;
        while (end.isAfter(query.range().from()) && found.size() < wanted
                && (made < CALLS_A_READING || end.equals(query.range().to()))) {
            Instant start = end.minus(length).isBefore(query.range().from()) ? query.range().from()
                    : end.minus(length);
            boolean first = end.equals(query.range().to());
            var window = new Window(new TimeRange(start, end), wanted);
            Pages pages = new Pages(query, window.range, null);
            Optional<Duration> shorter = Optional.empty();
            while (pages.more() && shorter.isEmpty() && (first || made < CALLS_A_READING)) {
                window.add(pages.next(LINES_A_CALL));
                made++;
                shorter = first && pages.more() ? window.shorter() : Optional.empty();
            }
            if (shorter.isPresent()) {
                length = shorter.get();
                continue;
            }
            if (pages.more()) {
                break;
            }
            window.newest().reversed().forEach(found::addFirst);
            end = start;
            length = length.multipliedBy(GROWTH);
        }
        return LogLines.newestFirst(query, List.copyOf(found), end);
    }

    /// The newest lines of one time, out of all of its lines. Never holds many more than are wanted.
    private static final class Window {

        private final TimeRange range;
        private final int wanted;
        private List<LogLine> lines = new ArrayList<>();
        private int pages;

        Window(TimeRange range, int wanted) {
            this.range = range;
            this.wanted = wanted;
        }

        void add(List<LogLine> page) {
            pages++;
            lines.addAll(page);
            if (lines.size() > LINES_A_CALL + wanted) {
                lines = new ArrayList<>(newest());
            }
        }

        /// In order of time; one more than are wanted tells that there are more.
        List<LogLine> newest() {
            lines.sort(Comparator.comparing(LogLine::at));
            return lines.subList(Math.max(0, lines.size() - wanted - 1), lines.size());
        }

        /// How long a window to its end is that has about twice what is wanted, where this one would take many pages. Where
        /// the first page tells too little of how many lines there are, a much shorter one once many pages were read.
        Optional<Duration> shorter() {
            Duration least = range.length().dividedBy(GROWTH);
            if (pages == 1 && lines.size() > 1) {
                Instant oldest = lines.getFirst().at();
                Duration page = Duration.between(oldest, lines.getLast().at());
                boolean many = page.multipliedBy(PAGES_OF_A_WINDOW)
                        .compareTo(Duration.between(oldest, range.to())) < 0;
                Duration enough = page.multipliedBy(2L * wanted).dividedBy(lines.size());
                return Optional.of(enough.compareTo(SHORTEST) < 0 ? SHORTEST : enough)
                        .filter(length -> many && length.compareTo(least) < 0);
            }
            return Optional.of(least.dividedBy(GROWTH))
                    .filter(length -> pages >= CALLS_A_READING && length.compareTo(SHORTEST) > 0);
        }
    }

    /// The pages of one time, oldest first.
    private final class Pages {

        private final LogQuery query;
        private final TimeRange range;
        private @Nullable String token;
        private boolean begun;

        Pages(LogQuery query, TimeRange range, @Nullable String token) {
            this.query = query;
            this.range = range;
            this.token = token;
        }

        boolean more() {
            return token != null || !begun && range.from().isBefore(range.to());
        }

        /// AWS counts both ends of the time in, in milliseconds. It may answer with a page without lines although more follow.
        List<LogLine> next(int most) {
            FilterLogEventsResponse page = calls.call(AwsApi.FILTER_LOG_EVENTS, "log group " + query.group(),
                    () -> calls.clients().logs().filterLogEvents(request -> request.logGroupName(query.group())
                            .logStreamNamePrefix(query.streams().isEmpty() ? null : query.streams())
                            .startTime(range.from().minusNanos(1).toEpochMilli() + 1)
                            .endTime(range.to().minusNanos(1).toEpochMilli())
                            .filterPattern(query.pattern().isEmpty() ? null : query.pattern())
                            .limit(Math.min(most, LINES_A_CALL)).nextToken(token)));
            begun = true;
            String next = page.nextToken();
            token = next == null || next.isEmpty() ? null : next;
            return page.events().stream().map(LogMapper::line).toList();
        }
    }
}
