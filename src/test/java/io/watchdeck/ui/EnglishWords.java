package io.watchdeck.ui;

import io.watchdeck.ui.TextFinding.Kind;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Parent;

/// Finds English on a Korean screen: words of the English bundle that the Korean one never uses. What both use are AWS's own
/// terms, units and names of tools; names of stacks, services and queues are words of no bundle, or written with hyphens.
public final class EnglishWords {

    private static final Path BUNDLES = Path.of("src/main/resources/io/watchdeck/words");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern EDGES = Pattern.compile("^[\"'“‘(\\[]+|[\"'”’)\\].,:;!?…]+$");

    private final Set<String> english;
    private final List<String> names;

    /// @param names that are said as they stand, such as what a stack file calls its rules
    public EnglishWords(Collection<String> names) {
        this.names = names.stream().filter(name -> name.length() > 2).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        english = words("words.properties");
        english.removeAll(words("words_ko.properties"));
    }

    private static Set<String> words(String bundle) {
        Properties properties = properties(bundle);
        var words = new HashSet<String>();
        properties.stringPropertyNames().stream().filter(key -> !key.startsWith("format."))
                .flatMap(key -> WORD.matcher(properties.getProperty(key)).results()).map(found -> found.group()
                        .toLowerCase(Locale.ROOT))
                .forEach(words::add);
        return words;
    }

    private static Properties properties(String bundle) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }

    /// Every text of both bundles that says the same always.
    public static Set<String> fixed() {
        return Stream.of("words.properties", "words_ko.properties").map(EnglishWords::properties)
                .flatMap(bundle -> bundle.values().stream()).map(String.class::cast)
                .filter(text -> !text.contains("{")).map(text -> text.replace("''", "'"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// @param root of a scene in Korean
    public List<TextFinding> in(Parent root) {
        var found = new ArrayList<TextFinding>();
        var seen = new HashSet<String>();
        for (ShownText text : ShownText.all(root)) {
            if (isEnglish(text.wanted())) {
                found.add(new TextFinding(Kind.UNTRANSLATED, text.place(), text.wanted()));
            }
            text.explanations().stream().filter(seen::add).filter(this::isEnglish).forEach(said -> found.add(
                    new TextFinding(Kind.UNTRANSLATED, text.place() + " (explained)", said)));
        }
        return found;
    }

    /// A name may stand in a Korean sentence, two English words after each other may not.
    boolean isEnglish(String text) {
        String said = text;
        for (String name : names) {
            said = said.replace(name, "1");
        }
        int wanted = HANGUL.matcher(text).find() ? 2 : 1;
        int row = 0;
        for (String token : said.split("\\s+")) {
            String word = EDGES.matcher(token).replaceAll("");
            row = WORD.matcher(word).matches() && english.contains(word.toLowerCase(Locale.ROOT)) ? row + 1 : 0;
            if (row >= wanted) {
                return true;
            }
        }
        return false;
    }
}
