package io.watchdeck.ui.kit;

import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;

/// What can be done with the marked rows of a table, those that a filter hides included: copy their ARNs or names, save
/// them as CSV.
///
/// @param toggle     marks the selected row, or no longer
/// @param references of the marked rows
/// @param csv        the marked rows alone
public record MarkedRows(Words words, Desktop desktop, Marks<?> marks, Runnable toggle,
        Supplier<List<AwsReference>> references, Supplier<Csv> csv) {

    /// Says how many rows are marked, and offers what can be done with them; there only while some are.
    ///
    /// @param id of the button
    public MenuButton button(String id) {
        var button = new MenuButton("", Icons.icon(Glyph.CHECKBOX_MARKED_OUTLINE));
        button.setId(id);
        button.getStyleClass().addAll("small", "marks-button");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        Texts.explain(button, words.say("ui.marks.help"));
        marks.markedProperty().subscribe(_ -> tell(button));
        marks.hiddenProperty().subscribe(_ -> tell(button));
        button.setOnShowing(_ -> button.getItems().setAll(items(id)));
        button.getItems().setAll(items(id));
        return button;
    }

    private void tell(MenuButton button) {
        int count = count();
        int hidden = marks.hiddenProperty().get();
        button.setText(hidden == 0 ? words.say("ui.marks.count", count)
                : words.say("ui.marks.countHidden", count, hidden));
        Texts.shown(button, count > 0);
    }

    /// Gives a row's menu an entry to mark it, and while rows are marked what can be done with these.
    void into(ContextMenu menu) {
        var mark = item("ui-row-mark", words.say("ui.marks.mark") + "    " + words.say("ui.help.mark.key"),
                Glyph.CHECKBOX_OUTLINE, toggle);
        var more = new ArrayList<MenuItem>();
        menu.getItems().addAll(new SeparatorMenuItem(), mark);
        menu.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            menu.getItems().removeAll(more);
            more.clear();
            if (count() > 0) {
                more.addAll(items("ui-row-marked"));
            }
            menu.getItems().addAll(more);
        });
    }

    private List<MenuItem> items(String id) {
        int count = count();
        List<String> arns = arns();
        MenuItem arn = item(id + "-arns", words.say("ui.marks.copyArns", arns.size()) + "    " + words.say("ui.key.c"),
                Glyph.CONTENT_COPY, this::copyArns);
        arn.setDisable(arns.isEmpty());
        return List.of(arn,
                item(id + "-names", words.say("ui.marks.copyNames", count), Glyph.CONTENT_COPY,
                        () -> desktop.copy(references.get().stream().map(AwsReference::name)
                                .collect(Collectors.joining("\n")))),
                item(id + "-export", words.say("ui.marks.export", csv.get().rows().size()), Glyph.TABLE_ARROW_DOWN,
                        () -> desktop.save(csv.get().name() + ".csv", csv.get().text())),
                item(id + "-none", words.say("ui.marks.none") + "    " + words.say("ui.help.escape.key"),
                        Glyph.CHECKBOX_BLANK_OUTLINE, marks::clear));
    }

    private static MenuItem item(String id, String text, Glyph icon, Runnable act) {
        var item = new MenuItem(text, Icons.icon(icon));
        item.setId(id);
        item.setOnAction(_ -> act.run());
        return item;
    }

    /// Takes the keys that mark rows, before the table does.
    ///
    /// @return whether it was one of them
    boolean key(KeyEvent event) {
        boolean alone = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        switch (event.getCode()) {
            case SPACE -> {
                if (!alone) {
                    return false;
                }
                toggle.run();
            }
            case A -> {
                if (!event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
                    return false;
                }
                marks.toggleListed();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean any() {
        return count() > 0;
    }

    private int count() {
        return marks.markedProperty().get().size();
    }

    /// A line each, without those of which only AWS knows it.
    void copyArns() {
        List<String> arns = arns();
        if (!arns.isEmpty()) {
            desktop.copy(String.join("\n", arns));
        }
    }

    private List<String> arns() {
        return references.get().stream().flatMap(one -> one.arn().stream()).toList();
    }
}
