package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every label of the screens comes from the bundles, and the Korean bundle says nothing that the English does not.
class ScreenWordsTest {

    private static final Path WORDS = Path.of("src/main/resources/io/watchdeck/words");
    private static final Pattern KEY = Pattern.compile("\"(ui\\.[A-Za-z0-9.]+[A-Za-z0-9])\"");

    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        Properties english = load("words.properties");
        var missing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/io/watchdeck/ui"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().map(found -> found.group(1))
                        .filter(key -> !english.containsKey(key)).forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void koreanTextsHaveEnglishOnesAndParse() throws IOException {
        Properties english = load("words.properties");
        Properties korean = load("words_ko.properties");

        assertThat(english.stringPropertyNames()).containsAll(korean.stringPropertyNames());
        korean.stringPropertyNames().stream().filter(key -> !key.startsWith("format."))
                .forEach(key -> new MessageFormat(korean.getProperty(key), Locale.KOREAN));
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(WORDS.resolve(name))) {
            properties.load(in);
        }
        return properties;
    }
}
