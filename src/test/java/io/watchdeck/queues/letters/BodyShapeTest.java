package io.watchdeck.queues.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.letters.BodyShape.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyShapeTest {

    @Test
    void anObjectIsItsFieldsWithTheirTypes() {
        BodyShape shape =
                BodyShape.of("{\"id\":7,\"on\":true,\"none\":null,\"list\":[{\"x\":1}],\"job\":{\"name\":\"a\"}}");

        assertThat(shape.kind()).isEqualTo(Kind.OBJECT);
        assertThat(shape.fields()).containsExactlyInAnyOrderEntriesOf(Map.of("id", "number", "on", "boolean", "none",
                "null", "list", "array", "job", "object", "job.name", "string"));
    }

    @Test
    void valuesMakeNoOtherShape() {
        assertThat(BodyShape.of("{\"a\":1,\"b\":\"x\"}")).isEqualTo(BodyShape.of(" {\"b\":\"y\", \"a\":2.5e3}\n"));
    }

    @Test
    void deepAndLargeObjectsStayBounded() {
        String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        var wide = new StringBuilder("{\"k\":0");
        for (int index = 0; index < 5_000; index++) {
            wide.append(",\"k").append(index).append("\":1");
        }

        assertThat(BodyShape.of(deep).fields().keySet()).containsExactly("a", "a.a", "a.a.a");
        assertThat(BodyShape.of(wide.append('}').toString()).fields()).hasSize(100);
    }

    @Test
    void nestingBeyondWhatIsReadIsNoJson() {
        assertThat(BodyShape.of("[".repeat(100_000)).kind()).isEqualTo(Kind.NOT_JSON);
    }

    @Test
    void controlCharactersMakeABodyBinaryAndLinesDoNot() {
        assertThat(BodyShape.isBinary("two\r\n\tlines")).isFalse();
        assertThat(BodyShape.isBinary("\u001b[0m")).isTrue();
        assertThat(BodyShape.isBinary("\ufffd\ufffd")).isTrue();
    }
}
