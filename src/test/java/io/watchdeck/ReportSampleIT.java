package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The samples under `src/docs/report` are what the command writes of the incident when it is recorded anew. Moments, spans and
/// what was read at a moment vary by a step of the recording, and with them how alarms near a limit come and go; sections,
/// what was deployed, done, interrupted and not watched, and the charts do not.
@Tag("slow")
class ReportSampleIT {

    @TempDir
    private Path folder;

    @Test
    void theSamplesAreWhatTheCommandWritesOfTheIncident() throws Exception {
        Path data = folder.resolve("data");
        TimeRange incident = ReportedIncident.record(data);
        String markdown = ReportSample.written(data, incident, "md");
        String html = ReportSample.written(data, incident, "html");

        for (String begin : List.of("# ", "## ", "### ", "**Simulated")) {
            assertSame(markdown, "md", line -> line.startsWith(begin));
        }
        for (String part : List.of(": a deployment of ", ": Roll back on ", "Spot took back", "Nobody watched",
                "| **Roll back**", "Your Spot Task was interrupted. |", "Only what was changed", "Running tasks of ")) {
            assertSame(markdown, "md", line -> line.contains(part));
        }
        for (String begin : List.of("<h1", "<h2", "<h3", "<figcaption", "<text class=\"name\"", "<text class=\"note\"",
                "<text class=\"limit\"", "<th", "<tr class=\"group\"")) {
            assertSame(html, "html", line -> line.startsWith(begin));
        }
        assertThat(html.substring(0, html.indexOf("<body>"))).as("the style").isEqualTo(
                sample("html").substring(0, sample("html").indexOf("<body>")));
        assertThat(markdown).as("who had what nobody else had").contains("sora had it after", "rolling back”")
                .containsPattern("5xx\\*\\*<br>tiketi-alb-prod \\| \\d+/min, limit 10/min");
    }

    private static void assertSame(String fresh, String format, Predicate<String> lines) throws IOException {
        List<String> now = masked(fresh, lines);

        assertThat(now).isNotEmpty().isEqualTo(masked(sample(format), lines));
    }

    /// With their moments, spans, counts and drawn lines masked, and without what varies: which alarm came first, and what was
    /// seen of an operation on its way.
    private static List<String> masked(String text, Predicate<String> lines) {
        return text.lines().filter(lines).map(line -> line.replaceAll("Warned before.*\\| worked.*", "| worked")
                .replaceAll("The first alarm after that.*|“[^”]*”\\. Verdict.*", "")
                .replaceAll("(\\d+ )?(d|h|min|s)\\b", "~")
                .replaceAll("[0-9a-f]{8}|\\d+", "#").replaceAll("(# ?~,? ?)+|(~,? ?)+", "~ ")
                .replaceAll("KST|UTC", "ZONE").replaceAll("[▁-█·]+", "=")).toList();
    }

    private static String sample(String format) throws IOException {
        return Files.readString(ReportSample.FOLDER.resolve(ReportSample.NAME + "." + format));
    }
}
