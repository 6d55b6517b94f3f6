package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilterTest {

    private static final Map<String, String> ROW = Map.of("stack", "CodeMate codemate-dev", "env", "development DEV",
            "why", "Pipeline failed at 13:21");

    @ParameterizedTest
    @CsvSource({"'', true", "code, true", "CODEMATE, true", "code pipeline, true", "code missing, false",
            "!code, false", "!prod, true", "env:dev, true", "env:prod, false", "!env:dev, false", "!env:prod, true",
            "13:21, true", "13:22, false", "stack:, true", "!, true", "nocolumn:code, false"})
    void matches(String typed, boolean expected) {
        assertThat(TextFilter.of(typed).matches(ROW)).isEqualTo(expected);
    }
}
