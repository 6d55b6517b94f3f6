package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.kit.BodyText.Look;
import io.watchdeck.ui.kit.BodyText.Shown;
import io.watchdeck.ui.kit.BodyText.Span;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class BodyTextTest {

    private static final BitSet NOTHING = new BitSet();

    @Test
    void jsonStandsOneFieldALineWithItsWordsUnchanged() {
        Shown shown = BodyText.of("{\"id\":1.0e2,\"list\":[true,{}],\"s\":\"a\\\"b\"}", Look.FORMATTED, NOTHING);

        assertThat(shown.text()).isEqualTo("""
                {
                  "id": 1.0e2,
                  "list": [
                    true,
                    {}
                  ],
                  "s": "a\\"b"
                }""");
        assertThat(shown.cut()).isFalse();
        assertThat(shown.lines().get(1)).contains(new Span(Span.Kind.KEY, "\"id\""),
                new Span(Span.Kind.NUMBER, "1.0e2"));
    }

    @Test
    void whatIsNoJsonIsShownAsItIsWhateverIsAskedFor() {
        assertThat(BodyText.of("{\"a\":", Look.FORMATTED, NOTHING).text()).isEqualTo("{\"a\":");
    }

    @Test
    void controlCharactersAndMarksOfDirectionAreWrittenAsNumbers() {
        Shown shown = BodyText.of("\u001b[31mx\u0000\u202e\u009b\ud800\nnext", Look.TEXT, NOTHING);

        assertThat(shown.text()).isEqualTo("\\x1b[31mx\\x00\\u{202e}\\x9b\\u{d800}\nnext");
        assertThat(shown.lines().getFirst()).contains(new Span(Span.Kind.CONTROL, "\\x1b"));
    }

    @Test
    void hexShowsTheBytesThatWereSent() {
        assertThat(BodyText.of("A\u00e9\u0000", Look.HEX, NOTHING).text()).isEqualTo(
                "0000  41 c3 a9 00              A...");
        assertThat(BodyText.of("123456789", Look.HEX, NOTHING).text()).isEqualTo(
                "0000  31 32 33 34 35 36 37 38  12345678\n0008  39                       9");
    }

    @Test
    void whatIsHiddenIsHiddenInEveryLook() {
        String body = "{\"email\":\"sora@example.org\"}";
        BitSet hidden = PersonalFields.in(body, true);

        for (Look look : Look.values()) {
            assertThat(BodyText.of(body, look, hidden).text()).as(look.name()).doesNotContain("ra@exa")
                    .doesNotContain("72 61 40");
        }
        assertThat(BodyText.of(body, Look.FORMATTED, hidden).text()).contains("\"••••••rg\"");
    }

    @Test
    void aLargeBodyIsCutAndThatIsTold() {
        String line = BodyText.of("x".repeat(300_000), Look.TEXT, NOTHING).text();
        Shown lines = BodyText.of("x\n".repeat(200_000), Look.TEXT, NOTHING);
        Shown json = BodyText.of("[" + "1,".repeat(100_000) + "1]", Look.FORMATTED, NOTHING);
        Shown hex = BodyText.of("x".repeat(300_000), Look.HEX, NOTHING);

        assertThat(line).hasSize(BodyText.MOST_CHARACTERS);
        assertThat(lines.lines()).hasSizeLessThanOrEqualTo(BodyText.MOST_LINES + 1);
        assertThat(json.lines()).hasSizeLessThanOrEqualTo(BodyText.MOST_LINES + 1);
        assertThat(hex.lines()).hasSize(BodyText.MOST_LINES);
        assertThat(lines.cut() && json.cut() && hex.cut()
                && BodyText.of("x".repeat(300_000), Look.TEXT, NOTHING).cut()).isTrue();
    }

    @Test
    void aBodyIsLookedAtAsSuitsIt() {
        assertThat(BodyText.usual("{\"a\":1}")).isEqualTo(Look.FORMATTED);
        assertThat(BodyText.usual("again please")).isEqualTo(Look.TEXT);
        assertThat(BodyText.usual("\u0000\u001b")).isEqualTo(Look.HEX);
    }

    @Test
    void anEmptyBodyIsOneEmptyLine() {
        for (Look look : Look.values()) {
            assertThat(BodyText.of("", look, NOTHING).text()).isEmpty();
        }
    }
}
