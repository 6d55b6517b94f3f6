package io.watchdeck;

import io.watchdeck.model.TimeRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import picocli.CommandLine;

/// The sample reports of `src/docs/report`, written by the command itself as if it were the minute after the incident. In the
/// zone and under the name of whoever runs it: `-Duser.timezone=Asia/Seoul -Duser.name=sora`.
final class ReportSample {

    static final Path FOLDER = Path.of("src", "docs", "report");
    static final String NAME = "tiketi-incident";

    private ReportSample() {}

    /// @param arguments a folder for the history, which is not there yet; where the reports are written
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        TimeRange incident = ReportedIncident.record(data);
        Files.createDirectories(out);
        for (String format : new String[] {"md", "html"}) {
            Files.writeString(out.resolve(NAME + "." + format), written(data, incident, format));
        }
        System.exit(0);
    }

    /// Of all but the first twenty minutes, in which the simulated account settles.
    static String written(Path data, TimeRange incident, String format) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        ExportReportCommand report = command.getSubcommands().get("export").getSubcommands().get("report").getCommand();
        report.made(Clock.fixed(incident.to().plus(Duration.ofMinutes(1)), ZoneOffset.UTC));
        int code = command.execute("export", "report", "--data", data.toString(), "--lang", "en", "--stack",
                "tiketi-prod",
                "--stack", "glimpse-prod", "--from", incident.from().plus(Duration.ofMinutes(20)).toString(), "--to",
                incident.to().toString(), "--format", format);
        if (code != ExitCode.OK) {
            throw new IllegalStateException(code + ": " + err);
        }
        return out.toString();
    }
}
