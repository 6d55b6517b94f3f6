package io.watchdeck.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The stack files that come with the product: the worlds of the sandbox, and examples to begin with.
/// Has no state; any thread.
public final class ShippedStacks {

    private static final List<String> NAMES = List.of("glimpse-prod", "sesami-prod", "bowwow-prod", "codemate-dev",
            "codemate-prod", "tiketi-prod");

    private final StackReader reader;

    public ShippedStacks(StackReader reader) {
        this.reader = reader;
    }

    /// The ids of the shipped stacks.
    public static List<String> names() {
        return NAMES;
    }

    public List<StackFile> all() {
        return NAMES.stream().map(this::get).toList();
    }

    /// @throws IllegalStateException if a shipped file is wrong or not there, which is a mistake in the program
    public StackFile get(String name) {
        StackReader.Outcome outcome = reader.read(name + ".yaml", text(name));
        return outcome.stack().orElseThrow(() -> new IllegalStateException(outcome.complaints().toString()));
    }

    /// All files as they were written, each named by its id, into a folder that is made where it is not there.
    ///
    /// @throws IOException where they cannot be written
    public static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : NAMES) {
            Files.writeString(folder.resolve(name + ".yaml"), text(name));
        }
    }

    /// The file as it was written, with its comments.
    public static String text(String name) {
        try (InputStream in = ShippedStacks.class.getResourceAsStream("shipped/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no shipped stack " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
