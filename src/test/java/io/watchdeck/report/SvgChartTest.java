package io.watchdeck.report;

import static io.watchdeck.report.ReportFacts.at;
import static io.watchdeck.report.ReportFacts.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Severity;
import io.watchdeck.operations.Entries;
import io.watchdeck.report.HandOver.Limit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SvgChartTest {

    private final ReportFacts report = new ReportFacts();

    @Test
    void aGapIsHatchedAndNoLineGoesThroughIt() {
        report.metric("lb.requests", "tiketi-alb-prod", 30, 50, List.of(), _ -> 100);
        String html = report.html();

        assertThat(html.split("<path class=\"area\" ", -1)).as("two runs").hasSize(3);
        assertThat(html).contains("<title>nobody read 12:30 to 12:50</title>", "fill=\"url(#c0-h)\"");
    }

    @Test
    void aLimitIsALineWithItsWords() {
        report.metric("lb.5xx", "tiketi-alb-prod", 0, 0, List.of(new Limit(10, true, Severity.CRITICAL)), _ -> 3);

        assertThat(report.html()).contains("<line class=\"limit\"", ">alarm above 10/min</text>");
    }

    @Test
    void tasksAreStepsAgainstWhatIsDesired() {
        report.metric("service.running", ReportFacts.SERVICE, 0, 0, List.of(), minute -> minute < 60 ? 2 : 3)
                .metric("service.desired", ReportFacts.SERVICE, 0, 0, List.of(), _ -> 3);

        assertThat(report.html()).contains("<path class=\"aim\"", "<path class=\"steps\"")
                .containsOnlyOnce(">Running tasks</text>");
    }

    @Test
    void anAlarmIsFilledUntilSomebodyHadItAndOutlinedAfter() {
        report.alarm(10, 40, Optional.of(word(20, ""))).alarm("ECS CPU", "service.cpu", Severity.WARNING, 50, 60,
                Optional.empty());
        String html = report.html();

        assertThat(html).contains("<g class=\"mark critical\">", "<g class=\"mark held\">",
                "<g class=\"mark warning\">",
                ">ALB 5xx, jmin</text>", ">ECS CPU</text>");
        assertThat(html.split("<g class=\"mark held\">", -1)).as("nobody had the other").hasSize(2);
    }

    @Test
    void whatPersonsDidAndWhatSpotTookIsMarked() {
        report.operations.add(Entries.begun(Entries.scale(9)));
        report.interruption(30, Optional.of(20), "");

        assertThat(report.html()).contains("<g class=\"mark operation\">", "<line class=\"cross operation\"",
                "<g class=\"mark interruption\">", ">sora: Scale</text>");
    }

    @Test
    void timesAreThoseOfTheReadersClock() {
        report.metric("lb.requests", "tiketi-alb-prod", 0, 0, List.of(), _ -> 100);
        String seoul = ReportFacts.written(Report.of(report.facts(), io.watchdeck.metrics.MetricCatalogue.standard(),
                new io.watchdeck.words.Words(java.util.Locale.ENGLISH, java.time.ZoneId.of("Asia/Kathmandu"))),
                ReportFormat.HTML);

        assertThat(report.html()).contains(">12:30</text>", ">13:00</text>");
        assertThat(seoul).as("a zone of 5 h 45 min").contains(">18:00</text>", ">18:30</text>");
    }

    @Test
    void aPictureOfAMonthHasNoMorePointsThanColumns() {
        report.range = new io.watchdeck.model.TimeRange(at(0), at(43_200));
        report.metrics
                .add(new HandOver.Measured(new io.watchdeck.metrics.SeriesId(report.file.id(), "lb.requests", "lb"),
                        io.watchdeck.metrics.MetricCatalogue.standard().get("lb.requests"), Optional.empty(),
                        io.watchdeck.metrics.Series.of(java.util.stream.IntStream.range(0, 43_200)
                                .mapToObj(minute -> new io.watchdeck.metrics.Sample(at(minute),
                                        minute == 777 ? 9_999 : minute % 7))
                                .toList()),
                        List.of(), List.of(), Optional.empty()));
        String html = report.html();

        assertThat(html.length()).isLessThan(80_000);
        assertThat(html).as("one spike is as high as it was").contains("9,999/min");
    }
}
