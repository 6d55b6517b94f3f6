package io.watchdeck.stack;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Unit;
import io.watchdeck.yaml.FileProblem;
import java.util.List;

/// What tests of stack files share: a reader that knows the real catalogue, and a small good file to spoil.
public final class StackFiles {

    /// Every line of it is needed, and nothing is wrong with it.
    static final String GOOD = """
            stack: Shop
            environment: test
            region: eu-west-1
            cluster: shop
            services:
              - name: api
            databases:
              - id: main
                engine: postgres
            """;

    private StackFiles() {}

    public static StackReader reader() {
        return new StackReader(MetricCatalogue.standard().all().stream()
                .map(metric -> new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT)).toList());
    }

    public static StackFile good(String text) {
        StackReader.Outcome outcome = reader().read("shop.yaml", text);
        return outcome.stack().orElseThrow(() -> new AssertionError(outcome.complaints().toString()));
    }

    /// The problems of a text, as they are printed.
    static List<String> problems(String text) {
        return reader().read("shop.yaml", text).complaints().stream().map(FileProblem::toString).toList();
    }
}
