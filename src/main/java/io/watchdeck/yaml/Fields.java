package io.watchdeck.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One block of a file, read key by key. Unknown, repeated and missing keys are reported on the way in, so a
/// parser only says what it wants; what could not be read is empty, and the problem is on the list.
public final class Fields {

    private final Node block;
    private final Map<String, Node> values;
    private final Problems problems;
    private final Scalars scalars;
    private final boolean complete;

    private Fields(Node block, Map<String, Node> values, Problems problems, boolean complete) {
        this.block = block;
        this.values = values;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.complete = complete;
    }

    /// Nothing when the node is not a block of keys at all.
    public static Optional<Fields> of(Node node, Keys kind, Problems problems) {
        if (!(node instanceof MappingNode mapping)) {
            return new Scalars(problems).wrongType(node, kind.title(), "a block of keys",
                    kind.required().isEmpty() ? "" : "Write for example '" + kind.example(kind.required().getFirst())
                            + "'.");
        }
        int before = problems.count();
        Map<String, Node> values = entries(mapping, problems);
        for (NodeTuple tuple : mapping.getValue()) {
            String key = Scalars.shown(tuple.getKeyNode());
            if (!kind.keys().contains(key)) {
                problems.at(tuple.getKeyNode(), "Unknown key '" + key + "'.",
                        Suggestion.of(key, kind.keys(), "Known here"));
            }
        }
        boolean complete = problems.count() == before;
        for (String key : kind.required()) {
            if (!values.containsKey(key) && !isMistyped(key, values, kind)) {
                problems.at(node, kind.title() + " has no '" + key + "'.",
                        "Write for example '" + kind.example(key) + "'.");
            }
        }
        return Optional.of(new Fields(node, values, problems, complete));
    }

    /// Whether an unknown key, told already, probably means the required one.
    private static boolean isMistyped(String required, Map<String, Node> values, Keys kind) {
        return values.keySet().stream().filter(key -> !kind.keys().contains(key))
                .anyMatch(key -> Suggestion.nearest(key, kind.keys()).filter(required::equals).isPresent());
    }

    private static Map<String, Node> entries(MappingNode mapping, Problems problems) {
        Map<String, Node> keys = new LinkedHashMap<>();
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.at(tuple.getKeyNode(), "A key must be a word.", "");
                continue;
            }
            Node first = keys.putIfAbsent(key.getValue(), key);
            if (first == null) {
                values.put(key.getValue(), tuple.getValueNode());
            } else {
                problems.at(key, "The key '" + Scalars.shown(key) + "' appears twice, first on line "
                        + Problems.lineOf(first) + ".", "Remove one of them.");
            }
        }
        return values;
    }

    /// Where the block begins.
    public Node place() {
        return block;
    }

    /// Whether no key was unknown or repeated, so that an absent key means that nobody wrote it.
    public boolean complete() {
        return complete;
    }

    public Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public Optional<String> text(String key) {
        return node(key).flatMap(value -> scalars.text(value, quoted(key)));
    }

    public Optional<String> digits(String key) {
        return node(key).flatMap(value -> scalars.digits(value, quoted(key)));
    }

    public OptionalInt whole(String key, int least) {
        return whole(key, least, Integer.MAX_VALUE);
    }

    public OptionalInt whole(String key, int least, int most) {
        return node(key).map(value -> scalars.whole(value, quoted(key), least, most)).orElse(OptionalInt.empty());
    }

    public Optional<BigDecimal> number(String key) {
        return node(key).flatMap(value -> scalars.number(value, quoted(key)));
    }

    /// False when it is not there.
    public boolean flag(String key) {
        return node(key).flatMap(value -> scalars.flag(value, quoted(key))).orElse(false);
    }

    public <T> Optional<T> choice(String key, Choice<T> choice) {
        return node(key).flatMap(value -> scalars.choice(value, quoted(key), choice));
    }

    public Optional<Fields> block(String key, Keys kind) {
        return node(key).flatMap(value -> of(value, kind, problems));
    }

    /// The items of a list; empty when it is not there.
    public List<Node> list(String key) {
        return node(key).map(value -> {
            if (value instanceof SequenceNode sequence) {
                return sequence.getValue();
            }
            scalars.wrongType(value, quoted(key), "a list", "Begin each item with '- ', or write [one, two].");
            return List.<Node>of();
        }).orElse(List.of());
    }

    /// The items of a list of blocks, each read by `parse`.
    public <T> List<T> blocks(String key, Keys kind, Function<Fields, Optional<T>> parse) {
        List<T> parsed = new ArrayList<>();
        for (Node item : list(key)) {
            of(item, kind, problems).flatMap(parse).ifPresent(parsed::add);
        }
        return List.copyOf(parsed);
    }

    /// A list of texts.
    public List<String> texts(String key) {
        return list(key).stream().flatMap(item -> scalars.text(item, "An item of " + quoted(key)).stream()).toList();
    }

    /// A block with keys of the person's own choice, in their order.
    public Map<String, Node> map(String key) {
        return node(key).map(value -> {
            if (value instanceof MappingNode mapping) {
                return entries(mapping, problems);
            }
            scalars.wrongType(value, quoted(key), "a block of keys", "");
            return Map.<String, Node>of();
        }).orElse(Map.of());
    }

    public static String quoted(String key) {
        return "'" + key + "'";
    }
}
