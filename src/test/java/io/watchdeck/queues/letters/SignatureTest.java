package io.watchdeck.queues.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.letters.DeadLetter.Attribute;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void aCodeSaysItWhereThereIsNoMessage() {
        assertThat(error(Map.of("ERROR_CODE", text("NO_PERMISSIONS"), "ERROR_MESSAGE", text("not allowed to send"))))
                .contains("not allowed to send");
        assertThat(error(Map.of("ErrorCode", text("Throttled")))).contains("Throttled");
    }

    @Test
    void withoutErrorAttributesThereIsNoError() {
        assertThat(error(Map.of("checksum", new Attribute("Binary", "H4sI"), "ErrorMessage", text(" ")))).isEmpty();
    }

    @Test
    void aMessageOfAnyLengthIsCut() {
        assertThat(error(Map.of("ErrorMessage", text("x".repeat(100_000)))).orElseThrow()).hasSize(300);
    }

    private static Attribute text(String value) {
        return new Attribute("String", value);
    }

    private static Optional<String> error(Map<String, Attribute> attributes) {
        return Signature.of(LetterGroupsTest.letter("id", "{}", Instant.EPOCH, attributes, Optional.empty())).error();
    }
}
