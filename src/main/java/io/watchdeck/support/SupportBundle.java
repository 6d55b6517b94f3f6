package io.watchdeck.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What somebody who helps needs to see, as a ZIP file: texts without what lets somebody sign in, and with account numbers
/// shown by their last four digits. Nothing of the history and of what was read from AWS is in it.
public final class SupportBundle {

    private final Map<String, String> texts = new TreeMap<>();

    /// @param name in the bundle, such as `stacks/glimpse.yaml`
    public void add(String name, String text) {
        texts.put(Redaction.shared(name), Redaction.shared(text));
    }

    /// What is in it, by name.
    public List<String> names() {
        return List.copyOf(texts.keySet());
    }

    /// What of the file is no UTF-8 is told as such signs; a file that cannot be read is told in its place.
    public void add(String name, Path file) {
        try {
            add(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            add(name, "Cannot be read: " + unreadable);
        }
    }

    public void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
