package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.support.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleCommandTest {

    @TempDir
    private Path home;

    @Test
    void itHoldsWhatAHelperNeedsAndNoSecret() throws IOException {
        Path stacks = Files.createDirectories(home.resolve("stacks"));
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(stacks.resolve("wrong.yaml"), "stack: 5\naccount: '123456789012'\npassword: hunter2\n");
        Files.createDirectories(data.resolve("log"));
        Files.writeString(data.resolve("log").resolve("watchdeck-0.log"), "Refused: token=hunter2\n");
        Files.writeString(data.resolve("history.mv.db"), "secret rows");
        Path file = home.resolve("bundle.zip");

        Program.Result result = Program.run("--stacks", stacks.toString(), "--data", data.toString(), "support-bundle",
                file.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains(file.toString());
        Map<String, String> texts = texts(file);
        assertThat(texts).containsKeys("about.txt", "history.txt", "stacks/wrong.yaml", "stacks/problems.txt",
                "log/watchdeck-0.log");
        assertThat(texts.get("about.txt")).contains("watchdeck: " + Version.number(), "os.name: ",
                "javafx: " + Build.javafx()).doesNotContain("null", "${");
        assertThat(texts.get("stacks/problems.txt")).contains("wrong.yaml");
        assertThat(texts.get("history.txt")).contains("history.mv.db 11 bytes");
        assertThat(texts.values()).noneMatch(text -> text.contains("hunter2") || text.contains("123456789012")
                || text.contains("secret rows"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void whatWasDoneIsSaidInTheLanguageThatIsAskedFor() throws IOException {
        Path file = home.resolve("bundle.zip");

        assertThat(Program.run("--lang", "ko", "support-bundle", file.toString()).out())
                .isEqualToIgnoringNewLines("저장함: " + file + ". 보내기 전에 내용을 확인하세요.");
        assertThat(Program.run("--lang", "ko", "support-bundle", file.toString()).err())
                .isEqualToIgnoringNewLines("이미 있는 파일: " + file);
        Path good = Files.writeString(home.resolve("tiketi-prod.yaml"), ShippedStacks.text("tiketi-prod"));
        assertThat(Program.run("--lang", "ko", "check", good.toString()).out()).startsWith(good + ": 올바름");
        assertThat(Program.run("check", "--lang", "en", good.toString()).out()).startsWith(good + ": good");
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        Path file = Files.writeString(home.resolve("bundle.zip"), "mine");

        Program.Result result = Program.run("support-bundle", file.toString());

        assertThat(result.code()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void whyItCannotBeWrittenIsSaidInWords() {
        Path file = home.resolve("nowhere").resolve("bundle.zip");

        Program.Result result = Program.run("support-bundle", file.toString());

        assertThat(result.code()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(result.err()).isEqualToIgnoringNewLines("Cannot write " + file + ": there is no such folder.");
    }

    private static Map<String, String> texts(Path file) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                texts.put(entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
