package io.watchdeck.ui.kit.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.kit.logs.LogText.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {

    private static final String ESC = "\u001b";

    @Test
    void theColoursOfATerminalAreLeftOut() {
        assertThat(LogText.harmless(ESC + "[1;31mERROR" + ESC + "[0m lost" + ESC + "[K")).isEqualTo("ERROR lost");
        assertThat(LogText.harmless(ESC + "]8;;https://evil.example" + ESC + "\\link" + ESC + "]8;;\u0007"))
                .isEqualTo("link");
    }

    @Test
    void whatCannotBePrintedIsItsNumber() {
        assertThat(LogText.harmless("a\u0000b\u202ec\rd" + ESC + "e\u0085f"))
                .isEqualTo("a\\x00b\\u{202e}c\\x0dd\\x1be\\x85f");
        assertThat(LogText.harmless("one\r\ntwo\tthree 안녕 🔥")).isEqualTo("one\ntwo\tthree 안녕 🔥");
    }

    @Test
    void aFieldOfJsonHasARowOfItsOwn() {
        assertThat(parts("{\"level\":\"error\",\"n\":[1,{\"a\":null}],\"empty\":{}}")).containsExactly(
                new Part("{", "", ""), new Part("  ", "\"level\"", ": \"error\","), new Part("  ", "\"n\"", ": ["),
                new Part("    1,", "", ""), new Part("    {", "", ""), new Part("      ", "\"a\"", ": null"),
                new Part("    }", "", ""), new Part("  ],", "", ""), new Part("  ", "\"empty\"", ": {}"),
                new Part("}", "", ""));
    }

    @Test
    void jsonBehindATextIsUnfoldedByItself() {
        assertThat(parts("INFO [main] done {\"ms\": 12}")).containsExactly(new Part("{", "", ""),
                new Part("  ", "\"ms\"", ": 12"), new Part("}", "", ""));
    }

    @Test
    void aTextOfSeveralLinesIsUnfoldedLineByLine() {
        assertThat(parts("Exception\n  at one\n  at two\n")).extracting(Part::before).containsExactly("Exception",
                "  at one", "  at two");
    }

    @Test
    void aLongLineGoesOnBelowWithoutLosingACharacter() {
        String text = "0123456789".repeat(20);

        List<Part> parts = parts(text);

        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(parts).allSatisfy(part -> assertThat(part.before()).hasSizeLessThanOrEqualTo(56));
        assertThat(String.join("", parts.stream().map(part -> part.before().strip()).toList())).isEqualTo(text);
    }

    @Test
    void aHugeMessageIsCutAndSaysSo() {
        assertThat(LogText.unfolded("x".repeat(200_000)).cut()).isTrue();
        assertThat(LogText.unfolded("{\"a\":[" + "1,".repeat(100_000) + "1]}").parts()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "INFO {\"a\":1}", "[1]", "one\ntwo", "{}"})
    void thereIsMoreToSeeOfJsonAndOfSeveralLines(String message) {
        assertThat(LogText.folds(message, 56)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"short", "12", "true", "'{not json'", "'[main] started'", "'one\n'"})
    void thereIsNoMoreToSeeOfAShortLine(String message) {
        assertThat(LogText.folds(message, 56)).isFalse();
    }

    private static List<Part> parts(String message) {
        return LogText.unfolded(LogText.harmless(message)).parts();
    }
}
