package io.watchdeck.queues.letters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a body is made of, without its values. Two messages that one program wrote mostly have one shape.
///
/// @param fields of an object and of the objects in it: path such as `job.id`, and JSON's word for the type of its value;
///               empty for the other kinds
public record BodyShape(Kind kind, SortedMap<String, String> fields) {

    /// Names are not kept for the next body: they may be ids, of which there are as many as messages.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    /// Of a body that is a table of ids, more fields tell nothing.
    private static final int MOST_FIELDS = 100;
    private static final int DEEPEST = 3;

    public enum Kind {
        /// A JSON object, as most messages are.
        OBJECT,
        /// A JSON array.
        ARRAY,
        /// A bare JSON string, number or word.
        VALUE,
        /// Any other text, control characters included.
        NOT_JSON,
        /// Nothing but white space.
        EMPTY
    }

    public BodyShape {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static BodyShape of(String body) {
        if (body.isBlank()) {
            return new BodyShape(Kind.EMPTY, Collections.emptySortedMap());
        }
        return json(body).orElseGet(() -> new BodyShape(Kind.NOT_JSON, Collections.emptySortedMap()));
    }

    public boolean isJson() {
        return kind == Kind.OBJECT || kind == Kind.ARRAY || kind == Kind.VALUE;
    }

    /// Whether a body holds characters that no text has: control characters but for tabs and ends of lines, or the sign of
    /// bytes that were no text when it was sent.
    public static boolean isBinary(String body) {
        return body.chars().anyMatch(one -> Character.isISOControl(one) && one != '\t' && one != '\n' && one != '\r'
                || one == '\ufffd');
    }

    private static Optional<BodyShape> json(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken first = parser.nextToken();
            SortedMap<String, String> fields = new TreeMap<>();
            if (first == JsonToken.START_OBJECT) {
                object(parser, fields);
            } else {
                parser.skipChildren();
            }
            if (first == null || parser.nextToken() != null) {
                return Optional.empty();
            }
            Kind kind = first == JsonToken.START_OBJECT ? Kind.OBJECT
                    : first == JsonToken.START_ARRAY ? Kind.ARRAY : Kind.VALUE;
            return Optional.of(new BodyShape(kind, fields));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void object(JsonParser parser, Map<String, String> fields) throws IOException {
        Deque<String> within = new ArrayDeque<>();
        within.push("");
        String name = "";
        while (!within.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            switch (token) {
                case FIELD_NAME -> name = parser.currentName();
                case END_OBJECT -> within.pop();
                case START_OBJECT -> {
                    String path = within.peek() + name;
                    note(fields, path, "object");
                    if (within.size() < DEEPEST) {
                        within.push(path + ".");
                    } else {
                        parser.skipChildren();
                    }
                }
                case START_ARRAY -> {
                    note(fields, within.peek() + name, "array");
                    parser.skipChildren();
                }
                default -> note(fields, within.peek() + name, type(token));
            }
        }
    }

    private static void note(Map<String, String> fields, String path, String type) {
        if (fields.size() < MOST_FIELDS) {
            fields.put(path, type);
        }
    }

    private static String type(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "null";
        };
    }
}
