package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Korean of what is changed from here: a particle that would go by the sound of a value, which nobody knows before, is
/// written out of the sentence instead of twice into it.
class KoreanOfOperationsTest {

    private static final Path KOREAN = Path.of("src/main/resources/io/watchdeck/words/words_ko.properties");
    private static final Pattern EITHER = Pattern.compile("은\\(는\\)|이\\(가\\)|을\\(를\\)|\\(으\\)로|과\\(와\\)");
    private static final Pattern SCREENS =
            Pattern.compile("ui\\.(operation|queues|activity|lock|dialog|palette|banner)\\..*");

    @Test
    void noParticleDependsOnAValue() throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(KOREAN)) {
            texts.load(reader);
        }

        assertThat(texts.stringPropertyNames()).filteredOn(key -> SCREENS.matcher(key).matches())
                .hasSizeGreaterThan(300)
                .allSatisfy(key -> assertThat(texts.getProperty(key)).as(key).doesNotContainPattern(EITHER));
    }
}
