package io.watchdeck.ui.shell;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// The style sheets of the window.
final class Sheets {

    /// From the root: within a jar there is no way up from a folder.
    private static final String FOLDER = "/io/watchdeck/ui/";

    private Sheets() {}

    /// @param large the window is drawn larger: tooltips and menus have windows of their own, which no transform of ours
    ///              reaches
    static void apply(Scene scene, Theme theme, Collection<Screen> screens, boolean large) {
        scene.setUserAgentStylesheet(theme.base());
        scene.getStylesheets().setAll(theme.roles());
        Stream.of(Stream.of("kit/kit.css", "shell/shell.css", "operations/operations.css"),
                screens.stream().map(Screen::sheet),
                large ? Stream.of("shell/popups-large.css") : Stream.<String>empty())
                .flatMap(sheets -> sheets)
                .map(name -> Objects.requireNonNull(Shell.class.getResource(FOLDER + name), name).toExternalForm())
                .forEach(scene.getStylesheets()::add);
    }
}
