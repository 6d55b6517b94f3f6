package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDeltaTest {

    @Test
    void aTextComesBackFromWhatMakesItOfAnother() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            String before = text(random);
            String text = random.nextInt(4) == 0 ? text(random) : changed(before, random);

            assertThat(TextDelta.text(before, TextDelta.of(before, text))).isEqualTo(text);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(60); left > 0; left--) {
            text.append("ab실\"{".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static String changed(String before, Random random) {
        int at = random.nextInt(before.length() + 1);
        return before.substring(0, at) + text(random) + before.substring(random.nextInt(at, before.length() + 1));
    }

    @Test
    void ofALongTextThatHasOneSentenceMoreLittleIsLeft() {
        var random = new Random(7);
        var long1 = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            long1.append("(service shop) has started 1 tasks: ").append(Long.toHexString(random.nextLong()));
        }
        String before = long1.toString();
        String text = before.substring(0, 90_000) + "one more" + before.substring(90_000, 150_000);

        byte[] delta = TextDelta.of(before, text);

        assertThat(TextDelta.text(before, delta)).isEqualTo(text);
        String first = "[\"a new event comes first\"," + before.substring(0, 25_000);
        assertThat(TextDelta.of("[" + before.substring(0, 25_000), first)).hasSizeLessThan(200);
        assertThat(TextDelta.text("[" + before.substring(0, 25_000),
                TextDelta.of("[" + before.substring(0, 25_000), first))).isEqualTo(first);
    }
}
