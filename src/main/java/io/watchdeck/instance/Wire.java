package io.watchdeck.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Questions and answers as lines, a JSON object each:
///
/// ```
/// → {"version":1,"ask":"status","about":{"json":"true"},"names":["chat-prod"]}
/// ← {"version":1,"heard":true}          at once, so that the asker knows that somebody lives there
/// ← {"text":"…"}                        any number of them
/// ← {"end":0,"says":"…"}                or, in its place and before any text, {"declined":"other"}
/// ```
final class Wire {

    /// Of these lines. Another one is declined, and does without the running console.
    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    /// A line that is none of ours.
    static final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1;

        /// @param why one word
        NotUnderstood(String why) {
            super(why);
        }
    }

    /// A line of an answer.
    sealed interface Part {}

    record Heard() implements Part {}

    record Text(String text) implements Part {}

    record End(Handler.Outcome outcome) implements Part {}

    static String request(Request request) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("version", VERSION).put("ask", request.ask());
        ObjectNode about = node.putObject("about");
        request.about().forEach(about::put);
        request.names().forEach(node.putArray("names")::add);
        return node.toString();
    }

    static Request request(String line) throws NotUnderstood {
        JsonNode node = object(line);
        if (node.path("version").asInt() != VERSION) {
            throw new NotUnderstood("version");
        }
        if (!node.path("ask").isTextual()) {
            throw new NotUnderstood("garbage");
        }
        Map<String, String> about = new HashMap<>();
        node.path("about").properties().forEach(term -> about.put(term.getKey(), term.getValue().asText()));
        List<String> names = new ArrayList<>();
        node.path("names").forEach(name -> names.add(name.asText()));
        return new Request(node.get("ask").asText(), about, names);
    }

    static String part(Part part) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (part) {
            case Heard() -> node.put("version", VERSION).put("heard", true);
            case Text(String text) -> node.put("text", text);
            case End(Handler.Done(int code, Optional<String> says)) -> {
                node.put("end", code);
                says.ifPresent(sentence -> node.put("says", sentence));
            }
            case End(Handler.Declined(String why)) -> node.put("declined", why);
        }
        return node.toString();
    }

    static Part part(String line) throws NotUnderstood {
        JsonNode node = object(line);
        if (node.path("text").isTextual()) {
            return new Text(node.get("text").asText());
        }
        if (node.path("end").isInt()) {
            return new End(new Handler.Done(node.get("end").asInt(),
                    Optional.ofNullable(node.path("says").textValue())));
        }
        if (node.path("declined").isTextual()) {
            return new End(new Handler.Declined(node.get("declined").asText()));
        }
        if (node.path("heard").asBoolean() && node.path("version").asInt() == VERSION) {
            return new Heard();
        }
        throw new NotUnderstood("garbage");
    }

    private static JsonNode object(String line) throws NotUnderstood {
        try {
            JsonNode node = JSON.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException _) {
            // told below, together with JSON that is no object
        }
        throw new NotUnderstood("garbage");
    }
}
