package io.watchdeck.ui.stack;

import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Operating;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.ui.shell.ServiceWishes;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// What can be done to the selected service. While writes are locked the buttons carry a padlock and open all the same.
final class ActionsPane extends HBox {

    private final Operating operating;
    private final Supplier<Optional<ServiceWishes>> wishes;
    private final Words words;
    private final OperationMenu menu;
    private final Button scale;
    private final Button deploy;
    private final Button rollBack;
    private final MenuButton more = new MenuButton();
    private final Label past;

    /// @param wishes of the service that is selected
    ActionsPane(Operating operating, Supplier<Optional<ServiceWishes>> wishes, Words words) {
        this.operating = operating;
        this.wishes = wishes;
        this.words = words;
        menu = new OperationMenu(operating, words, "action");
        past = Texts.label(words.say("ui.past.short"), "wd-12", "wd-muted");
        getStyleClass().add("stack-actions");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        scale = button("action-scale", "ui.action.scale", "ui.key.s", ServiceWishes::scale);
        deploy = button("action-deploy", "ui.action.deploy", "ui.key.d", ServiceWishes::deploy);
        rollBack = button("action-rollback", "ui.action.rollBack", "ui.key.r", ServiceWishes::rollBack);
        more.setId("action-more");
        more.setGraphic(Icons.icon(Glyph.DOTS_HORIZONTAL));
        more.getStyleClass().addAll("no-arrow", "icon-button");
        more.setAccessibleText(words.say("ui.action.more"));
        more.setTooltip(Texts.tooltip(words.say("ui.action.more")));
        more.setOnShowing(_ -> more.getItems().setAll(items()));
        more.getItems().setAll(items());
        past.setId("action-past");
        Texts.explain(past, words.say("ui.past.refused"));
        getChildren().addAll(past, scale, deploy, rollBack, more);
        show();
    }

    private Button button(String id, String key, String shortcut, Function<ServiceWishes, Operation> wish) {
        var button = new Button(words.say(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(Texts.tooltip(words.say("ui.action.tooltip", words.say(key), words.say(shortcut))));
        button.setOnAction(_ -> open(wish));
        return button;
    }

    private void open(Function<ServiceWishes, Operation> wish) {
        wishes.get().map(wish).ifPresent(operating::open);
    }

    /// Shows what the selection and the locks are now.
    void show() {
        Optional<ServiceWishes> selected = wishes.get();
        boolean closed = selected.map(one -> !operating.lock(one.stack()).isOpen()).orElse(true);
        icon(scale, Glyph.ARROW_EXPAND_VERTICAL, closed);
        icon(deploy, Glyph.ROCKET_LAUNCH_OUTLINE, closed);
        icon(rollBack, Glyph.RESTORE, closed);
        List.of(scale, deploy, rollBack, more).forEach(one -> one.setDisable(selected.isEmpty() || operating.isPast()));
        Texts.shown(past, operating.isPast());
        Texts.shown(this, operating.isPossible());
    }

    private static void icon(Button button, Glyph open, boolean closed) {
        button.setGraphic(Icons.icon(closed ? Glyph.LOCK_OUTLINE : open));
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        wishes.get().ifPresent(selected -> {
            items.addAll(menu.rest(selected));
            menu.lock(selected.stack()).ifPresent(items::add);
        });
        return items;
    }

    /// @return whether the key is one of its own
    boolean key(KeyCode code) {
        Optional<Function<ServiceWishes, Operation>> wish = OperationMenu.of(code);
        if (wish.isEmpty() || !operating.isPossible()) {
            return false;
        }
        open(wish.get());
        return true;
    }
}
