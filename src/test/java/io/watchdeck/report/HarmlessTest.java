package io.watchdeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {

    @Test
    void whatTurnsTheDirectionOfWritingIsShownAndTurnsNothing() {
        assertThat(Harmless.of("a\u202Egnp.exe")).isEqualTo("a⟨U+202E⟩gnp.exe");
        assertThat(Harmless.of("\u2066\u200F")).isEqualTo("⟨U+2066⟩⟨U+200F⟩");
    }

    @Test
    void controlCharactersHalvesAndWhatIsNoCharacterAreShown() {
        assertThat(Harmless.of("\u0000\u001B[31m\u0085")).isEqualTo("⟨U+0000⟩⟨U+001B⟩[31m⟨U+0085⟩");
        assertThat(Harmless.of("\uD83C")).isEqualTo("⟨U+D83C⟩");
        assertThat(Harmless.of("\uFFFE")).isEqualTo("⟨U+FFFE⟩");
        assertThat(Harmless.of("a\u2028b")).isEqualTo("a⟨U+2028⟩b");
    }

    @Test
    void otherScriptsAndEmojiStay() {
        assertThat(Harmless.of("좌석 🎫 👩\u200D💻 שלום")).isEqualTo("좌석 🎫 👩\u200D💻 שלום");
    }

    @Test
    void aLineHasNoLineBreak() {
        assertThat(Harmless.line(" one \r\n  two\tthree\n")).isEqualTo("one two three");
    }
}
