package io.watchdeck.report;

import static io.watchdeck.report.ReportFacts.NOON;
import static io.watchdeck.report.ReportFacts.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.timeline.TimelineEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A month with a hundred thousand events.
class LongReportTest {

    private static final int DAYS = 30;
    private static final int EVENTS = 100_000;
    private static final int MINUTES = DAYS * 24 * 60;

    private final ReportFacts report = new ReportFacts();

    @Test
    void howeverMuchHappenedAPersonCanReadIt() {
        happen();
        long begun = System.nanoTime();
        String html = report.html();
        String markdown = report.markdown();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.getLogger("report").log(System.Logger.Level.INFO,
                "month: " + millis + " ms, html " + html.length() + ", markdown " + markdown.length());

        assertThat(html.length()).isLessThan(900_000);
        assertThat(markdown.length()).isLessThan(400_000);
        assertThat(report.section("What happened, in order").lines().filter(line -> line.startsWith("| 0")
                || line.startsWith("| 1") || line.startsWith("| 2"))).hasSizeBetween(20, OrderPart.MOST);
        assertThat(report.section("Alarms").lines().filter(line -> line.contains("ALB 5xx"))).hasSize(AlarmPart.MOST);
        assertThat(report.section("Alarms")).containsPattern("\\d+ alarms that are no worse than these are left out");
        assertThat(report.section("AWS’s own sentences").lines().filter(line -> line.startsWith("- ")))
                .hasSize(SentencePart.MOST);
        assertThat(millis).as("both formats, in ms").isLessThan(60_000);
    }

    @Test
    void theWorstIsNeverLeftOutForTheEveryday() {
        happen();
        report.event(20_000, Kind.TASK_STOP, Severity.CRITICAL, "event.stop.unknown", SERVICE, "TheWorst");

        assertThat(report.section("What happened, in order")).contains("TheWorst");
    }

    private void happen() {
        var random = new Random(42);
        report.range = new TimeRange(NOON, NOON.plus(Duration.ofDays(DAYS)));
        report.made = report.range.to();
        report.watched = List.of(report.range);
        for (int i = 0; i < EVENTS; i++) {
            int minute = random.nextInt(MINUTES);
            switch (random.nextInt(10)) {
                case 0 -> report.event(minute, Kind.SCALING, Severity.NOTICE, List.of("cause " + i), "event.scaled",
                        SERVICE, "Setting desired count to " + random.nextInt(9) + ".");
                case 1 -> report.event(minute, Kind.TASK_STOP, Severity.WARNING, List.of("reason " + i),
                        "event.stop.healthCheck", SERVICE);
                case 2 -> report.event(minute, Kind.CLOUD_ALARM, Severity.WARNING, List.of(), "event.cloudAlarm",
                        "alarm-" + random.nextInt(40), random.nextBoolean() ? "ALARM" : "OK");
                default -> report.told(minute, "(service x) has started " + i + " tasks: (task " + i + ").");
            }
        }
        for (int i = 0; i < 2_000; i++) {
            int minute = i * 20;
            report.alarm("ALB 5xx", "lb.5xx", i % 10 == 0 ? Severity.CRITICAL : Severity.WARNING, minute, minute + 5,
                    Optional.empty());
        }
    }
}
