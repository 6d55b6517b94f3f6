package io.watchdeck.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that work on every screen. Single characters count only outside text fields. While a dialog asks, all keys are
/// for it but those that change nothing of what it asks: what is typed into it is not lost by going elsewhere.
final class Keys {

    /// The screen of Ctrl+0.
    private static final int TENTH = 10;

    private final Shell shell;
    private final Deeds deeds;
    /// Whether a dialog was there when the last key was pressed.
    private boolean asked;
    /// Whether Enter is held down since before a dialog was there: it has brought the dialog up and answers nothing in it.
    private boolean enterHeld;
    /// Whether the key of the theme is held down: it changes it once.
    private boolean themeHeld;

    Keys(Shell shell, Deeds deeds) {
        this.shell = shell;
        this.deeds = deeds;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::early);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(event, scene));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::late);
    }

    private void early(KeyEvent event) {
        asked = shell.asks();
        if (event.getCode() != KeyCode.T) {
            themeHeld = false; // released where nobody could tell
        }
        if (event.getCode() == KeyCode.ENTER) {
            if (asked && enterHeld) {
                event.consume();
                return;
            }
            enterHeld = !asked;
        }
        if (harmless(event) || !shell.asks() && elsewhere(event)) {
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            enterHeld = false;
        }
        if (event.getCode() == KeyCode.T) {
            themeHeld = false;
        }
    }

    /// With Alt it is AltGr on Windows, which types a character.
    private static boolean isShortcut(KeyEvent event) {
        return event.isShortcutDown() && !event.isAltDown();
    }

    /// @return whether it was one that works everywhere
    private boolean harmless(KeyEvent event) {
        boolean shortcut = isShortcut(event);
        KeyCode code = event.getCode();
        if (code == KeyCode.F5) {
            shell.refresh();
        } else if (shortcut && event.isShiftDown() && code == KeyCode.T) {
            if (!themeHeld) {
                deeds.chooseTheme();
            }
            themeHeld = true;
        } else if (shortcut && event.isShiftDown() && code == KeyCode.U) {
            shell.toggleLock();
        } else if (shortcut && code == KeyCode.P) {
            shell.togglePause();
        } else if (shell.takesEscape() && code == KeyCode.ESCAPE) {
            shell.escape();
        } else {
            return false;
        }
        return true;
    }

    /// @return whether it was one that leads to another place, or out
    private boolean elsewhere(KeyEvent event) {
        boolean shortcut = isShortcut(event);
        KeyCode code = event.getCode();
        if (shortcut && code == KeyCode.K) {
            shell.togglePalette();
        } else if (shortcut && code.isDigitKey()) {
            shell.showNumber(digit(code) == 0 ? TENTH : digit(code));
        } else if (shortcut && !event.isShiftDown() && code == KeyCode.Q) {
            deeds.quit();
        } else if (event.isAltDown() && code == KeyCode.LEFT) {
            shell.navigator().previous();
        } else if (event.isAltDown() && code == KeyCode.RIGHT) {
            shell.navigator().forward();
        } else {
            return false;
        }
        return true;
    }

    private void typed(KeyEvent event, Scene scene) {
        if (shell.asks() && !asked) {
            event.consume(); // the character of the key that has brought the dialog up is no part of its note
            return;
        }
        if (scene.getFocusOwner() instanceof TextInputControl || shell.asks() || event.isShortcutDown()
                || event.isAltDown()) {
            return;
        }
        if (event.getCharacter().equals("/")) {
            shell.focusFilter();
            event.consume();
        } else if (event.getCharacter().equals("?")) {
            shell.toggleHelp();
            event.consume();
        }
    }

    private void late(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            shell.escape();
            event.consume();
        }
    }

    /// The digit that leads to a screen with Ctrl, by its number in the rail.
    static int digitOf(int number) {
        return number % TENTH;
    }

    private static int digit(KeyCode code) {
        String name = code.getName();
        char last = name.charAt(name.length() - 1);
        return Character.isDigit(last) ? last - '0' : 0;
    }
}
