package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Finds the screens, stacks and services whose names hold every word that was typed.
public final class GoToViewModel {

    private static final int SHOWN = 10;

    private final Words words;
    private final Set<Screen> screens;
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ObservableList<Target> view = FXCollections.unmodifiableObservableList(targets);

    public GoToViewModel(Words words, Set<Screen> screens) {
        this.words = words;
        this.screens = screens;
    }

    /// Something to go to.
    ///
    /// @param detail where it is
    public record Target(Place place, String name, String detail, Severity severity, Environment environment,
            boolean isScreen) {}

    public void search(String query, List<StackSnapshot> stacks) {
        String[] parts = query.strip().toLowerCase(words.locale()).split("\\s+");
        targets.setAll(all(stacks).stream().filter(target -> matches(target, parts)).limit(SHOWN).toList());
    }

    private static boolean matches(Target target, String[] parts) {
        String text = (target.name() + " " + target.detail()).toLowerCase(Locale.ROOT);
        for (String part : parts) {
            if (!text.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private List<Target> all(List<StackSnapshot> stacks) {
        var all = new ArrayList<Target>();
        for (StackSnapshot stack : stacks) {
            var file = stack.file();
            String environment = words.say("ui.environment." + file.environment().word());
            all.add(new Target(Place.of(file.id()), file.name(), environment + " · " + file.access().region(),
                    stack.verdict().severity(), file.environment(), false));
        }
        for (Screen screen : Screen.values()) {
            if (screens.contains(screen)) {
                all.add(new Target(Place.of(screen), words.say(screen.key()), words.say("ui.goto.screen"),
                        Severity.FINE, Environment.DEVELOPMENT, true));
            }
        }
        for (StackSnapshot stack : stacks) {
            stack.services().forEach(service -> all.add(new Target(
                    Place.of(stack.file().id(), service.spec().name()), service.spec().name(),
                    words.say("ui.goto.service", stack.file().name()), stack.verdict().severity(),
                    stack.file().environment(), false)));
        }
        return all;
    }

    public ObservableList<Target> targets() {
        return view;
    }
}
