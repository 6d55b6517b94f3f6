package io.watchdeck.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SupportBundleTest {

    private final SupportBundle bundle = new SupportBundle();

    @Test
    void whatIsAddedStandsInTheZipWithoutSecretsAndAccounts() throws IOException {
        bundle.add("b.txt", "arn:aws:ecs:ap-northeast-2:123456789012:cluster/glimpse password=hunter2");
        bundle.add("a.txt", "2026-11-22T10:00:00Z 1234567890123");

        assertThat(read()).isEqualTo(Map.of("a.txt", "2026-11-22T10:00:00Z 1234567890123", "b.txt",
                "arn:aws:ecs:ap-northeast-2:********9012:cluster/glimpse password=[redacted]"));
    }

    @Test
    void theNameOfAFileTellsNoAccount() throws IOException {
        bundle.add("stacks/123456789012.yaml", "x");

        assertThat(read()).containsOnlyKeys("stacks/********9012.yaml");
    }

    @Test
    void aFileThatCannotBeReadIsTold() throws IOException {
        bundle.add("settings.yaml", Path.of("no", "such", "file"));

        assertThat(read().get("settings.yaml")).startsWith("Cannot be read: ").contains("NoSuchFileException");
    }

    private Map<String, String> read() throws IOException {
        var out = new ByteArrayOutputStream();
        bundle.write(out);
        var texts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
