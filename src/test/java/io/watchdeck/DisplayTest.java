package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whether there is a display, without asking for one. The tests themselves draw into memory, which counts as one.
class DisplayTest {

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
