package io.watchdeck.ui.kit;

import atlantafx.base.controls.CustomTextField;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// The field in which a person says what a table or a list is to show. What of it does not do what was meant is told by a
/// sign in the field and, in words, below it while it has the keyboard, at the pointer and to a screen reader.
public final class FilterField extends CustomTextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double GAP = 4;

    private final String help;
    private final Tooltip below = Texts.tooltip("");
    private Subscription problems = Subscription.EMPTY;

    /// @param prompt says what is filtered, while nothing is typed
    /// @param help   says on hover what can be typed
    public FilterField(String id, String prompt, String help) {
        this.help = help;
        setId(id);
        getStyleClass().add("filter");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setTooltip(Texts.tooltip(help));
        setLeft(Icons.icon(Glyph.FILTER_VARIANT));
        // Escape is the field's.
        below.setHideOnEscape(false);
        below.setConsumeAutoHidingEvents(false);
    }

    /// The filter of a screen, which filters with every letter and shows the key that leads to it.
    ///
    /// @param help  what can be typed about these rows; what can be typed everywhere is said after it
    /// @param typed told what is wanted, at once and whenever it changes
    public static FilterField ofScreen(Words words, String id, String prompt, String help, FilterColumns columns,
            Consumer<TextFilter> typed) {
        var field = new FilterField(id, prompt, help + "\n" + words.say("ui.filter.syntax") + "\n"
                + words.say("ui.filter.columns", String.join(", ", columns.said())));
        Node key = Texts.label(words.say("ui.key.slash"), "key-hint");
        Node sign = Icons.icon(Glyph.ALERT_CIRCLE_OUTLINE, "filter-sign");
        field.focusedProperty().subscribe(field::showBelow);
        field.textProperty().subscribe(text -> {
            var filter = TextFilter.of(text, columns);
            List<FilterProblem> before = filter.problemsProperty().get();
            typed.accept(filter);
            if (!before.equals(filter.problemsProperty().get())) {
                typed.accept(filter); // what took too long is left out for the rows before it too
            }
            field.problems.unsubscribe();
            field.problems =
                    filter.problemsProperty().when(Texts.inWindow(field)).subscribe(found -> field.tell(found.stream()
                            .map(one -> say(words, columns, one)).collect(Collectors.joining("\n")), key, sign));
        });
        return field;
    }

    private static String say(Words words, FilterColumns columns, FilterProblem problem) {
        return words.say("ui.filter.wrong." + problem.kind().word(), problem.typed(),
                String.join(", ", columns.said()), TextFilter.LONGEST);
    }

    private void tell(String wrong, Node key, Node sign) {
        pseudoClassStateChanged(WRONG, !wrong.isEmpty());
        setRight(wrong.isEmpty() ? key : sign);
        setAccessibleText(wrong.isEmpty() ? getPromptText() : getPromptText() + ". " + wrong);
        getTooltip().setText(wrong.isEmpty() ? help : wrong + "\n\n" + help);
        below.setText(wrong);
        showBelow();
    }

    private void showBelow() {
        Bounds place = localToScreen(getBoundsInLocal());
        if (below.getText().isEmpty() || !isFocused() || place == null) {
            below.hide();
        } else {
            below.show(this, place.getMinX(), place.getMaxY() + GAP);
        }
    }

    /// What is told of what is typed; empty where it does what was meant.
    public String wrong() {
        return below.getText();
    }

    /// Enter and the arrow down lead into what is filtered, as it is filtered.
    public void leadsTo(Runnable into) {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean alone = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (alone && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN)) {
                into.run();
                event.consume();
            }
        });
    }

    /// Takes the keyboard, with all that was typed selected.
    public void focusAll() {
        requestFocus();
        selectAll();
    }

    /// Leaves it, cleared, where it has the keyboard.
    ///
    /// @param focus puts the keyboard somewhere else
    /// @return whether it had the keyboard
    public boolean leave(Runnable focus) {
        if (!isFocused()) {
            return false;
        }
        clear();
        focus.run();
        return true;
    }

    /// @return whether there was anything to clear
    public boolean clearTyped() {
        boolean typed = !getText().isEmpty();
        clear();
        return typed;
    }
}
