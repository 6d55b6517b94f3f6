package io.watchdeck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The leaves of a JSON document by their paths. Elements of lists stand under their names, so that the order of a list
/// is no part of a path: `stacks[glimpse-prod].services[glimpse-api].desired`. An empty list or object is a leaf.
final class Leaves {

    private static final List<String> NAMES = List.of("stack", "path", "name", "id", "queue", "group", "service");

    private final TreeMap<String, JsonNode> found = new TreeMap<>();

    private Leaves(JsonNode document) {
        walk(document, "");
    }

    static SequencedMap<String, JsonNode> of(JsonNode document) {
        return new Leaves(document).found;
    }

    private void walk(JsonNode node, String path) {
        if (node.isContainerNode() && !node.isEmpty()) {
            if (node.isArray()) {
                node.forEach(one -> walk(one, path + "[" + name(one) + "]"));
            } else {
                node.properties().forEach(one -> walk(one.getValue(),
                        path.isEmpty() ? one.getKey() : path + "." + one.getKey()));
            }
        } else if (found.put(path, node) != null) {
            throw new AssertionError("two leaves are called " + path);
        }
    }

    /// A rule and an alarm may have one name, and a rule holds for several components.
    private static String name(JsonNode one) {
        if (one.has("source") && one.has("on")) {
            return one.get("source").asText() + ":" + one.get("name").asText() + "@" + one.get("on").asText();
        }
        return one.isValueNode() ? one.asText() : Stream.of(NAMES).flatMap(List::stream).filter(one::has).findFirst()
                .map(key -> one.get(key).asText()).orElseThrow(() -> new AssertionError("no name in " + one));
    }
}
