package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Test
    void quotesWhatNeedsIt() {
        var csv = new Csv("x", List.of("a", "b"), List.of(List.of("1,850/min", "says \"no\"\nand more")));

        assertThat(csv.text()).isEqualTo("\uFEFFa,b\r\n\"1,850/min\",\"says \"\"no\"\"\nand more\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({"1850, 1850", "1234567.5, 1234567.5", "0.0, 0", "2.50001, 2.5", "0.0004, 0", "-3, -3"})
    void aNumberIsWrittenAsDataInEveryLanguage(double value, String expected) {
        assertThat(Csv.number(value)).isEqualTo(expected);
    }

    @Test
    void whatIsNotKnownIsEmptyAndNotZero() {
        assertThat(Csv.number(OptionalDouble.empty())).isEmpty();
    }

    @Test
    void aCellIsNeverAFormula() {
        assertThat(new Csv("x", List.of("a"), List.of(List.of("=1+1"))).text()).endsWith("\r\n'=1+1\r\n");
    }
}
