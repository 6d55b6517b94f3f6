package io.watchdeck.words;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts of one language, as the file has them.
record Bundle(String name, Map<String, String> texts) {

    private static final Path FOLDER = Path.of("src/main/resources/io/watchdeck/words");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern SAID = Pattern.compile("\\{(\\d+)(?!,choice)\\b");

    static Bundle base() {
        return of(FOLDER.resolve("words.properties"));
    }

    static List<Bundle> translations() {
        return all().stream().filter(bundle -> !bundle.name.equals("words.properties")).toList();
    }

    static List<Bundle> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Bundle::of).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Bundle of(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new Bundle(file.getFileName().toString(), texts);
    }

    /// In the order of the file, each as often as it stands there.
    List<String> keysAsWritten() {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(name))) {
            return lines.filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('='))).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The texts that are messages; those below `format.` are patterns of dates.
    Map<String, String> messages() {
        var messages = new TreeMap<>(texts);
        messages.keySet().removeIf(key -> key.startsWith("format."));
        return messages;
    }

    /// The numbers of the arguments that a text uses.
    static List<Integer> arguments(String text) {
        return numbers(ARGUMENT, text);
    }

    /// The numbers of the arguments that a text says, rather than only choosing its words by them.
    static List<Integer> said(String text) {
        return numbers(SAID, text);
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> Integer.valueOf(found.group(1))).distinct().sorted()
                .toList();
    }

    /// The keys that are written out in the source of the product where a phrase is made or said.
    static List<String> keysInSources() {
        Pattern made = Pattern.compile("\"((?:operation|proof|gate)\\.[\\w.]+)\"|"
                + "(?:Phrase\\.of|\\.say|\\bsay|\\bof\\(Kind\\.\\w+,|failure\\(Kind\\.\\w+,)\\(?\\s*\"([\\w.]+)\"(?!\\s*\\+)");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Bundle::source).map(made::matcher)
                    .flatMap(Matcher::results).map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .distinct().sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
