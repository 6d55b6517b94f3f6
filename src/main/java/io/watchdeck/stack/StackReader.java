package io.watchdeck.stack;

import io.watchdeck.model.StackId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        return text(file, problems).map(text -> read(fileName, text, problems))
                .orElseGet(() -> new Outcome.Bad(problems.list()));
    }

    private Outcome read(String fileName, String text, Problems problems) {
        Optional<StackFile> file = idOf(fileName, problems).flatMap(id -> {
            Optional<Node> root = new YamlTree(problems).root(text);
            return root.flatMap(node -> Fields.of(node, Block.STACK_FILE, problems))
                    .map(fields -> new StackFileParser(problems, metrics).parse(id, fields));
        });
        return file.isPresent() && problems.count() == 0
                ? new Outcome.Good(file.get())
                : new Outcome.Bad(problems.list());
    }

    /// Composed letters: macOS hands out Korean file names in pieces, which would make another id of the same name.
    private static Optional<StackId> idOf(String fileName, Problems problems) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String id = Normalizer.normalize(dot < 0 ? last : last.substring(0, dot), Normalizer.Form.NFC);
        if (id.isBlank()) {
            problems.whole("The file has no name to call the stack by.", "Call it for example tiketi-prod.yaml.");
            return Optional.empty();
        }
        return Optional.of(new StackId(id));
    }

    private static Optional<String> text(Path file, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.whole("This is a folder, not a file.", "Name the files in it.");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(YamlTree.MAX_BYTES + 1);
            if (bytes.length > YamlTree.MAX_BYTES) {
                YamlTree.tooLarge(problems);
                return Optional.empty();
            }
            return decoded(bytes, problems);
        } catch (NoSuchFileException _) {
            problems.whole("There is no such file.", "");
        } catch (AccessDeniedException _) {
            problems.whole("The file may not be read.", "Give yourself the right to read it.");
        } catch (IOException e) {
            problems.whole("The file cannot be read: " + e.getMessage() + ".", "");
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (!result.isError()) {
            return Optional.of(text);
        }
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        String inLine = text.substring(text.lastIndexOf('\n') + 1);
        problems.at(line, inLine.codePointCount(0, inLine.length()) + 1, "The file is not UTF-8.",
                "Save it as UTF-8.");
        return Optional.empty();
    }
}
