package io.watchdeck.yaml;

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
import java.util.Optional;

/// A file from disk, as text.
public final class YamlFile {

    private YamlFile() {}

    /// The text of a file. That it cannot be read is a problem like any other.
    public static Optional<String> text(Path file, FileKind kind, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.whole("This is a folder, not a file.", "Name the files in it.");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(YamlTree.MAX_BYTES + 1);
            if (bytes.length > YamlTree.MAX_BYTES) {
                YamlTree.tooLarge(kind, problems);
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
