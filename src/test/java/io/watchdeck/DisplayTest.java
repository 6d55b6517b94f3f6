package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether there is a display, without asking for one. The tests themselves draw into memory, which counts as one.
class DisplayTest {

    @TempDir
    Path devices;

    private Map<String, String> inLinux() {
        return Display.withoutCard(properties("os.name", "Linux"), devices);
    }

    private static Properties properties(String... named) {
        var all = new Properties();
        for (int i = 0; i < named.length; i += 2) {
            all.setProperty(named[i], named[i + 1]);
        }
        return all;
    }

    @Test
    void withoutACardJavaFxDrawsByItself() throws IOException {
        assertThat(inLinux()).containsEntry("prism.order", "sw").containsKey("prism.disableRegionCaching");

        // A screen without a processor of its own, as virtual machines have.
        Files.createFile(Files.createDirectory(devices.resolve("dri")).resolve("card0"));
        assertThat(inLinux()).containsEntry("prism.order", "sw");
    }

    @Test
    void aCardDraws() throws IOException {
        Files.createFile(Files.createDirectory(devices.resolve("dri")).resolve("renderD128"));

        assertThat(inLinux()).isEmpty();
    }

    @Test
    void aCardOfNvidiaDrawsWithoutARenderNode() throws IOException {
        Files.createFile(devices.resolve("nvidiactl"));

        assertThat(inLinux()).isEmpty();
    }

    @Test
    void otherSystemsAndAPersonsChoiceAreLeftAlone() {
        assertThat(Display.withoutCard(properties("os.name", "Windows 11"), devices)).isEmpty();
        assertThat(Display.withoutCard(properties("os.name", "Mac OS X"), devices)).isEmpty();
        assertThat(Display.withoutCard(properties("os.name", "Linux", "prism.order", "es2"), devices)).isEmpty();
        assertThat(Display.withoutCard(properties("os.name", "Linux", "prism.forceGPU", "true"), devices)).isEmpty();
    }

    @Test
    void windowsAndMacAlwaysHaveOne() {
        assertThat(Display.present("Windows 11", Map.of())).isTrue();
        assertThat(Display.present("Mac OS X", Map.of())).isTrue();
    }

    @Test
    void drawingIntoMemoryCounts() {
        assertThat(Display.headless()).isTrue();
        assertThat(Display.present("Linux", Map.of())).isTrue();
    }
}
