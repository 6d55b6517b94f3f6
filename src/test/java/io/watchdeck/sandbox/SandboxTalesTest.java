package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.model.Readings;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What the sandbox tells of what happens in it agrees with what happens.
class SandboxTalesTest {

    private static final String SERVICE = "tiketi-backend-service";

    private final Life life = new Life(42);

    @Test
    void everyErrorThatTheLoadBalancerCountsIsInTheLog() {
        Instant end = Instant.ofEpochSecond(Stage.NOW.getEpochSecond() / 60 * 60);
        var counted = new TreeMap<Instant, Integer>();
        life.series("tiketi-prod", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum", "tiketi-alb-prod",
                Duration.ofMinutes(30)).samples().forEach(sample -> count(counted, sample));

        Map<Instant, Integer> logged = new TreeMap<>();
        lines("tiketi-prod", "/ecs/tiketi-backend", new TimeRange(end.minus(Duration.ofMinutes(25)), end),
                "{ $.level = \"error\" }")
                .forEach(line -> logged.merge(Instant.ofEpochSecond(line.at().getEpochSecond() / 60 * 60), 1,
                        Integer::sum));

        assertThat(logged).isNotEmpty();
        assertThat(logged).allSatisfy((minute, errors) -> assertThat(counted.get(minute)).as(minute.toString())
                .isEqualTo(errors));
    }

    private static void count(Map<Instant, Integer> counted, Sample sample) {
        counted.put(sample.at(), (int) Math.min(40, sample.value()));
    }

    @Test
    void jobsThatFailAreInTheLog() {
        life.live(Duration.ofHours(3), Duration.ofMinutes(1), _ -> {});
        Instant end = life.clock().instant();
        var range = new TimeRange(end.minus(Duration.ofHours(2)), end.minusSeconds(60));

        long failed = Readings.value(life.cloud("sesami-prod").batch().orElseThrow()
                .batchQueues(List.of("sesami-job-queue")).get("sesami-job-queue")).failed().stream()
                .filter(job -> range.contains(job.stoppedAt())).count();

        assertThat(failed).isPositive();
        assertThat(lines("sesami-prod", "/aws/batch/sesami-worker", range, "ERROR")).hasSize((int) failed);
    }

    @Test
    void autoscalingTellsWhatItDidAndWhichAlarmAskedForIt() {
        life.live(Duration.ofHours(4), Duration.ofMinutes(1), _ -> {});

        List<ScalingActivity> activities = Readings.value(life.cloud("tiketi-prod").scaling().orElseThrow()
                .activities(life.file("tiketi-prod").cluster(), SERVICE));
        List<String> alarms = Readings.value(life.cloud("tiketi-prod").alarms().alarms()).stream()
                .map(CloudAlarm::name).filter(name -> name.contains(SERVICE)).toList();

        assertThat(activities).extracting(ScalingActivity::description)
                .anyMatch(text -> text.startsWith("Setting desired count to "));
        assertThat(activities).extracting(ScalingActivity::status).contains("Successful");
        assertThat(activities).allSatisfy(activity -> assertThat(alarms)
                .anyMatch(alarm -> activity.cause().contains(alarm)));
    }

    private List<LogLine> lines(String stack, String group, TimeRange range, String pattern) {
        return Readings.value(life.cloud(stack).logs().orElseThrow()
                .lines(LogQuery.tail(group, range, 5000).withPattern(pattern))).lines();
    }
}
