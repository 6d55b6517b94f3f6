package io.watchdeck.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts that ship with the console. JavaFX knows only normal and bold, so the second weight is a family of its own.
///
/// A font that cannot be loaded is left out: the style sheets name the system's sans and monospaced fonts next.
public final class Fonts {

    public static final String SANS = "Watchdeck Sans";
    public static final String SEMI_BOLD = "Watchdeck Sans SemiBold";
    public static final String MONO = "Watchdeck Mono";

    private static final List<String> FILES = List.of("WatchdeckSans-Regular.otf", "WatchdeckSans-SemiBold.otf",
            "WatchdeckMono-Regular.ttf", "WatchdeckMono-Bold.ttf");

    private Fonts() {}

    /// Reading them takes a part of a start: they are read once, by whoever needs them first.
    private static final class Once {
        static {
            FILES.forEach(Fonts::load);
        }

        private Once() {}

        private static void read() {
            // its class is initialized by then
        }
    }

    /// Makes the families known to JavaFX, which has started. Harmless when called again. Any thread.
    public static void load() {
        Once.read();
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in != null) {
                Font.loadFont(in, 13);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("font " + file, broken);
        }
    }
}
