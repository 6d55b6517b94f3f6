package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents point to is there: files, headings, tests and rules; and the Korean README has all of the English one.
class DocumentsTest {

    private static final Path README = Path.of("README.md");
    private static final Path KOREAN = Path.of("src/docs/README.ko.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.+)$");
    /// `StackReaderTest`, `LocksTest.theNextStartFindsItLocked`
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Contract))(?:\\.(\\w+))?`");
    private static final Pattern RULE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
            return Stream.concat(Stream.of(README), files.filter(file -> file.toString().endsWith(".md")).sorted()
                    .toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        for (String link : found(LINK, prose(document), 1)) {
            if (link.startsWith("https:")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
            assertThat(target).as(link).exists();
            if (parts.length == 2) {
                assertThat(anchors(target)).as(link).contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTestThatIsNamedIsThere(Path document) throws IOException {
        Map<String, String> tests = tests();
        for (MatchResult named : TEST.matcher(prose(document)).results().toList()) {
            assertThat(tests).containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(tests.get(named.group(1))).as(named.group()).contains("void " + named.group(2) + "(");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/docs/architecture.md", "src/docs/security.md"})
    void everyRuleThatIsNamedIsOne(Path document) throws IOException {
        String rules = Files.readString(Path.of("src/test/java/io/watchdeck/architecture/Rules.java"));

        assertThat(found(RULE, prose(document), 1)).filteredOn(name -> !name.equals("XDG_RUNTIME_DIR")
                && !name.startsWith("AWS_")).isNotEmpty().allSatisfy(name -> assertThat(rules).contains(name + "("));
    }

    @Test
    void theArchitectureNamesEveryRule() throws IOException {
        List<String> rules = found(Pattern.compile("(?m)^ {4}([A-Z_]+)\\(house"),
                Files.readString(Path.of("src/test/java/io/watchdeck/architecture/Rules.java")), 1);

        assertThat(found(RULE, prose(Path.of("src/docs/architecture.md")), 1)).containsAll(rules);
    }

    @Test
    void theKoreanReadmeHasTheCommandsPicturesAndSectionsOfTheEnglishOne() throws IOException {
        assertThat(commands(KOREAN)).isEqualTo(commands(README));
        assertThat(pictures(KOREAN)).isEqualTo(pictures(README));
        assertThat(found(HEADING, prose(KOREAN), 1)).isEqualTo(found(HEADING, prose(README), 1));
        assertThat(rows(KOREAN)).isEqualTo(rows(README));
    }

    /// What stands in fences, without what is said of it behind a `#`.
    private static List<String> commands(Path document) throws IOException {
        return FENCE.matcher(Files.readString(document)).results().map(fence -> fence.group(1).lines()
                .map(line -> line.replaceFirst("\\s+# .*$", "")).collect(Collectors.joining("\n"))).toList();
    }

    private static List<String> pictures(Path document) throws IOException {
        return found(LINK, prose(document), 1).stream().filter(link -> link.endsWith(".png"))
                .map(link -> document.resolveSibling(link).normalize().toString()).toList();
    }

    private static long rows(Path document) throws IOException {
        return prose(document).lines().filter(line -> line.startsWith("|")).count();
    }

    private static String prose(Path document) throws IOException {
        return FENCE.matcher(Files.readString(document)).replaceAll("");
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(one -> one.group(group)).toList();
    }

    /// As GitHub names them.
    private static Set<String> anchors(Path document) throws IOException {
        return found(HEADING, prose(document), 2).stream().map(heading -> heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).collect(Collectors.toSet());
    }

    /// The sources of all tests, by their class's name.
    private static Map<String, String> tests() throws IOException {
        var tests = new HashMap<String, String>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file),
                        String::concat);
            }
        }
        return tests;
    }
}
