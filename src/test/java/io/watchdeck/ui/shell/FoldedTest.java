package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest
    @CsvSource({"tiketi-booking-service, tiketi-booking-service, 0", "Tiketi, tiketi, 0",
            "tiketi-booking-service, tik, 1", "tiketi-booking-service, book, 2", "CodeMate, mate, 2",
            "tiketi-booking-service, ooki, 4", "tiketi-booking-service, tbs, 5", "tiketi-booking-service, tibo, 5",
            "tiketi-booking-service, bokng, 8", "tiketi-booking-service, xyz, 1000",
            "tiketi-booking-service, gnik, 1000", "tiketi-booking-service, tgic, 1000"})
    void betterFitsAreSmallerNumbers(String text, String typed, int fit) {
        assertThat(fit(text, typed)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"배포, 배포, 0", "배포 중단, 배포, 1", "재배포, 배포, 4", "강제 배포, 배포, 2", "배포, 배ㅍ, 1", "배포, 뱊, 1", "배포, ㅂ, 1",
            "배포, 밮, 1000", "값, 갑ㅅ, 0", "과금, 고, 1", "배포 중단, ㅂㅍㅈㄷ, 5", "재배포, ㅂㅍ, 5", "대기열, ㅏ, 1000"})
    void hangulFitsByTheKeysThatAreStruck(String text, String typed, int fit) {
        assertThat(fit(text, typed)).isEqualTo(fit);
    }

    @Test
    void composedAndDecomposedHangulAreTheSame() {
        String decomposed = Normalizer.normalize("배포", Normalizer.Form.NFD);

        assertThat(decomposed).hasSize(4);
        assertThat(fit("배포", decomposed)).isZero();
        assertThat(fit(decomposed, "배포")).isZero();
        assertThat(Folded.of(decomposed).text()).isEqualTo("배포");
    }

    @Test
    void marksTheLettersThatWereTyped() {
        assertThat(marks("tiketi-booking-service", "book")).isEqualTo("7, 8, 9, 10");
        assertThat(marks("tiketi-booking-service", "tbs")).isEqualTo("0, 7, 15");
        assertThat(marks("강제 배포", "뱊")).isEqualTo("3, 4");
        assertThat(marks("강제 배포", "롤백")).isEmpty();
    }

    private static String marks(String text, String typed) {
        BitSet marks = Folded.of(text).marks(Folded.of(typed));
        return marks.isEmpty() ? "" : marks.toString().replaceAll("[{}]", "");
    }

    private static int fit(String text, String typed) {
        return Folded.of(text).fit(Folded.of(typed));
    }
}
