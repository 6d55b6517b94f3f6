package io.watchdeck.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.When;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Sentences as text: what they are about is of several kinds, which the text names.
final class PhraseJson {

    private PhraseJson() {}

    static SimpleModule module() {
        return new SimpleModule("phrases").addSerializer(Phrase.class, new Write())
                .addDeserializer(Phrase.class, new Read());
    }

    private static final class Write extends StdSerializer<Phrase> {

        private static final long serialVersionUID = 1;

        Write() {
            super(Phrase.class);
        }

        @Override
        public void serialize(Phrase phrase, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("key", phrase.key());
            json.writeArrayFieldStart("arguments");
            for (Object argument : phrase.arguments()) {
                write(argument, json, provider);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void write(Object argument, JsonGenerator json, SerializerProvider provider) throws IOException {
            switch (argument) {
                case Phrase inner -> serialize(inner, json, provider);
                case String text -> json.writeString(text);
                case Integer number -> json.writeNumber(number);
                case Long number -> one(json, "long", number.toString());
                case Double number -> json.writeNumber(number);
                case BigDecimal number -> one(json, "decimal", number.toString());
                case Instant at -> one(json, "at", at.toString());
                case Duration span -> one(json, "span", span.toString());
                case LocalDate day -> one(json, "day", day.toString());
                case Money money -> one(json, "money", money.amount().toPlainString() + " " + money.currency());
                case Severity severity -> one(json, "severity", severity.name());
                case When(var at, var now) -> one(json, "when", at + " " + now);
                default -> throw new IllegalStateException("a sentence about " + argument.getClass());
            }
        }

        private static void one(JsonGenerator json, String name, String value) throws IOException {
            json.writeStartObject();
            json.writeStringField(name, value);
            json.writeEndObject();
        }
    }

    private static final class Read extends StdDeserializer<Phrase> {

        private static final long serialVersionUID = 1;

        Read() {
            super(Phrase.class);
        }

        @Override
        public Phrase deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return phrase(json.readValueAsTree());
        }

        private static Phrase phrase(JsonNode node) {
            var arguments = new ArrayList<Object>();
            node.path("arguments").forEach(argument -> arguments.add(argument(argument)));
            return new Phrase(node.path("key").asText(), arguments);
        }

        private static Object argument(JsonNode node) {
            if (node.isTextual()) {
                return node.asText();
            }
            if (node.isInt()) {
                return node.asInt();
            }
            if (node.isNumber()) {
                return node.asDouble();
            }
            return node.has("key") ? phrase(node) : named(node);
        }

        private static Object named(JsonNode node) {
            String name = node.fieldNames().next();
            String value = node.get(name).asText();
            List<String> parts = List.of(value.split(" "));
            return switch (name) {
                case "long" -> Long.parseLong(value);
                case "decimal" -> new BigDecimal(value);
                case "at" -> Instant.parse(value);
                case "span" -> Duration.parse(value);
                case "day" -> LocalDate.parse(value);
                case "money" -> new Money(new BigDecimal(parts.get(0)), Currency.getInstance(parts.get(1)));
                case "severity" -> Severity.valueOf(value);
                case "when" -> new When(Instant.parse(parts.get(0)), Instant.parse(parts.get(1)));
                default -> throw new IllegalArgumentException("a sentence about " + name);
            };
        }
    }
}
