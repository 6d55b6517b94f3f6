package io.watchdeck.desktop;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/// Shows notifications with the program that the system brings for it: `notify-send` of libnotify on Linux, `osascript` on
/// macOS, PowerShell on Windows. Texts are handed over as arguments or in the environment, never as program text.
public final class Notifications {

    private static final System.Logger LOG = System.getLogger(Notifications.class.getName());
    /// A desktop that does not answer is not waited for.
    private static final int SECONDS = 10;

    private final Function<Note, Optional<Call>> system;

    /// What is to be shown.
    ///
    /// @param urgent whether it stays until somebody has seen it
    public record Note(String title, String text, boolean urgent) {}

    /// A program with its arguments, and what it is told beside them.
    record Call(List<String> line, String title, String text) {}

    private Notifications(Function<Note, Optional<Call>> system) {
        this.system = system;
    }

    /// Those of this machine.
    public static Notifications ofThisMachine() {
        return of(System.getProperty("os.name"), name -> Stream.of(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable));
    }

    /// @param has whether a program is there
    static Notifications of(String system, java.util.function.Predicate<String> has) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new Notifications(note -> Optional.of(mac(note)));
        }
        if (name.startsWith("windows")) {
            return new Notifications(note -> Optional.of(windows(note)));
        }
        return new Notifications(note -> Optional.of(note).filter(_ -> has.test("notify-send"))
                .map(Notifications::linux));
    }

    Optional<Call> call(Note note) {
        return system.apply(note);
    }

    private static Call linux(Note note) {
        return new Call(List.of("notify-send", "--app-name=Watchdeck", "--icon=dialog-warning",
                "--urgency=" + (note.urgent() ? "critical" : "normal"), "--", note.title(), note.text()), note.title(),
                note.text());
    }

    private static Call mac(Note note) {
        return new Call(List.of("osascript", "-e", "on run argv", "-e",
                "display notification (item 2 of argv) with title \"Watchdeck\" subtitle (item 1 of argv)", "-e",
                "end run", note.title(), note.text()), note.title(), note.text());
    }

    /// A balloon of a passing icon in the notification area.
    private static Call windows(Note note) {
        return new Call(List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", """
                Add-Type -AssemblyName System.Windows.Forms, System.Drawing
                $icon = New-Object System.Windows.Forms.NotifyIcon
                $icon.Icon = [System.Drawing.SystemIcons]::Warning
                $icon.Visible = $true
                $icon.ShowBalloonTip(10000, $env:WATCHDECK_TITLE, $env:WATCHDECK_TEXT, 'Warning')
                Start-Sleep -Seconds 8
                $icon.Dispose()"""), note.title(), note.text());
    }

    /// Shows it, or nothing where the system cannot. Blocking, some seconds at most.
    public void show(Note note) {
        call(note).ifPresent(Notifications::run);
    }

    private static void run(Call call) {
        var program = new ProcessBuilder(call.line()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("WATCHDECK_TITLE", call.title());
        program.environment().put("WATCHDECK_TEXT", call.text());
        try {
            Process running = program.start();
            if (!running.waitFor(SECONDS, TimeUnit.SECONDS)) {
                running.destroy();
            }
        } catch (IOException missing) {
            LOG.log(Level.DEBUG, "No notification", missing);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
