package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether there is a display, without asking for one. The tests themselves draw into memory, which counts as one.
class DisplayTest {

    @TempDir
    Path devices;

    private Map<String, String> inLinux() {
        return Display.withoutCard("Linux", null, devices);
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
        assertThat(Display.withoutCard("Windows 11", null, devices)).isEmpty();
        assertThat(Display.withoutCard("Mac OS X", null, devices)).isEmpty();
        assertThat(Display.withoutCard("Linux", "es2", devices)).isEmpty();
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
