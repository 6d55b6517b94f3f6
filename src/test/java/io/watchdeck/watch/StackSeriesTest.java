package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.ui.Snapshots;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackSeriesTest {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

    @Test
    void offersWhatIsPolledAndWhatNobodyNeedsAllTheTime() {
        assertThat(ids("tiketi-prod")).contains("service.cpu tiketi-backend-service",
                "service.desired tiketi-backend-service", "db.cpu tiketi-db", "cache.hits tiketi-redis",
                "cost.monthToDate Tiketi").doesNotHaveDuplicates();
    }

    @Test
    void offersTheAgeOfMessagesWhereTheyWaitToBeDestroyed() {
        assertThat(ids("sesami-prod")).contains("queue.oldestAge sesami-analysis-jobs-dlq",
                "queue.visible sesami-analysis-jobs");
    }

    @Test
    void beginsWithServicesAndEndsWithTheStack() {
        List<ComponentKind> kinds = of("tiketi-prod").stream().map(one -> one.on().kind()).distinct().toList();

        assertThat(kinds).startsWith(ComponentKind.SERVICE).endsWith(ComponentKind.STACK).isSorted();
    }

    private static List<String> ids(String stack) {
        return of(stack).stream().map(one -> one.id().metric() + " " + one.id().component()).toList();
    }

    private static List<StackSeries> of(String id) {
        return Snapshots.moment().stacks().stream().filter(stack -> stack.file().id().value().equals(id)).findFirst()
                .map(stack -> StackSeries.of(stack, CATALOGUE)).orElseThrow();
    }
}
