package io.watchdeck.ui.shell;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The screens that exist, each made when somebody first goes there; one of them is shown. On the FX thread.
final class Pages {

    private final Map<Screen, PageFactory> factories;
    private final Supplier<PageContext> context;
    private final Map<Screen, Page> made = new EnumMap<>(Screen.class);
    /// In the language before, until the same screens are made anew.
    private final Map<Screen, Page> former = new EnumMap<>(Screen.class);
    /// Whose style sheets the content has.
    private final EnumSet<Screen> dressed = EnumSet.noneOf(Screen.class);
    private final StackPane content = new StackPane();
    private @Nullable Page current;

    /// @param context what a screen that is made now is given
    Pages(Map<Screen, PageFactory> factories, Supplier<PageContext> context) {
        this.factories = new EnumMap<>(factories);
        this.context = context;
        content.getStyleClass().add("content");
    }

    /// In the order of the rail.
    Set<Screen> screens() {
        return factories.keySet();
    }

    /// The number of a screen in the rail, from 1.
    Optional<Screen> numbered(int number) {
        List<Screen> available = List.copyOf(factories.keySet());
        return number <= available.size() ? Optional.of(available.get(number - 1)) : Optional.empty();
    }

    /// Holds the screen that is shown.
    StackPane content() {
        return content;
    }

    /// Shows a screen that exists.
    void show(Place place) {
        PageFactory factory = factories.get(place.screen());
        if (factory == null) {
            throw new IllegalArgumentException("no screen " + place.screen());
        }
        Page page = made.computeIfAbsent(place.screen(), screen -> make(screen, factory));
        if (current != page) {
            hide();
        }
        current = page;
        dress(place.screen());
        content.getChildren().setAll(page.node());
        page.shown(place);
    }

    /// Adds the screen's style sheet to those of the screens that were shown before.
    private void dress(Screen screen) {
        if (dressed.add(screen)) {
            // The screen before is not styled anew: it goes.
            content.getChildren().clear();
            content.getStylesheets().setAll(Sheets.of(dressed));
        }
    }

    private Page make(Screen screen, PageFactory factory) {
        Page page = factory.create(context.get());
        Optional.ofNullable(former.remove(screen)).ifPresent(page::goOn);
        return page;
    }

    void focusFilter() {
        if (current != null) {
            current.focusFilter();
        }
    }

    /// That the screen that is shown is about, by its name.
    Optional<String> component() {
        return Optional.ofNullable(current).flatMap(Page::component);
    }

    /// @return whether the screen that is shown had something to close
    boolean escape() {
        return current != null && current.escape();
    }

    void hide() {
        if (current != null) {
            current.hidden();
            current = null;
        }
    }

    /// Shows no screen.
    void clear() {
        hide();
        content.getChildren().clear();
    }

    /// All are made anew when somebody goes there again.
    void forget() {
        hide();
        former.putAll(made);
        made.clear();
    }
}
