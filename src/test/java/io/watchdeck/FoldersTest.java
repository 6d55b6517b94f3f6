package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each system keeps settings in a place of its own.
class FoldersTest {

    private static final Path HOME = Path.of("home", "sora");

    @Test
    void linuxKeepsThemBelowDotConfig() {
        assertThat(new Folders("Linux", HOME, Map.of()).stacks())
                .isEqualTo(HOME.resolve(".config").resolve("watchdeck").resolve("stacks"));
    }

    @Test
    void linuxFollowsTheBaseDirectoryVariable() {
        assertThat(new Folders("Linux", HOME, Map.of("XDG_CONFIG_HOME", "settings")).stacks())
                .isEqualTo(Path.of("settings", "watchdeck", "stacks"));
    }

    @Test
    void whatTheConsoleKeepsIsInThePersonsDataFolder() {
        assertThat(new Folders("Linux", HOME, Map.of()).data())
                .isEqualTo(HOME.resolve(".local").resolve("share").resolve("watchdeck"));
        assertThat(new Folders("Linux", HOME, Map.of("XDG_DATA_HOME", "data")).data())
                .isEqualTo(Path.of("data", "watchdeck"));
        assertThat(new Folders("Windows 11", HOME, Map.of("LOCALAPPDATA", "Local")).data())
                .isEqualTo(Path.of("Local", "watchdeck"));
        assertThat(new Folders("Mac OS X", HOME, Map.of()).data())
                .isEqualTo(HOME.resolve("Library").resolve("Application Support").resolve("watchdeck"));
    }

    @Test
    void macKeepsThemInApplicationSupport() {
        assertThat(new Folders("Mac OS X", HOME, Map.of()).stacks()).isEqualTo(
                HOME.resolve("Library").resolve("Application Support").resolve("watchdeck").resolve("stacks"));
    }

    @Test
    void windowsKeepsThemInAppData() {
        assertThat(new Folders("Windows 11", HOME, Map.of("APPDATA", "Roaming")).stacks())
                .isEqualTo(Path.of("Roaming", "watchdeck", "stacks"));
    }
}
