package io.watchdeck.ui.shell;

import io.watchdeck.settings.Looks.DensityWord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// The style sheets of the window. The scene has what every part of it is drawn with. A screen's own come with the screen, and
/// those of dialogs with the first dialog: a rule is asked of every node that its last part fits.
///
/// @param scene the window's
record Sheets(Scene scene) {

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
        sheets.add(address("kit/kit.css"));
        sheets.add(address("shell/shell.css"));
        if (density == DensityWord.COMPACT) {
            sheets.add(address("shell/compact.css"));
        }
        if (zoom > 1) {
            sheets.add(popups(zoom));
        }
        // All at once: the scene is styled anew with each change of them.
        scene.getStylesheets().setAll(sheets);
    }

    /// What these screens need beside the sheets of the scene, in the order of the screens.
    static List<String> of(EnumSet<Screen> screens) {
        return screens.stream().map(screen -> address(screen.sheet())).toList();
    }

    /// What dialogs need beside the sheets of the scene; a screen's dialog is drawn with the sheet of the screen.
    static List<String> ofDialogs() {
        return Stream.concat(
                Stream.of("shell/dialogs.css", "operations/operations.css", "connect/connect.css").map(Sheets::address),
                of(EnumSet.allOf(Screen.class)).stream()).toList();
    }

    private static String address(String name) {
        return Objects.requireNonNull(Shell.class.getResource(FOLDER + name), name).toExternalForm();
    }

    private static String popups(double zoom) {
        String text = String.format(Locale.ROOT, POPUPS, 12 * zoom, 6 * zoom, 10 * zoom, 13 * zoom, 16 * zoom);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
