package io.watchdeck.settings;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.FileKind;
import io.watchdeck.yaml.Keys;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import io.watchdeck.yaml.YamlTree;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads what stands in the settings file. Has no state but the list of what is wrong.
final class SettingsParser {

    static final FileKind KIND = new FileKind("", "Is it the settings file?", "Write all settings into one.");

    private static final Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(%)?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,4})\\s*%?");

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})\\s*d");

    private final Problems problems;

    SettingsParser(Problems problems) {
        this.problems = problems;
    }

    enum Key implements Keys {
        SETTINGS;

        @Override
        public String title() {
            return "The file";
        }

        @Override
        public List<String> required() {
            return List.of();
        }

        @Override
        public List<String> keys() {
            return List.of("theme", "density", "textSize", "language", "zone", "cap", "allowance", "costs", "name",
                    "nag", "quiet", "notifications", "sound", "tray", "keepMinutes", "keepFiveMinutes", "keepHours");
        }

        @Override
        public String example(String key) {
            return "theme: dark";
        }
    }

    /// The keys of a text; empty where there is none, which is no problem, or where it cannot be understood, which is.
    Optional<Fields> fields(String text) {
        if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            return Optional.empty();
        }
        return new YamlTree(problems, KIND).root(text).flatMap(root -> Fields.of(root, Key.SETTINGS, problems));
    }

    Settings settings(Fields fields) {
        return new Settings(
                new Looks(fields.choice("theme", SettingsFile.THEMES),
                        fields.choice("density", SettingsFile.DENSITIES), textSize(fields)),
                new Speech(fields.choice("language", SettingsFile.LANGUAGES),
                        fields.choice("zone", SettingsFile.ZONES)),
                cap(fields), fields.node("allowance").flatMap(this::allowance),
                fields.choice("costs", SettingsFile.COSTS), fields.text("name"),
                new NoticesParser(problems).parse(fields), keep(fields));
    }

    private Keep keep(Fields fields) {
        var chosen = new EnumMap<Keep.Part, Integer>(Keep.Part.class);
        for (Keep.Part part : Keep.Part.values()) {
            fields.node(part.key()).flatMap(node -> days(part, node)).ifPresent(days -> chosen.put(part, days));
        }
        return new Keep(chosen);
    }

    private Optional<Integer> days(Keep.Part part, Node node) {
        String remedy = "Write days from " + part.least() + "d to " + part.most() + "d.";
        Matcher days = DAYS.matcher(Scalars.shown(node));
        if (!days.matches()) {
            return new Scalars(problems).wrongType(node, "'" + part.key() + "'", "a number of days", remedy);
        }
        int number = Integer.parseInt(days.group(1));
        if (number < part.least() || number > part.most()) {
            problems.at(node, "'" + part.key() + "' cannot be " + Scalars.shown(node) + ".", remedy);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private OptionalInt textSize(Fields fields) {
        return fields.node("textSize").flatMap(this::textSize).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private Optional<Integer> textSize(Node node) {
        String remedy = "Write a whole percentage from " + Looks.SMALLEST + "% to " + Looks.LARGEST + "%.";
        Matcher percent = PERCENT.matcher(Scalars.shown(node));
        if (!percent.matches()) {
            return new Scalars(problems).wrongType(node, "'textSize'", "a percentage", remedy);
        }
        int size = Integer.parseInt(percent.group(1));
        if (size < Looks.SMALLEST || size > Looks.LARGEST) {
            problems.at(node, "'textSize' cannot be " + Scalars.shown(node) + ".", remedy);
            return Optional.empty();
        }
        return Optional.of(size);
    }

    private Optional<Money> cap(Fields fields) {
        return fields.number("cap").flatMap(amount -> {
            if (amount.signum() < 0) {
                problems.at(fields.node("cap").orElseThrow(), "'cap' cannot be " + amount.toPlainString() + ".",
                        "Write US dollars a month, such as 2, or 0 for calls that are free only.");
                return Optional.<BigDecimal>empty();
            }
            if (amount.compareTo(Settings.GREATEST_CAP.amount()) > 0) {
                problems.at(fields.node("cap").orElseThrow(), "'cap' cannot be " + amount.toPlainString() + ".",
                        "Write US dollars a month, such as 2, and " + Settings.GREATEST_CAP.amount().toPlainString()
                                + " at most.");
                return Optional.<BigDecimal>empty();
            }
            return Optional.of(amount);
        }).map(amount -> Money.usd(amount.toPlainString()));
    }

    private Optional<FreeShare> allowance(Node node) {
        Matcher share = SHARE.matcher(Scalars.shown(node));
        if (!share.matches()) {
            return new Scalars(problems).wrongType(node, "'allowance'", "a percentage or a number of requests",
                    "Write 50% of what CloudWatch gives free of charge, or a number of requests a month such as"
                            + " 200000.");
        }
        boolean percent = share.group(2) != null;
        var amount = new BigDecimal(share.group(1));
        if (percent ? amount.compareTo(BigDecimal.valueOf(100)) > 0
                : amount.remainder(BigDecimal.ONE).signum() != 0) {
            problems.at(node, "'allowance' cannot be " + Scalars.shown(node) + ".",
                    percent ? "100% is all of it." : "Requests are counted in whole numbers.");
            return Optional.empty();
        }
        return Optional.of(new FreeShare(amount, percent));
    }
}
