package io.watchdeck.settings;

import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads how alarms are told.
final class NoticesParser {

    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");
    private static final String EXAMPLE = "Write two times of the local zone, such as 22:00-07:00.";

    private final Problems problems;

    NoticesParser(Problems problems) {
        this.problems = problems;
    }

    Notices parse(Fields fields) {
        return new Notices(fields.node("nag").flatMap(this::nag), fields.node("quiet").flatMap(this::quiet),
                fields.choice("notifications", SettingsFile.SWITCHES), fields.choice("sound", SettingsFile.SWITCHES),
                fields.choice("tray", SettingsFile.SWITCHES));
    }

    private Optional<Duration> nag(Node node) {
        return Scalars.shown(node).equals("off") ? Optional.of(Notices.NEVER)
                : new Scalars(problems).period(node, "'nag'");
    }

    private Optional<QuietHours> quiet(Node node) {
        Matcher hours = HOURS.matcher(Scalars.shown(node));
        if (!hours.matches()) {
            return new Scalars(problems).wrongType(node, "'quiet'", "two times of a day", EXAMPLE);
        }
        Optional<LocalTime> from = time(hours.group(1));
        Optional<LocalTime> to = time(hours.group(2));
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            problems.at(node, "'quiet' cannot be " + Scalars.shown(node) + ".", EXAMPLE);
            return Optional.empty();
        }
        return Optional.of(new QuietHours(from.get(), to.get()));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
