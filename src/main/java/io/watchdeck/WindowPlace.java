package io.watchdeck;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javafx.geometry.Rectangle2D;

/// Where the window stood when it was closed, over all screens.
///
/// @param bounds    of the window, in JavaFX's pixels; where it is maximized, those that it returns to
/// @param maximized whether it filled its screen
record WindowPlace(Rectangle2D bounds, boolean maximized) {

    private static final String FILE = "window.properties";
    /// So much of the title must be on a screen for a person to take hold of the window.
    private static final double HOLD_WIDTH = 100;
    private static final double HOLD_HEIGHT = 20;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    /// What is kept in a data folder; empty where nothing is, or what is there cannot be used.
    static Optional<WindowPlace> read(Path data) {
        var kept = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(FILE))) {
            kept.load(reader);
            var bounds = new Rectangle2D(number(kept, "x"), number(kept, "y"),
                    Math.max(LEAST_WIDTH, number(kept, "width")), Math.max(LEAST_HEIGHT, number(kept, "height")));
            return Optional.of(new WindowPlace(bounds, Boolean.parseBoolean(kept.getProperty("maximized"))));
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static double number(Properties kept, String key) {
        double number = Double.parseDouble(kept.getProperty(key, "none"));
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(key);
        }
        return number;
    }

    /// Nothing of it is left half written.
    void write(Path data) throws IOException {
        var kept = new Properties();
        kept.setProperty("x", Double.toString(bounds.getMinX()));
        kept.setProperty("y", Double.toString(bounds.getMinY()));
        kept.setProperty("width", Double.toString(bounds.getWidth()));
        kept.setProperty("height", Double.toString(bounds.getHeight()));
        kept.setProperty("maximized", Boolean.toString(maximized));
        Path fresh = data.resolve(FILE + ".new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            kept.store(writer, null);
        }
        Files.move(fresh, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Whether a person could take hold of it: a screen may have gone since.
    ///
    /// @param screens the usable part of each
    boolean isOn(List<Rectangle2D> screens) {
        return screens.stream().anyMatch(screen -> shared(bounds.getMinX(), bounds.getMaxX(), screen.getMinX(),
                screen.getMaxX()) >= HOLD_WIDTH && bounds.getMinY() >= screen.getMinY()
                && bounds.getMinY() + HOLD_HEIGHT <= screen.getMaxY());
    }

    private static double shared(double from, double to, double otherFrom, double otherTo) {
        return Math.min(to, otherTo) - Math.max(from, otherFrom);
    }
}
