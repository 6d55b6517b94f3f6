package io.watchdeck.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of all keys of a stack file as Markdown, made of the JSON Schema: a section for the file and for each block,
/// in the order in which the file first mentions it.
final class StackFileReference {

    private static final String DEFINITION = "#/$defs/";
    /// A word in quotes that are no apostrophes.
    private static final Pattern QUOTED = Pattern.compile("(?<!\\w)'([^']+)'(?!\\w)");

    private final JsonNode schema;
    private final Map<String, JsonNode> blocks = new LinkedHashMap<>();

    StackFileReference(JsonNode schema) {
        this.schema = schema;
        find(schema);
    }

    String markdown() {
        return Stream.concat(Stream.of(section("The file", schema)),
                blocks.values().stream().map(block -> section(block.get("title").asText(), block)))
                .collect(Collectors.joining("\n"));
    }

    /// The definitions that have keys, by their names.
    List<String> blocks() {
        return List.copyOf(blocks.keySet());
    }

    private void find(JsonNode node) {
        if (!node.isObject()) {
            return;
        }
        String name = node.path("$ref").asText("");
        if (!name.isEmpty()) {
            JsonNode definition = definition(name);
            if (definition.has("properties")
                    && blocks.putIfAbsent(name.substring(DEFINITION.length()), definition) != null) {
                return;
            }
            find(definition);
        }
        node.path("properties").forEach(this::find);
        node.path("oneOf").forEach(this::find);
        Stream.of("items", "additionalProperties").map(node::path).forEach(this::find);
    }

    private JsonNode definition(String reference) {
        return schema.at(reference.substring(1));
    }

    // ---- a section

    private String section(String title, JsonNode block) {
        List<String> required = texts(block.path("required"));
        var text = new StringBuilder("### " + title + "\n\n");
        conditions(block).forEach(line -> text.append(line).append("\n\n"));
        text.append("| key | value | is |\n| --- | --- | --- |\n");
        block.get("properties").properties().forEach(key -> text.append("| %s | %s | %s |\n".formatted(
                required.contains(key.getKey()) ? "**`" + key.getKey() + "`**" : code(key.getKey()),
                value(key.getValue()), QUOTED.matcher(key.getValue().path("description").asText())
                        .replaceAll("`$1`"))));
        return text.toString();
    }

    private static List<String> conditions(JsonNode block) {
        var lines = new ArrayList<String>();
        alternatives(block.path("anyOf")).ifPresent(keys -> lines.add("At least one of " + keys + "."));
        alternatives(block.path("oneOf")).ifPresent(keys -> lines.add("Exactly one of " + keys + "."));
        List<String> together = block.path("dependentRequired").properties().stream().map(Map.Entry::getKey)
                .toList();
        if (!together.isEmpty()) {
            lines.add("All or none of " + codes(together, "and") + ".");
        }
        return lines;
    }

    private static Optional<String> alternatives(JsonNode choices) {
        List<String> keys = choices.valueStream().flatMap(choice -> texts(choice.path("required")).stream()).toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(codes(keys, "and"));
    }

    // ---- what a value may be

    private String value(JsonNode node) {
        String reference = node.path("$ref").asText("");
        if (!reference.isEmpty()) {
            JsonNode definition = definition(reference);
            String title = definition.path("title").asText("");
            if (definition.has("properties")) {
                return "[%s](#%s)".formatted(lower(title), title.toLowerCase(Locale.ROOT).replace(' ', '-'));
            }
            return (title.isEmpty() ? value(definition) : title) + examples(node);
        }
        if (node.has("oneOf")) {
            return node.get("oneOf").valueStream().map(this::value).collect(Collectors.joining(", or "));
        }
        if (node.has("enum")) {
            return codes(texts(node.get("enum")), "or");
        }
        return switch (node.get("type").asText()) {
            case "boolean" -> "`true` or `false`";
            case "integer" -> "whole number" + bounds(node);
            case "number" -> "number" + bounds(node);
            case "array" -> "list: " + value(node.get("items")) + examples(node);
            case "object" -> "names, each with: " + value(node.get("additionalProperties"));
            default -> "text" + examples(node);
        };
    }

    private static String bounds(JsonNode number) {
        String from = number.has("minimum") ? " from " + number.get("minimum").asText() : "";
        return from + (number.has("maximum") ? " to " + number.get("maximum").asText() : "");
    }

    private static String examples(JsonNode node) {
        List<String> examples = node.path("examples").valueStream().map(one -> one.isArray() ? one.toString()
                : one.asText()).toList();
        return examples.isEmpty() ? "" : ", such as " + codes(examples, "or");
    }

    private static String codes(List<String> words, String last) {
        int most = words.size() - 1;
        return (most == 0 ? "" : words.subList(0, most).stream().map(StackFileReference::code)
                .collect(Collectors.joining(", ")) + " " + last + " ") + code(words.get(most));
    }

    private static String code(String word) {
        return "`" + word + "`";
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
