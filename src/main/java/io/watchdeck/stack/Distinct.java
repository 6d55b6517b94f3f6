package io.watchdeck.stack;

import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/// The names given so far to things of one sort, so that a second one of the same name is reported.
final class Distinct {

    private final String sort;
    private final Problems problems;
    private final Map<String, Node> first = new HashMap<>();

    /// @param sort in the plural, such as "services"
    Distinct(String sort, Problems problems) {
        this.sort = sort;
        this.problems = problems;
    }

    /// The name that a block has under `key`; nothing when it has none.
    Optional<String> nameOf(Fields fields, String key) {
        return fields.node(key).flatMap(at -> fields.text(key).map(name -> checked(name, at)));
    }

    /// The name itself, after reporting it if it is not new, or not a name.
    String checked(String name, Node at) {
        Node before = first.putIfAbsent(name, at);
        if (before != null) {
            problems.at(at, "Two " + sort + " are called '" + name + "', the first on line "
                    + Problems.lineOf(before) + ".", "Give each its own name, or remove one.");
        }
        if (name.startsWith("arn:")) {
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
            problems.at(at, "This is an ARN; " + sort + " are listed by name.", "Write '" + last + "'.");
        }
        return name;
    }
}
