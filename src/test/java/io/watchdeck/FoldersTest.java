package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
    void homeIsWhereTheToolsOfAwsFindTheirFiles() {
        Path passwd = Path.of("root");

        assertThat(Folders.of("Linux", passwd, Map.of("HOME", HOME.toString())).home()).isEqualTo(HOME);
        assertThat(Folders.of("Mac OS X", passwd, Map.of("HOME", HOME.toString())).home()).isEqualTo(HOME);
        assertThat(Folders.of("Linux", passwd, Map.of("HOME", " ")).home()).isEqualTo(passwd);
        assertThat(Folders.of("Linux", passwd, Map.of()).home()).isEqualTo(passwd);
        assertThat(Folders.of("Windows 11", passwd, Map.of("HOME", HOME.toString())).home()).isEqualTo(passwd);
    }

    @Test
    void downloadsAreWhereTheDesktopHasThemInThePersonsLanguageElseWhereTheyUsuallyAreElseAtHome(@TempDir Path home)
            throws IOException {
        var linux = new Folders("Linux", home, Map.of());
        assertThat(linux.downloads()).isEqualTo(home);

        Path usual = Files.createDirectory(home.resolve("Downloads"));
        assertThat(linux.downloads()).isEqualTo(usual);

        Path korean = Files.createDirectory(home.resolve("다운로드"));
        Files.createDirectory(home.resolve(".config"));
        Files.writeString(home.resolve(".config").resolve("user-dirs.dirs"), """
                # This file is written by xdg-user-dirs-update
                XDG_DESKTOP_DIR="$HOME/바탕화면"
                XDG_DOWNLOAD_DIR="$HOME/다운로드"
                """);
        assertThat(linux.downloads()).isEqualTo(korean);
    }

    @Test
    void aFolderIsToldAsItsOwnerWritesIt() {
        var linux = new Folders("Linux", HOME, Map.of());
        var elsewhere = new Folders("Linux", HOME, Map.of("XDG_CONFIG_HOME", "settings"));
        var windows = new Folders("Windows 11", HOME, Map.of());

        assertThat(linux.told(linux.stacks())).isEqualTo("~/.config/watchdeck/stacks");
        assertThat(elsewhere.told(elsewhere.stacks())).isEqualTo("settings/watchdeck/stacks");
        assertThat(windows.told(windows.stacks())).isEqualTo(windows.stacks().toString());
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
    void eachEndpointHasADataFolderOfItsOwnWhoseNameEverySystemTakes() {
        var folders = new Folders("Linux", HOME, Map.of());
        Path endpoints = folders.data().resolve("endpoints");

        assertThat(folders.data(URI.create("http://LocalHost:4566/"))).isEqualTo(endpoints.resolve("localhost-4566"));
        assertThat(folders.data(URI.create("http://127.0.0.1"))).isEqualTo(endpoints.resolve("127.0.0.1-80"));
        assertThat(folders.data(URI.create("https://moto.test"))).isEqualTo(endpoints.resolve("moto.test-443"));
        assertThat(folders.data(URI.create("http://[::1]:5555"))).isEqualTo(endpoints.resolve("___1_-5555"));
        assertThat(folders.data(URI.create("http://moto:5555/../a"))).isEqualTo(endpoints.resolve("moto-5555_.._a"));
    }

    @Test
    void anEndpointDecidesTheDataFolderUnlessOneIsNamed() {
        var folders = new Folders("Linux", HOME, Map.of());

        assertThat(data(folders, "--endpoint-url", "http://127.0.0.1:5555"))
                .isEqualTo(folders.data(URI.create("http://127.0.0.1:5555")));
        assertThat(data(folders, "--endpoint-url", "http://127.0.0.1:5555", "--data", "mine"))
                .isEqualTo(Path.of("mine"));
    }

    private static Path data(Folders folders, String... arguments) {
        var options = new Options();
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("options",
                CommandLine.Model.CommandSpec.forAnnotatedObject(options))).parseArgs(arguments);
        return Wiring.data(options, folders);
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
