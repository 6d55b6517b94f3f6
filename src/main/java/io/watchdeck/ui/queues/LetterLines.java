package io.watchdeck.ui.queues;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.queues.letters.DeadLetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// Dead letters as JSON lines: one message a line, with its body as it was sent, personal fields included.
final class LetterLines {

    private LetterLines() {}

    static byte[] of(Letters letters) {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            for (DeadLetter one : letters.letters()) {
                write(json, one);
                json.writeRaw('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, DeadLetter one) throws IOException {
        json.writeStartObject();
        json.writeStringField("messageId", one.id());
        json.writeStringField("sentAt", one.sentAt().toString());
        if (one.firstReceivedAt().isPresent()) {
            json.writeStringField("firstReceivedAt", one.firstReceivedAt().get().toString());
        }
        json.writeNumberField("receives", one.receives());
        if (one.source().isPresent()) {
            json.writeStringField("source", one.source().get());
        }
        json.writeStringField("bodyHash", one.hash());
        json.writeObjectFieldStart("attributes");
        for (Map.Entry<String, DeadLetter.Attribute> attribute : new TreeMap<>(one.attributes()).entrySet()) {
            json.writeObjectFieldStart(attribute.getKey());
            json.writeStringField("type", attribute.getValue().type());
            json.writeStringField("value", attribute.getValue().value());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeStringField("body", one.body());
        json.writeEndObject();
    }
}
