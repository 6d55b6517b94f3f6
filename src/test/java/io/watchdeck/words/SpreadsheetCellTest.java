package io.watchdeck.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+cmd, '''+cmd'", "-cmd|calc, '''-cmd|calc'", "@SUM(A1), '''@SUM(A1)'",
            "'\tx', '''\tx'", "-3.5, -3.5", "+12%, +12%", "plain, plain", "a=b, a=b"})
    void aCellIsNeverAFormula(String cell, String expected) {
        assertThat(SpreadsheetCell.harmless(cell)).isEqualTo(expected);
    }
}
