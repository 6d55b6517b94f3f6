package io.watchdeck.stack;

import io.watchdeck.stack.Threshold.Limit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a threshold such as `80 % of maxConnections` may refer to: the word, the metrics that the limit limits, and
/// whether it can be exceeded at all.
enum LimitWord {
    MAX_CONNECTIONS("maxConnections", Limit.MAX_CONNECTIONS, true, List.of("db.connections")), STORAGE("storage",
            Limit.STORAGE, true,
            List.of("db.freeStorage")),
    MAX_ACU("maxAcu", Limit.MAX_ACU, true, List.of("db.acu")), DESIRED("desired",
            Limit.DESIRED_TASKS, false, List.of("service.running", "service.missing")),
    PLAN("plan", Limit.PLAN,
            false, List.of("cost.forecast", "cost.monthToDate"));

    private final String word;
    private final Limit limit;
    private final boolean hard;
    private final List<String> metrics;

    LimitWord(String word, Limit limit, boolean hard, List<String> metrics) {
        this.word = word;
        this.limit = limit;
        this.hard = hard;
        this.metrics = metrics;
    }

    String word() {
        return word;
    }

    Limit limit() {
        return limit;
    }

    /// Nothing can be above it: a database never has more connections than it allows, while cost passes its plan.
    boolean hard() {
        return hard;
    }

    List<String> metrics() {
        return metrics;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(LimitWord::word).toList();
    }

    static String wordOf(Limit limit) {
        return Arrays.stream(values()).filter(one -> one.limit == limit).findFirst().orElseThrow().word;
    }

    static Optional<LimitWord> of(String word) {
        return Arrays.stream(values()).filter(limit -> limit.word.equals(word)).findFirst();
    }

    /// The words of the limits that a metric can be compared with.
    static List<String> wordsFor(String metric) {
        return Arrays.stream(values()).filter(limit -> limit.metrics.contains(metric)).map(LimitWord::word).toList();
    }
}
