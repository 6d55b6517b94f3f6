package io.watchdeck.ui.stack;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Operating;
import io.watchdeck.ui.shell.ServiceWishes;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What can be done to the selected service. While writes are locked the buttons carry a padlock and open all the same.
final class ActionsPane extends HBox {

    private static final int TASKS = 20;
    private static final int SHORT_ID = 8;

    private final Operating operating;
    private final Supplier<Optional<ServiceWishes>> wishes;
    private final Words words;
    private final Button scale;
    private final Button deploy;
    private final Button rollBack;
    private final MenuButton more = new MenuButton();

    /// @param wishes of the service that is selected
    ActionsPane(Operating operating, Supplier<Optional<ServiceWishes>> wishes, Words words) {
        this.operating = operating;
        this.wishes = wishes;
        this.words = words;
        getStyleClass().add("stack-actions");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        scale = button("action-scale", "ui.action.scale", "ui.key.s", ServiceWishes::scale);
        deploy = button("action-deploy", "ui.action.deploy", "ui.key.d", ServiceWishes::deploy);
        rollBack = button("action-rollback", "ui.action.rollBack", "ui.key.r", ServiceWishes::rollBack);
        more.setId("action-more");
        more.setGraphic(Icons.icon(MaterialDesignD.DOTS_HORIZONTAL));
        more.getStyleClass().add("no-arrow");
        more.setAccessibleText(words.say("ui.action.more"));
        more.setTooltip(Texts.tooltip(words.say("ui.action.more")));
        more.setOnShowing(_ -> more.getItems().setAll(items()));
        more.getItems().setAll(items());
        getChildren().addAll(scale, deploy, rollBack, more);
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
        icon(scale, MaterialDesignA.ARROW_EXPAND_VERTICAL, closed);
        icon(deploy, MaterialDesignR.ROCKET_LAUNCH_OUTLINE, closed);
        icon(rollBack, MaterialDesignR.RESTORE, closed);
        List.of(scale, deploy, rollBack, more).forEach(one -> one.setDisable(selected.isEmpty()));
        Texts.shown(this, operating.isPossible());
    }

    private static void icon(Button button, Ikon open, boolean closed) {
        button.setGraphic(Icons.icon(closed ? MaterialDesignL.LOCK_OUTLINE : open));
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        wishes.get().ifPresent(selected -> {
            items.add(item("action-spot", words.say("ui.action.spot"), ServiceWishes::spotWeight));
            MenuItem stop = item("action-stop-deployment", words.say("ui.action.stopDeployment"),
                    ServiceWishes::stopDeployment);
            stop.setDisable(!selected.isDeploying());
            items.add(stop);
            items.add(new SeparatorMenuItem());
            items.add(tasks(selected));
            lock(selected).ifPresent(items::add);
        });
        return items;
    }

    private MenuItem tasks(ServiceWishes selected) {
        var menu = new Menu(words.say("ui.action.stopTask"));
        menu.setId("action-stop-task");
        menu.setDisable(selected.tasks().isEmpty());
        selected.tasks().stream().limit(TASKS).forEach(task -> menu.getItems()
                .add(item("action-stop-" + task.id(), said(task), one -> one.stop(task))));
        return menu;
    }

    private String said(TaskState task) {
        String id = task.id().substring(0, Math.min(SHORT_ID, task.id().length()));
        return words.say("ui.action.task", id, task.zone(),
                words.say(task.isSpot() ? "ui.action.task.spot" : "ui.action.task.onDemand"));
    }

    private Optional<MenuItem> lock(ServiceWishes selected) {
        String key = switch (operating.lock(selected.stack())) {
            case LockState.Locked() -> "ui.action.unlock";
            case LockState.Unlocked _ -> "ui.action.lock";
            case LockState.ReadOnly _, LockState.Free() -> "";
        };
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var item = new MenuItem(words.say(key));
        item.setId("action-lock");
        item.setOnAction(_ -> operating.toggleLock(selected.stack()));
        return Optional.of(item);
    }

    private MenuItem item(String id, String text, Function<ServiceWishes, Operation> wish) {
        var item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> open(wish));
        return item;
    }

    /// @return whether the key is one of its own
    boolean key(KeyCode code) {
        Function<ServiceWishes, Operation> wish = switch (code) {
            case S -> ServiceWishes::scale;
            case D -> ServiceWishes::deploy;
            case R -> ServiceWishes::rollBack;
            default -> null;
        };
        if (wish == null || !operating.isPossible()) {
            return false;
        }
        open(wish);
        return true;
    }
}
