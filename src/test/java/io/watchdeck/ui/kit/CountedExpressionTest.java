package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedExpressionTest {

    private static CountedExpression of(String typed) {
        return CountedExpression.of(typed).orElseThrow();
    }

    @Test
    void itIsFoundAnywhereWhateverTheCapitals() {
        var expression = of("b.ok+ing");

        assertThat(expression.isIn("tiketi-BOOKING-service")).isTrue();
        assertThat(expression.isIn("tiketi-bking")).isFalse();
        assertThat(of("ÄR+ger").isIn("lärrger")).as("capitals beyond ASCII do not count either").isTrue();
        assertThat(expression.isGivenUp()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "a{2", "*", "\\"})
    void whatIsNoExpressionYetIsNone(String typed) {
        assertThat(CountedExpression.of(typed)).isEmpty();
    }

    @Test
    void whatLooksAtTooManyCharactersOfOneTextIsGivenUpForGood() {
        var expression = of("(.*a){12}$");
        String soon = "a".repeat(12);
        assertThat(expression.isIn(soon)).isTrue();

        assertThat(expression.isIn("a".repeat(60) + "b")).isFalse();

        assertThat(expression.isGivenUp()).isTrue();
        assertThat(expression.isIn(soon)).as("also where it would be found soon").isFalse();
    }

    @Test
    void whatIsSlowInManyTextsIsGivenUpThoughItIsInNone() {
        var slow = of("(?:.*x)?y");
        String text = "a".repeat(200);
        assertThat(slow.isIn(text)).isFalse();
        assertThat(slow.isGivenUp()).as("after one").isFalse();

        IntStream.range(0, 1000).forEach(_ -> slow.isIn(text));

        assertThat(slow.isGivenUp()).isTrue();
    }

    @Test
    void whatRepeatsNothingTooOftenIsGivenUpBeforeItIsLookedFor() {
        assertThat(of("(?:){100}{100}").isGivenUp()).as("ten thousand times").isFalse();
        assertThat(of("((?:){1000}){1000}").isGivenUp()).isTrue();
    }

    @Test
    void whatNestsTooDeeplyForTheStackIsGivenUp() throws InterruptedException {
        var deep = of("(a|b)*c");
        var small = new Thread(null, () -> deep.isIn("ab".repeat(2_000)), "small", 1 << 17);
        small.start();
        small.join();

        assertThat(deep.isGivenUp()).isTrue();
    }

    @Test
    void theEndOfALongTextIsNotLookedAt() {
        assertThat(of("needle").isIn("x".repeat(3_900) + "needle")).isTrue();
        assertThat(of("needle").isIn("x".repeat(4_000) + "needle")).isFalse();
    }
}
