package io.watchdeck;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What `status --json` prints of a snapshot, for tests of other packages.
public final class StatusDocument {

    private StatusDocument() {}

    public static JsonNode of(WatchSnapshot snapshot) {
        return new StatusJson(new Words(Locale.ENGLISH, ZoneOffset.UTC)).object(snapshot);
    }

    /// Every leaf of a stack by its path, such as `services[api].desired`, as text.
    public static Map<String, String> leaves(JsonNode stack) {
        var leaves = new TreeMap<String, String>();
        Leaves.of(stack).forEach((path, leaf) -> leaves.put(path, leaf.isContainerNode() ? leaf.toString()
                : leaf.asText()));
        return leaves;
    }
}
