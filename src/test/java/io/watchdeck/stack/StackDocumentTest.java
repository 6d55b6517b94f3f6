package io.watchdeck.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The document on stack files tells what the reader does.
class StackDocumentTest {

    private final String document = document();

    @Test
    void theExampleIsGood() {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(document);

        assertThat(example.find()).isTrue();
        assertThat(StackFiles.problems(example.group(1))).isEmpty();
    }

    @Test
    void everyKeyIsInATable() {
        Set<String> words = Pattern.compile("`([^`]+)`").matcher(document.lines().filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"))).results()
                .flatMap(match -> Arrays.stream(match.group(1).split("[^A-Za-z]+")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> keys = Arrays.stream(Block.values()).flatMap(block -> block.keys().stream())
                .collect(Collectors.toSet());

        assertThat(words).containsAll(keys);
    }

    @Test
    void theWordsOfMissingDataAndLimitsAreThere() {
        assertThat(Choices.MISSING.words()).allSatisfy(word -> assertThat(document).contains("| `" + word + "` |"));
        assertThat(LimitWord.words()).allSatisfy(word -> assertThat(document).contains("% of " + word + "` |"));
    }

    private static String document() {
        try {
            return Files.readString(Path.of("src/docs/stack-files.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
