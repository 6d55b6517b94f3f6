package io.watchdeck.sandbox.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {

    private static final String LINE = "ERROR request failed path=/api status=502: upstream timed out";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"``|true", "ERROR|true", "error|false",
            "ERROR 502|true", "ERROR 503|false", "?502 ?503|true", "?500 ?503|false", "ERROR -502|false",
            "ERROR -503|true", "\"timed out\"|true", "\"out timed\"|false", "-\"timed out\"|false",
            "ERROR ?500 ?502 -FATAL|true"})
    void wordsDecide(String pattern, boolean matches) {
        assertThat(new FilterPattern(pattern).matches(LINE)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ $.level = \"ERROR\" }", "[ip, user]", "%50[0-9]%", "\"no end", "ERROR \"no end"})
    void whatIsNoListOfWordsIsRefused(String pattern) {
        assertThatThrownBy(() -> new FilterPattern(pattern)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pattern);
    }

    @Test
    void anEmptyPatternMatchesAnEmptyLine() {
        assertThat(new FilterPattern(" ").matches("")).isTrue();
    }
}
