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
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"{ $.level = \"error\" };true",
            "{ $.level = error };true", "{$.level=\"err*\"};true", "{ $.level = \"ERROR\" };false",
            "{ $.level != \"info\" };true", "{ $.status = 502 };true", "{ $.status = 50* };true",
            "{ $.status >= 500 && $.status < 504 };true", "{ $.duration > 5000 };false", "{ $.duration <= 4100 };true",
            "{ $.none = 1 };false", "{ $.none != 1 };false", "{ $.none NOT EXISTS };true",
            "{ $.level NOT EXISTS };false", "{ $.user IS NULL };true", "{ $.retried IS TRUE };true",
            "{ $.retried IS FALSE };false", "{ $.tags[1] = \"slow\" };true", "{ $.http.path = \"/api/*\" };true",
            "{ $.level = info || ($.status = 502 && $.msg = \"upstream timed out\") };true",
            "{ $.level = info && $.status = 502 || $.status = 500 };false", "{ $.msg > 5 };false",
            "error;true", "-upstream;false", "\"timed out\" ?502 ?503;true"})
    void fieldsOfALineThatIsJsonDecide(String pattern, boolean matches) {
        assertThat(new FilterPattern(pattern).matches("""
                {"level":"error","msg":"upstream timed out","status":502,"duration":4100,"user":null,"retried":true,\
                "tags":["api","slow"],"http":{"path":"/api/items"}}""")).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR level=error", "{ level: error", "[{\"level\":\"error\"}]", "", "\"error\""})
    void aLineThatIsNoJsonObjectHasNoFields(String line) {
        assertThat(new FilterPattern("{ $.level = \"error\" || $.level NOT EXISTS }").matches(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ $.level = }", "{ level = error }", "{ $.level = error", "{ $.level = error } more", "{ }",
                    "{ $.a = b || }", "{ ($.a = b }", "{ $.a = %50[0-9]% }", "[ip, user]", "%50[0-9]%", "\"no end",
                    "ERROR \"no end"})
    void whatIsNoListOfWordsIsRefused(String pattern) {
        assertThatThrownBy(() -> new FilterPattern(pattern)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pattern);
    }

    @Test
    void anEmptyPatternMatchesAnEmptyLine() {
        assertThat(new FilterPattern(" ").matches("")).isTrue();
    }
}
