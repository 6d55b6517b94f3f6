package io.watchdeck.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines between a command and the running console.
class WireTest {

    static List<Wire.Part> parts() {
        return List.of(new Wire.Heard(), new Wire.Text("뜨거워요🔥\n\"quoted\"\\"),
                new Wire.End(new Handler.Done(2, Optional.of("not fine"))),
                new Wire.End(new Handler.Done(0, Optional.empty())), new Wire.End(new Handler.Declined("other")));
    }

    @Test
    void aQuestionArrivesAsItWasAsked() throws Wire.NotUnderstood {
        var asked = new Request("status", Map.of("folder", "/home/a b/\"ops\"\n", "json", "true"),
                List.of("chat-prod", "채팅"));

        String line = Wire.request(asked);

        assertThat(line).doesNotContain("\n");
        assertThat(Wire.request(line)).isEqualTo(asked);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartOfAnAnswerArrivesAsItWasGiven(Wire.Part part) throws Wire.NotUnderstood {
        String line = Wire.part(part);

        assertThat(line).doesNotContain("\n");
        assertThat(Wire.part(line)).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "[]", "3", "{", "{\"version\":1}", "{\"version\":1,\"ask\":7}", "\u0000"})
    void whatIsNoQuestionIsGarbage(String line) {
        assertThatThrownBy(() -> Wire.request(line)).isInstanceOf(Wire.NotUnderstood.class).hasMessage("garbage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"version\":2,\"ask\":\"status\"}", "{\"version\":\"one\",\"ask\":\"status\"}"})
    void aQuestionOfAnotherVersionSaysSo(String line) {
        assertThatThrownBy(() -> Wire.request(line)).isInstanceOf(Wire.NotUnderstood.class).hasMessage("version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"version\":2,\"heard\":true}", "{\"end\":\"0\"}", "null"})
    void whatIsNoAnswerIsGarbage(String line) {
        assertThatThrownBy(() -> Wire.part(line)).isInstanceOf(Wire.NotUnderstood.class);
    }
}
