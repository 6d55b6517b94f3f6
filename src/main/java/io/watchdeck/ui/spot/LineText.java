package io.watchdeck.ui.spot;

import io.watchdeck.fleet.EcsSentence;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a line of the ledger into words.
final class LineText {

    /// The columns that a filter knows.
    static final List<String> COLUMNS =
            List.of("stack", "env", "service", "kind", "task", "zone", "provider", "reason");

    private static final int SHORT = 8;

    private final SpotText text;
    private final Words words;

    LineText(SpotText text) {
        this.text = text;
        words = text.words();
    }

    SpotLine of(Line line, StackFile file, Instant now) {
        LedgerEntry entry = line.entry();
        String time = words.whenSeconds(entry.at(), now);
        Duration passed = Duration.between(entry.at(), now);
        String ago = text.say(ago(entry), passed.isNegative() ? Duration.ZERO : passed);
        return switch (entry) {
            case Interruption one -> new SpotLine(one.id(), one.kind(), time,
                    new InterruptionText(words).when(one, now) + "\n" + words.moments(one.at()), ago, title(one),
                    one.service().service(), file.name(), file.environment(), task(one.task()), one.task(),
                    zone(one.zone()), one.provider(),
                    one.age().map(words::span).orElseGet(() -> text.say("ui.spot.unknown")),
                    waited(one), tone(one, file), beside(one));
            case PlacementFailure one -> new SpotLine(one.id(), one.kind(), time, words.moments(one.at()), ago,
                    title(one), one.service().service(), file.name(), file.environment(),
                    text.say("ui.spot.cause." + one.cause().name()),
                    ShortNames.in(new EcsSentence(one.message()).bare()), "", "", "", "",
                    Tone.PLAIN, "");
        };
    }

    /// With what its time is the time of.
    private static String ago(LedgerEntry entry) {
        return switch (entry) {
            case Interruption one -> one.stoppingAt().isPresent() ? "ui.spot.ago.notice"
                    : one.stoppedAt().isPresent() ? "ui.spot.ago.stopped" : "ui.spot.ago.seen";
            case PlacementFailure _ -> "ui.spot.ago";
        };
    }

    String title(LedgerEntry entry) {
        return switch (entry) {
            case Interruption one -> text.say(one.stoppedAt().isEmpty() && !one.isCertain() ? "ui.spot.notice"
                    : "ui.spot.interrupted");
            case PlacementFailure _ -> text.say("ui.spot.notPlaced");
        };
    }

    /// The first characters of the id, which is at the end of the ARN.
    static String task(String arn) {
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        return id.length() > SHORT ? id.substring(0, SHORT) : id;
    }

    String zone(String zone) {
        return zone.isEmpty() ? text.say("ui.spot.zone.unknown") : zone;
    }

    String waited(Interruption one) {
        return one.timeToReplacement().map(wait -> ranBefore(one) ? text.say("ui.spot.before") : text.wait(wait))
                .orElseGet(() -> text.say(one.replacement().isPresent() ? "ui.spot.replaced" : "ui.spot.stillOpen"));
    }

    /// Before the second in which it stopped.
    private static boolean ranBefore(Interruption one) {
        return one.replacement().filter(other -> one.stoppedAt().filter(stop -> other.runningAt()
                .truncatedTo(ChronoUnit.SECONDS).isBefore(stop.truncatedTo(ChronoUnit.SECONDS))).isPresent())
                .isPresent();
    }

    Tone tone(Interruption one, StackFile file) {
        if (one.replacement().isEmpty()) {
            return Tone.WARNING;
        }
        Optional<Duration> plan = file.components().services().stream()
                .filter(spec -> spec.name().equals(one.service().service()))
                .flatMap(spec -> spec.expected().replacement().stream()).findFirst();
        return one.timeToReplacement().filter(wait -> plan.filter(most -> wait.compareTo(most) > 0).isPresent())
                .isPresent() ? Tone.WARNING : Tone.PLAIN;
    }

    private String beside(Interruption one) {
        return one.replacement().map(other -> text.say("ui.spot.replacedBy", task(other.task()))).orElse("");
    }

    /// What the filter looks for, by column: the names are those of [#COLUMNS].
    Map<String, String> columns(Line line, StackFile file) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("stack", file.name() + " " + file.id().value());
        columns.put("env", file.environment().word());
        columns.put("service", line.entry().service().service());
        columns.put("kind", line.entry() instanceof Interruption ? "interruption " + title(line.entry())
                : "placement " + title(line.entry()));
        switch (line.entry()) {
            case Interruption one -> {
                columns.put("task", one.task() + one.replacement().map(other -> " " + other.task()).orElse(""));
                columns.put("zone", one.zone());
                columns.put("provider", one.provider());
                columns.put("reason", one.stopCode() + " " + one.reason());
            }
            case PlacementFailure one -> columns.put("reason", one.cause() + " " + one.message());
        }
        return columns;
    }

    /// The columns of a file, under [#header].
    List<String> csv(Line line, StackFile file) {
        LedgerEntry entry = line.entry();
        return switch (entry) {
            case Interruption one -> List.of(one.at().toString(), file.id().value(), one.service().service(),
                    "interruption", one.task(), one.zone(), one.provider(),
                    one.age().map(LineText::seconds).orElse(""),
                    one.stoppedAt().map(Instant::toString).orElse(""),
                    one.replacement().map(Interruption.Replacement::task).orElse(""),
                    one.timeToReplacement().map(LineText::seconds).orElse(""), one.stopCode(), one.reason(),
                    one.learnt().name());
            case PlacementFailure one -> List.of(one.at().toString(), file.id().value(), one.service().service(),
                    "placementFailure", "", "", "", "", "", "", "", one.cause().name(), one.message(),
                    one.learnt().name());
        };
    }

    static List<String> header() {
        return List.of("at", "stack", "service", "kind", "task", "zone", "capacityProvider", "taskAgeSeconds",
                "stoppedAt", "replacement", "replacementSeconds", "code", "reason", "learnt");
    }

    private static String seconds(Duration length) {
        return Long.toString(length.toSeconds());
    }
}
