package io.watchdeck.stack;

import io.watchdeck.model.StackId;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.FileKind;
import io.watchdeck.yaml.FileProblem;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.YamlFile;
import io.watchdeck.yaml.YamlTree;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a stack file: either it is right in everything, or all that is wrong with it is told with line and column.
/// The format is described in `src/docs/stack-files.md`. Has no state; any thread.
public final class StackReader {

    /// What came of reading a file.
    public sealed interface Outcome {

        record Good(StackFile file) implements Outcome {}

        /// @param problems at least one, in the order of the file
        record Bad(List<FileProblem> problems) implements Outcome {
            public Bad {
                problems = List.copyOf(problems);
            }
        }

        /// What is wrong; empty for a good file.
        default List<FileProblem> complaints() {
            return switch (this) {
                case Good _ -> List.of();
                case Bad(var problems) -> problems;
            };
        }

        /// The stack of a good file.
        default Optional<StackFile> stack() {
            return switch (this) {
                case Good(var file) -> Optional.of(file);
                case Bad _ -> Optional.empty();
            };
        }
    }

    private static final FileKind KIND = new FileKind("Begin with 'stack: ' and a name, or remove the file.",
            "Is it a stack file?", "A file describes one stack: write the other into a file of its own.");

    private final Map<String, KnownMetric> metrics;

    /// @param metrics every metric that a rule may name
    public StackReader(Collection<KnownMetric> metrics) {
        this.metrics = metrics.stream().collect(Collectors.toUnmodifiableMap(KnownMetric::id, Function.identity()));
    }

    /// @param fileName as the person named it; its last part without the ending becomes the stack's id
    public Outcome read(String fileName, String text) {
        Problems problems = new Problems(fileName);
        return read(fileName, text, problems);
    }

    /// Reads a file from disk. That it cannot be read is a problem like any other.
    public Outcome read(Path file) {
        String fileName = file.toString();
        Problems problems = new Problems(fileName);
        return YamlFile.text(file, KIND, problems).map(text -> read(fileName, text, problems))
                .orElseGet(() -> new Outcome.Bad(problems.list()));
    }

    private Outcome read(String fileName, String text, Problems problems) {
        Optional<StackFile> file = idOf(fileName, problems).flatMap(id -> {
            Optional<Node> root = new YamlTree(problems, KIND).root(text);
            return root.flatMap(node -> Fields.of(node, Block.STACK_FILE, problems))
                    .map(fields -> new StackFileParser(problems, metrics).parse(id, fields));
        });
        return file.isPresent() && problems.count() == 0
                ? new Outcome.Good(file.get())
                : new Outcome.Bad(problems.list());
    }

    private static Optional<StackId> idOf(String fileName, Problems problems) {
        Optional<StackId> id = id(fileName);
        if (id.isEmpty()) {
            problems.whole("The file has no name to call the stack by.", "Call it for example tiketi-prod.yaml.");
        }
        return id;
    }

    /// The id of the stack that a file describes, be it right or wrong; empty where its name is nothing but an ending.
    /// Composed letters: macOS hands out Korean file names in pieces, which would make another id of the same name.
    public static Optional<StackId> id(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String id = Normalizer.normalize(dot < 0 ? last : last.substring(0, dot), Normalizer.Form.NFC);
        return id.isBlank() ? Optional.empty() : Optional.of(new StackId(id));
    }
}
