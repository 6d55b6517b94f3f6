package io.watchdeck.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The reference of all keys in `src/docs/stack-files.md` is that of the schema. Run with `-Ddocs.write=true` it is
/// written anew.
class StackFileReferenceTest {

    private static final Path DOCUMENT = Path.of("src/docs/stack-files.md");
    private static final String BEGIN = "<!-- keys: made of stack-file.schema.json by StackFileReferenceTest -->\n\n";
    private static final String END = "\n<!-- keys: end -->\n";

    private final JsonNode schema = schema();
    private final StackFileReference reference = new StackFileReference(schema);

    @Test
    void whatTheDocumentSaysOfKeysIsWhatTheSchemaSays() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(document).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("docs.write")) {
            document = document.substring(0, begin) + reference.markdown() + document.substring(end);
            Files.writeString(DOCUMENT, document);
            end = document.indexOf(END);
        }

        assertThat(document.substring(begin, end))
                .as("mvn test -Dtest=StackFileReferenceTest -Ddocs.write=true writes it")
                .isEqualTo(reference.markdown());
    }

    @Test
    void everyBlockOfTheReaderHasASection() {
        assertThat(reference.blocks()).containsExactlyInAnyOrderElementsOf(Stream.of(Block.values())
                .filter(block -> block != Block.STACK_FILE).map(Block::schemaName).toList());
    }

    @Test
    void everyKeyOfTheReaderIsDescribedInItsSection() {
        for (Block block : Block.values()) {
            String title = block == Block.STACK_FILE ? "The file"
                    : schema.at("/$defs/" + block.schemaName() + "/title").asText();
            String after = reference.markdown().split("### " + title + "\n", 2)[1];
            String section = after.split("\n### ", 2)[0];
            assertThat(block.keys()).as(title).allSatisfy(key -> assertThat(section).containsPattern(
                    (block.required().contains(key) ? "\\| \\*\\*`%s`\\*\\*" : "\\| `%s`").formatted(key)
                            + " \\| [^|]+\\S \\| [^|]+\\. \\|"));
        }
    }

    private static JsonNode schema() {
        try (InputStream in = StackReader.class.getResourceAsStream("stack-file.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
