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

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+cmd, '''+cmd'", "-cmd|calc, '''-cmd|calc'", "@SUM(A1), '''@SUM(A1)'",
            "'\tx', '''\tx'", "-3.5, -3.5", "+12%, +12%", "plain, plain", "a=b, a=b"})
    void aCellIsNeverAFormula(String cell, String expected) {
        assertThat(Csv.harmless(cell)).isEqualTo(expected);
    }
}
