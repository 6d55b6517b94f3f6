package io.watchdeck.ui.shell;

import io.watchdeck.settings.Looks.DensityWord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// The style sheets of the window.
///
/// @param screens whose style sheets it needs
record Sheets(Scene scene, Collection<Screen> screens) {

    /// From the root: within a jar there is no way up from a folder.
    private static final String FOLDER = "/io/watchdeck/ui/";
    /// What opens in a window of its own, with the sizes that it has in `kit.css` times a factor.
    private static final String POPUPS = """
            .tooltip { -fx-font-size: %1$.1fpx; -fx-padding: %2$.1f %3$.1f %2$.1f %3$.1f; }
            .context-menu { -fx-font-size: %4$.1fpx; }
            .context-menu .wd-icon { -fx-font-size: %5$.1fpx; }
            .combo-box-popup > .list-view > .virtual-flow .list-cell { -fx-font-size: %4$.1fpx; }
            """;

    /// @param zoom so many times larger the window is drawn: tooltips and menus have windows of their own, which no
    ///             transform of ours reaches
    void apply(Theme theme, DensityWord density, double zoom) {
        scene.setUserAgentStylesheet(theme.base());
        var sheets = new ArrayList<String>();
        sheets.add(theme.roles());
        Stream.of(Stream.of("kit/kit.css", "shell/shell.css", "operations/operations.css", "connect/connect.css"),
                screens.stream().map(Screen::sheet),
                density == DensityWord.COMPACT ? Stream.of("shell/compact.css") : Stream.<String>empty())
                .flatMap(names -> names)
                .map(name -> Objects.requireNonNull(Shell.class.getResource(FOLDER + name), name).toExternalForm())
                .forEach(sheets::add);
        if (zoom > 1) {
            sheets.add(popups(zoom));
        }
        // All at once: the scene is styled anew with each change of them.
        scene.getStylesheets().setAll(sheets);
    }

    private static String popups(double zoom) {
        String text = String.format(Locale.ROOT, POPUPS, 12 * zoom, 6 * zoom, 10 * zoom, 13 * zoom, 16 * zoom);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
