package io.watchdeck.settings;

import io.watchdeck.settings.Looks.DensityWord;
import io.watchdeck.settings.Looks.ThemeWord;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.Speech.LanguageWord;
import io.watchdeck.settings.Speech.ZoneWord;
import io.watchdeck.yaml.Choice;
import io.watchdeck.yaml.Choice.Word;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.FileProblem;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// `settings.yaml`: read with the same care as a stack file, and changed line by line, so that what a person wrote stays.
/// Blocking. Has no state.
public final class SettingsFile {

    /// The words of the `theme`.
    public static final Choice<ThemeWord> THEMES = new Choice<>(List.of(new Word<>("dark", ThemeWord.DARK),
            new Word<>("light", ThemeWord.LIGHT), new Word<>("system", ThemeWord.SYSTEM)));
    /// The words of the `density`.
    public static final Choice<DensityWord> DENSITIES = new Choice<>(List.of(
            new Word<>("comfortable", DensityWord.COMFORTABLE), new Word<>("compact", DensityWord.COMPACT)));
    /// The words of the `language`.
    public static final Choice<LanguageWord> LANGUAGES = new Choice<>(List.of(new Word<>("en", LanguageWord.EN),
            new Word<>("ko", LanguageWord.KO), new Word<>("system", LanguageWord.SYSTEM)));
    /// The words of the `zone`.
    public static final Choice<ZoneWord> ZONES = new Choice<>(List.of(new Word<>("local", ZoneWord.LOCAL),
            new Word<>("utc", ZoneWord.UTC)));

    /// The words of `costs`.
    public static final Choice<CostsWord> COSTS = new Choice<>(List.of(new Word<>("needed", CostsWord.NEEDED),
            new Word<>("daily", CostsWord.DAILY)));

    /// The words of `notifications`, `sound` and `tray`.
    public static final Choice<Notices.Switch> SWITCHES = new Choice<>(List.of(
            new Word<>("on", Notices.Switch.ON), new Word<>("off", Notices.Switch.OFF)));

    /// A value in quotes or a plain one, in which a `#` begins no comment unless a blank is before it.
    private static final String VALUE = "(?:\"(?:[^\"\\\\\\r\\n]|\\\\.)*\"|'(?:[^'\\r\\n]|'')*'"
            + "|[^\"'#\\r\\n](?:[^#\\r\\n]|(?<![ \\t])#)*?)?";

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// @param settings what can be used of the file: a wrong value is as if it were not there
    /// @param problems all that is wrong, in the order of the file
    /// @param keys     that a person or the window has written
    public record Contents(Settings settings, List<FileProblem> problems, Set<String> keys) {
        public Contents {
            problems = List.copyOf(problems);
            keys = Set.copyOf(keys);
        }

        /// Of a file in which nothing stands.
        public static Contents none() {
            return new Contents(Settings.none(), List.of(), Set.of());
        }
    }

    /// The keys of the file.
    public static List<String> keys() {
        return SettingsParser.Key.SETTINGS.keys();
    }

    public Path path() {
        return file;
    }

    /// A file that is not there is no problem: nothing was chosen.
    public Contents read() {
        if (Files.notExists(file)) {
            return Contents.none();
        }
        var problems = new Problems(file.toString());
        return YamlFile.text(file, SettingsParser.KIND, problems).map(text -> contents(text, problems))
                .orElseGet(() -> new Contents(Settings.none(), problems.list(), Set.of()));
    }

    /// What a file would hold that says no more than this, such as one that a person is about to choose.
    public static Contents contents(String text) {
        return contents(text, new Problems(""));
    }

    private static Contents contents(String text, Problems problems) {
        var parser = new SettingsParser(problems);
        Optional<Fields> fields = parser.fields(text);
        Settings settings = fields.map(parser::settings).orElse(Settings.none());
        Set<String> written = new HashSet<>(keys());
        written.removeIf(key -> fields.flatMap(all -> all.node(key)).isEmpty());
        return new Contents(settings, problems.list(), written);
    }

    /// Whether a value can stand at a key.
    public static boolean takes(String key, String value) {
        return says(line(key, value) + "\n", key, Optional.of(value));
    }

    /// Writes one choice and leaves every other line as it is. A file that cannot be understood is not touched, nor one in
    /// which a line of its own would mean nothing or break it, such as one in braces; and what would be wrong is not written.
    ///
    /// @return whether it stands in the file now
    public boolean put(String key, String value) {
        return change(text -> with(text, key, value), key, Optional.of(value));
    }

    /// Takes a choice back, so that the default holds again: its line goes, but for a comment that stands in it.
    ///
    /// @return whether it is no longer in the file
    public boolean reset(String key) {
        return change(text -> without(text, key), key, Optional.empty());
    }

    private interface Edit {
        String of(String text);
    }

    private boolean change(Edit edit, String key, Optional<String> wanted) {
        try {
            return OneWriter.alone(file, () -> changed(edit, key, wanted));
        } catch (IOException _) {
            return false;
        }
    }

    private boolean changed(Edit edit, String key, Optional<String> wanted) throws IOException {
        if (!read().problems().isEmpty()) {
            return false;
        }
        String before = Files.exists(file) ? Files.readString(file) : "";
        String after = edit.of(before);
        if (!says(after, key, wanted)) {
            return false;
        }
        if (!after.equals(before)) {
            write(after);
        }
        return true;
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // A link stays one: people keep such files with others under version control.
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path beside = real.resolveSibling(real.getFileName() + ".new");
        Files.writeString(beside, text);
        if (Files.exists(real) && Files.getFileStore(real).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
        }
        Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Whether a text is free of mistakes and has this value at the key, or none.
    private static boolean says(String text, String key, Optional<String> value) {
        var problems = new Problems("");
        var parser = new SettingsParser(problems);
        Optional<Fields> fields = parser.fields(text);
        fields.ifPresent(parser::settings);
        Optional<String> said = fields.flatMap(all -> all.node(key))
                .map(node -> node instanceof ScalarNode scalar ? scalar.getValue() : "");
        return problems.list().isEmpty() && said.equals(value);
    }

    private static String line(String key, String value) {
        String plain = key + ": " + value;
        return says(plain + "\n", key, Optional.of(value)) ? plain
                : key + ": \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Matcher line(String text, Pattern key) {
        return Pattern.compile("(?m)^" + key + "[ \\t]*:[ \\t]*" + VALUE + "([ \\t]+#[^\\r\\n]*)?[ \\t]*$")
                .matcher(text);
    }

    private static String with(String text, String key, String value) {
        Matcher line = line(text, Pattern.compile(Pattern.quote(key)));
        String written = line(key, value);
        if (line.find()) {
            String comment = Optional.ofNullable(line.group(1)).orElse("");
            return text.substring(0, line.start()) + written + comment + text.substring(line.end());
        }
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + written + "\n";
    }

    private static String without(String text, String key) {
        Matcher line = line(text, Pattern.compile(Pattern.quote(key)));
        if (!line.find()) {
            return text;
        }
        String rest = text.substring(line.end());
        String before = text.substring(0, line.start());
        return Optional.ofNullable(line.group(1)).map(comment -> before + comment.strip() + rest)
                .orElseGet(() -> before + rest.replaceFirst("^\\R", ""));
    }
}
