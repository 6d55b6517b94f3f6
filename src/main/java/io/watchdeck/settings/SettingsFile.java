package io.watchdeck.settings;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.Settings.LanguageWord;
import io.watchdeck.settings.Settings.ThemeWord;
import io.watchdeck.yaml.Choice;
import io.watchdeck.yaml.Choice.Word;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.FileKind;
import io.watchdeck.yaml.FileProblem;
import io.watchdeck.yaml.Keys;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import io.watchdeck.yaml.YamlFile;
import io.watchdeck.yaml.YamlTree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `settings.yaml`: read with the same care as a stack file, and changed line by line, so that what a person wrote stays.
/// Blocking. Has no state.
public final class SettingsFile {

    /// The words of the `theme`.
    public static final Choice<ThemeWord> THEMES = new Choice<>(List.of(new Word<>("dark", ThemeWord.DARK),
            new Word<>("light", ThemeWord.LIGHT), new Word<>("system", ThemeWord.SYSTEM)));
    /// The words of the `language`.
    public static final Choice<LanguageWord> LANGUAGES = new Choice<>(List.of(new Word<>("en", LanguageWord.EN),
            new Word<>("ko", LanguageWord.KO), new Word<>("system", LanguageWord.SYSTEM)));

    /// The words of `costs`.
    public static final Choice<CostsWord> COSTS = new Choice<>(List.of(new Word<>("needed", CostsWord.NEEDED),
            new Word<>("daily", CostsWord.DAILY)));

    /// The words of `notifications`, `sound` and `tray`.
    public static final Choice<Notices.Switch> SWITCHES = new Choice<>(List.of(
            new Word<>("on", Notices.Switch.ON), new Word<>("off", Notices.Switch.OFF)));

    private static final FileKind KIND = new FileKind("", "Is it the settings file?", "Write all settings into one.");

    private static final Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(%)?");

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// @param settings what can be used of the file: a wrong value is as if it were not there
    /// @param problems all that is wrong, in the order of the file
    public record Contents(Settings settings, List<FileProblem> problems) {
        public Contents {
            problems = List.copyOf(problems);
        }
    }

    private enum Key implements Keys {
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
            return List.of("theme", "language", "cap", "allowance", "costs", "name", "nag", "quiet",
                    "notifications", "sound", "tray");
        }

        @Override
        public String example(String key) {
            return "theme: dark";
        }
    }

    /// The keys of the file.
    public static List<String> keys() {
        return Key.SETTINGS.keys();
    }

    public Path path() {
        return file;
    }

    /// A file that is not there is no problem: nothing was chosen.
    public Contents read() {
        if (Files.notExists(file)) {
            return new Contents(Settings.none(), List.of());
        }
        var problems = new Problems(file.toString());
        Settings settings = YamlFile.text(file, KIND, problems).map(text -> parsed(text, problems))
                .orElse(Settings.none());
        return new Contents(settings, problems.list());
    }

    private static Settings parsed(String text, Problems problems) {
        if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            return Settings.none();
        }
        return new YamlTree(problems, KIND).root(text).flatMap(root -> Fields.of(root, Key.SETTINGS, problems))
                .map(fields -> new Settings(fields.choice("theme", THEMES), fields.choice("language", LANGUAGES),
                        cap(fields, problems), allowance(fields, problems), fields.choice("costs", COSTS),
                        fields.text("name"), new NoticesParser(problems).parse(fields)))
                .orElse(Settings.none());
    }

    private static Optional<Money> cap(Fields fields, Problems problems) {
        return fields.number("cap").flatMap(amount -> {
            if (amount.signum() < 0) {
                problems.at(fields.node("cap").orElseThrow(), "'cap' cannot be " + amount.toPlainString() + ".",
                        "Write US dollars a month, such as 2, or 0 for calls that are free only.");
                return Optional.<BigDecimal>empty();
            }
            return Optional.of(amount);
        }).map(amount -> Money.usd(amount.toPlainString()));
    }

    private static Optional<FreeShare> allowance(Fields fields, Problems problems) {
        return fields.node("allowance").flatMap(node -> {
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
        });
    }

    /// Writes one choice and leaves every other line as it is. A file that cannot be understood is not touched, nor one in
    /// which a line of its own would mean nothing or break it, such as one in braces.
    ///
    /// @param value one word that needs no quotes
    /// @return whether it stands in the file now
    public boolean put(String key, String value) {
        try {
            if (!read().problems().isEmpty()) {
                return false;
            }
            String after = with(Files.exists(file) ? Files.readString(file) : "", key, value);
            if (!says(after, key, value)) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            // A link stays one: people keep such files with others under version control.
            Path real = Files.exists(file) ? file.toRealPath() : file;
            Path beside = real.resolveSibling(real.getFileName() + ".new");
            Files.writeString(beside, after);
            Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean says(String text, String key, String value) {
        var problems = new Problems("");
        Optional<String> said = new YamlTree(problems, KIND).root(text)
                .flatMap(root -> Fields.of(root, Key.SETTINGS, problems))
                .flatMap(fields -> fields.node(key)).map(Scalars::shown);
        return said.equals(Optional.of(value)) && problems.list().isEmpty();
    }

    private static String with(String text, String key, String value) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(key) + "[ \\t]*:[^#\\r\\n]*?([ \\t]+#[^\\r\\n]*)?$")
                .matcher(text);
        String written = key + ": " + value;
        if (line.find()) {
            String comment = Optional.ofNullable(line.group(1)).orElse("");
            return text.substring(0, line.start()) + written + comment + text.substring(line.end());
        }
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + written + "\n";
    }
}
