package io.watchdeck.bench;

import io.watchdeck.alarms.Condition.State;
import io.watchdeck.watch.JudgedRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// What it costs to judge: 2,000 rules over what one reading has brought, and 80 rules over each minute of the 15 days that
/// CloudWatch keeps by the minute, after a console that was closed for so long.
final class AlarmsBenchmark implements Benchmark {

    private static final int RULES = 2_000;
    private static final int RULES_OF_THE_PAST = 80;
    private static final Duration PAST = Duration.ofDays(15);
    private static final double MOST_CPU = 100;
    private static final double MOST_CPU_OF_THE_PAST = 2_000;
    private static final int WARM_UP = 10;
    private static final int LOOKS = 9;

    @Override
    public List<Figure> measure() throws Exception {
        var now = new JudgedRules(RULES / JudgedRules.RULES_OF_EACH, Duration.ofDays(1));
        double read = cpu("2,000 rules", WARM_UP, look -> {
            var conditions = now.judge(Math.floorMod(look, 3));
            long alarms = conditions.stream().filter(one -> one.state() == State.ALARM).count();
            check(conditions.size() == RULES && alarms > RULES / 20 && alarms < RULES / 2,
                    alarms + " of " + conditions.size() + " rules in alarm");
            return conditions.size();
        });
        var then = new JudgedRules(RULES_OF_THE_PAST / JudgedRules.RULES_OF_EACH, PAST.plusDays(1));
        double past = cpu("15 days of 80 rules", 0, _ -> {
            int turns = then.judgePast(PAST).size();
            check(turns > RULES_OF_THE_PAST * 10, "only " + turns + " turns");
            return turns;
        });
        return List.of(Figure.atMost("alarms-judge-cpu", read, "ms", MOST_CPU),
                Figure.atMost("alarms-past-cpu", past, "ms", MOST_CPU_OF_THE_PAST));
    }

    /// Rules that find nothing, or one that is not asked, would be cheap.
    private static void check(boolean sound, String otherwise) {
        if (!sound) {
            throw new IllegalStateException(otherwise);
        }
    }

    /// Of the whole process, with the compiler's and the collector's share: the median look.
    private static double cpu(String what, int warmUp, IntUnaryOperator look) throws InterruptedException {
        double[] used = new double[LOOKS];
        for (int number = -warmUp; number < LOOKS; number++) {
            Measured.awaitRest();
            double before = Measured.cpuMillis();
            look.applyAsInt(number);
            double after = Measured.cpuMillis();
            if (number >= 0) {
                used[number] = after - before;
            }
        }
        System.err.println(what + " each, ms of CPU: " + Arrays.toString(used));
        return Measured.median(used);
    }
}
