package io.watchdeck.watch;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.ConditionTurn;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.watch.PastJudge.CloudPast;
import io.watchdeck.watch.PastJudge.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A stack of some services with 20 rules on each, 17 of its file and 3 of ours, and a past of its metrics by the minute: a
/// restless one, with gaps, that comes and goes about the thresholds.
public final class JudgedRules {

    public static final int RULES_OF_EACH = 20;

    private static final Instant END = Instant.parse("2026-09-22T04:42:00Z");
    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

    private final StackFile stack;
    private final Map<SeriesId, Series> past;
    private final Board board;
    private final Limits limits;
    private final Judge judge = new Judge(CATALOGUE);
    private final PastJudge pastJudge = new PastJudge(CATALOGUE);

    /// @param length of the past of each metric
    public JudgedRules(int services, Duration length) {
        stack = stack(services);
        limits = new Limits(stack, List.of(), List.of(), Optional.empty());
        past = past(pastJudge, stack, length);
        board = new Board(Clock.fixed(END, ZoneOffset.UTC));
        past.forEach(board.history::record);
    }

    /// Every rule over what was read, some minutes later than the last time.
    ///
    /// @param minute by which the clock is ahead of the newest sample; another one is another question
    public List<Condition> judge(int minute) {
        Instant now = END.plusSeconds(60L * minute);
        Panel<List<CloudAlarm>> none = new Panel<>(new Loadable.Ready<>(List.of(), now), Duration.ofMinutes(1));
        return judge.conditions(stack, board, none, limits, false, now);
    }

    /// Every rule at each minute of the newest part of the past.
    public List<ConditionTurn> judgePast(Duration length) {
        return pastJudge.turns(stack, limits,
                id -> Optional.ofNullable(past.get(id)).map(series -> new Kept(series, List.of())),
                new CloudPast(List.of(), Optional.of(List.of())), TimeRange.last(length, END));
    }

    private static StackFile stack(int services) {
        String text = "stack: Shop\nenvironment: test\nregion: eu-west-1\ncluster: shop\nservices:\n"
                + IntStream.range(0, services).mapToObj(number -> "  - {name: " + name(number) + "}\n")
                        .collect(Collectors.joining())
                + "rules:\n" + IntStream.range(0, RULES_OF_EACH - 3).mapToObj(JudgedRules::rule)
                        .collect(Collectors.joining());
        var reader = new StackReader(CATALOGUE.all().stream()
                .map(metric -> new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT)).toList());
        StackReader.Outcome outcome = reader.read("shop.yaml", text);
        return outcome.stack().orElseThrow(() -> new IllegalStateException(outcome.complaints().toString()));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "service-%03d", number + 1);
    }

    /// Periods of 1, 5 and 15 minutes; 1 of 1 up to 9 of 15.
    private static String rule(int number) {
        int evaluated = List.of(1, 3, 5, 15).get(number % 4);
        return String.format(Locale.ROOT, "  - {name: rule %d, metric: %s, above: %d, period: %dm, breaching: %d, of: %d, "
                + "severity: %s}%n", number, number % 2 == 0 ? "service.cpu" : "service.memory", 50 + 2 * number,
                List.of(1, 5, 15).get(number % 3), Math.max(1, evaluated * 3 / 5), evaluated,
                number < 9 ? "warning" : "critical");
    }

    private static Map<SeriesId, Series> past(PastJudge judge, StackFile stack, Duration length) {
        var past = new HashMap<SeriesId, Series>();
        int minutes = (int) length.toMinutes();
        for (SeriesId id : judge.series(stack)) {
            RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(id.toString().hashCode());
            var seconds = new long[minutes];
            var values = new double[minutes];
            int count = 0;
            double level = 60;
            for (int minute = 0; minute < minutes; minute++) {
                level = random.nextInt(200) == 0 ? random.nextInt(100) : level;
                if (random.nextInt(500) != 0) {
                    seconds[count] = END.getEpochSecond() - 60L * (minutes - minute);
                    values[count++] = id.metric().equals("service.cpu") || id.metric().equals("service.memory")
                            ? level + random.nextInt(20) - 10 : id.metric().equals("service.runningPercent") ? 100 : 0;
                }
            }
            past.put(id, Series.of(seconds, values, count));
        }
        return past;
    }
}
