package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Desktop;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.stage.WindowEvent;

/// Does in the window what was chosen in the palette, by the same ways as its keys and buttons.
final class Deeds implements Consumer<Deed> {

    private final Shell shell;
    private final Desktop desktop;

    Deeds(Shell shell, Desktop desktop) {
        this.shell = shell;
        this.desktop = desktop;
    }

    @Override
    public void accept(Deed deed) {
        switch (deed) {
            case Deed.Go(Place place) -> shell.show(place);
            case Deed.Change(var wish) -> shell.open(wish);
            case Deed.Lock(var stack) -> shell.toggleLock(stack);
            case Deed.CopyDetails(String text) -> desktop.copyDetails(text);
            case Deed.Order(Command command) -> obey(command);
        }
    }

    private void obey(Command command) {
        switch (command) {
            case REFRESH -> shell.refresh();
            case PAUSE -> shell.togglePause();
            case THEME -> chooseTheme();
            case LANGUAGE -> chooseLanguage();
            case CONNECT -> shell.connecting().open();
            case FILTER -> shell.focusFilter();
            case HELP -> shell.toggleHelp();
            case SUPPORT, SIGNIN, NOTICES -> shell.show(Place.ofSettings(command.word()));
            case QUIT -> quit();
        }
    }

    /// As the button of the window's frame does.
    void quit() {
        Optional.ofNullable(shell.scene().getWindow()).ifPresent(
                window -> Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /// The other theme; for good, unless the command line decides it.
    void chooseTheme() {
        Theme wanted = shell.themeProperty().get().other();
        shell.use(wanted);
        shell.choices().choose("theme", wanted.name().toLowerCase(Locale.ROOT));
    }

    /// The other language; for good, unless the command line decides it.
    void chooseLanguage() {
        Locale language = shell.wordsProperty().get().locale().getLanguage().equals("ko") ? Locale.ENGLISH
                : Locale.KOREAN;
        shell.use(language);
        shell.choices().choose("language", language.getLanguage());
    }
}
