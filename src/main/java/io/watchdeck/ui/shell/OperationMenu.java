package io.watchdeck.ui.shell;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;

/// What can be done to a thing, as entries of a menu: each opens the operation's dialog, where one is asked for, and carries
/// a padlock while the stack is locked or read-only, as the dialog is a preview then.
public final class OperationMenu {

    private static final int TASKS = 20;
    private static final int SHORT_ID = 8;

    private final Operating operating;
    private final Words words;
    private final String prefix;

    /// In the menu of a row.
    public OperationMenu(Operating operating, Words words) {
        this(operating, words, "row");
    }

    /// @param prefix of the entries' ids
    public OperationMenu(Operating operating, Words words, String prefix) {
        this.operating = operating;
        this.words = words;
        this.prefix = prefix;
    }

    /// Puts entries below the first of a menu, made anew whenever it opens. Without a desk there are none.
    public void into(ContextMenu menu, Supplier<List<MenuItem>> entries) {
        var there = new ArrayList<MenuItem>();
        menu.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> renew(menu, there, entries));
        renew(menu, there, entries);
    }

    private void renew(ContextMenu menu, List<MenuItem> there, Supplier<List<MenuItem>> entries) {
        menu.getItems().removeAll(there);
        there.clear();
        List<MenuItem> wanted = !operating.isPossible() ? List.of() : operating.isPast() ? past() : entries.get();
        if (!wanted.isEmpty()) {
            int at = Math.min(1, menu.getItems().size());
            if (at > 0) {
                there.add(new SeparatorMenuItem());
            }
            there.addAll(wanted);
            there.add(new SeparatorMenuItem());
            menu.getItems().addAll(at, there);
        }
    }

    /// Why nothing can be done to what is over.
    private List<MenuItem> past() {
        var item = new MenuItem(words.say("ui.past.refused"), Icons.icon(Glyph.LOCK_OUTLINE));
        item.setId(prefix + "-past");
        item.setDisable(true);
        return List.of(item);
    }

    /// Everything that can be done to a service.
    public List<MenuItem> of(ServiceWishes service) {
        var items = new ArrayList<MenuItem>();
        items.add(entry("scale", service.stack(), "ui.action.scale", "ui.key.s", service::scale));
        items.add(entry("deploy", service.stack(), "ui.action.deploy", "ui.key.d", service::deploy));
        items.add(entry("rollback", service.stack(), "ui.action.rollBack", "ui.key.r", service::rollBack));
        items.addAll(rest(service));
        return items;
    }

    /// What has no key of its own.
    public List<MenuItem> rest(ServiceWishes service) {
        MenuItem stop = entry("stop-deployment", service.stack(), "ui.action.stopDeployment", "",
                service::stopDeployment);
        stop.setDisable(!service.isDeploying());
        return List.of(entry("spot", service.stack(), "ui.action.spot", "", service::spotWeight), stop,
                tasks(service));
    }

    /// The services of a stack: of a single one what can be done to it, of several one menu each.
    public List<MenuItem> of(List<ServiceWishes> services) {
        if (services.size() == 1) {
            return of(services.getFirst());
        }
        return services.stream().<MenuItem>map(service -> {
            var menu = new Menu(service.service().service());
            menu.setId(prefix + "-service-" + service.service().service());
            menu.getItems().addAll(of(service));
            return menu;
        }).toList();
    }

    /// Opens what is wished of the only service, or asks of which: the menu that asks says what for. It is empty where there is
    /// nothing to choose.
    public ContextMenu choice(List<ServiceWishes> services, Function<ServiceWishes, Operation> wish) {
        var menu = new ContextMenu();
        menu.setId(prefix + "-choice");
        if (services.size() == 1) {
            operating.open(wish.apply(services.getFirst()));
        } else if (operating.isPossible() && !services.isEmpty()) {
            menu.getItems().addAll(heading(wish.apply(services.getFirst())), new SeparatorMenuItem());
            services.forEach(service -> menu.getItems().add(item("choose-" + service.service().service(),
                    service.stack(), service.service().service(), () -> operating.open(wish.apply(service)))));
        }
        return menu;
    }

    /// What is to be done, and to what stack: nothing that can be chosen.
    private MenuItem heading(Operation wish) {
        var heading = new SeparatorMenuItem(); // no key comes to it
        heading.setText(words.say("ui.operation.choose." + wish.kind().word(), operating.name(wish.stack())));
        heading.setContent(Texts.label(heading.getText(), "wd-strong", "wd-muted"));
        heading.setId(prefix + "-choice-title");
        heading.getStyleClass().add("choice-title");
        return heading;
    }

    /// What can be done to a component: to a service, to the dead letters of a queue, to the failed jobs of a Batch queue.
    public List<MenuItem> of(StackSnapshot stack, ComponentId component, Instant now) {
        if (!operating.isPossible() || operating.isPast()) {
            return operating.isPossible() ? past() : List.of();
        }
        StackId id = stack.file().id();
        return switch (component.kind()) {
            case SERVICE -> ServiceWishes.of(stack, component.name()).map(this::of).orElse(List.of());
            case QUEUE -> stack.queues().stream()
                    .filter(queue -> queue.spec().name().equals(component.name()))
                    .flatMap(queue -> queue.deadLetters().stream())
                    .flatMap(letters -> letters(id, letters.name()).stream()).toList();
            case BATCH_QUEUE -> stack.batchQueues().stream()
                    .filter(queue -> queue.name().equals(component.name()))
                    .map(queue -> jobs(id, queue.name(), QueueWishes.failed(queue, now))).toList();
            case STACK, LOAD_BALANCER, TARGET_GROUP, DATABASE, CACHE, PIPE, PIPELINE -> List.of();
        };
    }

    /// @param deadLetterQueue name
    public List<MenuItem> letters(StackId stack, String deadLetterQueue) {
        return List.of(
                entry("redrive", stack, "ui.queues.deed.redrive", "ui.key.r",
                        () -> new QueueWishes(stack).redrive(deadLetterQueue)),
                entry("purge", stack, "ui.queues.deed.purge", "", () -> new QueueWishes(stack).purge(deadLetterQueue)));
    }

    /// @param jobs that failed; with none it cannot be chosen
    public MenuItem jobs(StackId stack, String queue, List<FailedJob> jobs) {
        MenuItem item = entry("resubmit", stack, "ui.queues.deed.resubmit", "",
                () -> new QueueWishes(stack).resubmit(queue, jobs));
        item.setDisable(jobs.isEmpty());
        return item;
    }

    /// Stops one of a service's tasks.
    public MenuItem tasks(ServiceWishes service) {
        var menu = new Menu(words.say("ui.action.stopTask"));
        menu.setId(prefix + "-stop-task");
        menu.setDisable(service.tasks().isEmpty());
        padlock(menu, service.stack());
        service.tasks().stream().limit(TASKS).forEach(task -> menu.getItems().add(stop(service, task, said(task))));
        return menu;
    }

    /// Stops one task.
    public MenuItem stop(ServiceWishes service, TaskState task, String text) {
        Operation wish = service.stop(task);
        return item("stop-" + task.id(), service.stack(), operating.label(text, wish), () -> operating.open(wish));
    }

    private String said(TaskState task) {
        return words.say("ui.action.task", task.id().substring(0, Math.min(SHORT_ID, task.id().length())), task.zone(),
                words.say(task.isSpot() ? "ui.action.task.spot" : "ui.action.task.onDemand"));
    }

    /// @param shortcut key of the word for the key that does the same; empty where none does
    public MenuItem entry(String id, StackId stack, String key, String shortcut, Supplier<Operation> wish) {
        String hint = shortcut.isEmpty() ? "" : "    " + words.say(shortcut);
        return item(id, stack, operating.label(words.say(key), wish.get()) + hint, () -> operating.open(wish.get()));
    }

    private MenuItem item(String id, StackId stack, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false); // names have underscores of their own
        item.setId(prefix + "-" + id);
        item.setOnAction(_ -> action.run());
        padlock(item, stack);
        return item;
    }

    private void padlock(MenuItem item, StackId stack) {
        if (!operating.lock(stack).isOpen()) {
            item.setGraphic(Icons.icon(Glyph.LOCK_OUTLINE));
        }
    }

    /// Unlocks a stack that is locked, and locks one that is not; nothing where neither is possible.
    public Optional<MenuItem> lock(StackId stack) {
        String key = switch (operating.lock(stack)) {
            case LockState.Locked() -> "ui.action.unlock";
            case LockState.Unlocked _ -> "ui.action.lock";
            case LockState.ReadOnly _, LockState.Free() -> "";
        };
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var item = new MenuItem(words.say(key));
        item.setId(prefix + "-lock");
        item.setOnAction(_ -> operating.toggleLock(stack));
        return Optional.of(item);
    }

    /// The operation of a service that a key stands for; empty where it stands for none.
    public static Optional<Function<ServiceWishes, Operation>> of(KeyCode key) {
        return switch (key) {
            case S -> Optional.of(ServiceWishes::scale);
            case D -> Optional.of(ServiceWishes::deploy);
            case R -> Optional.of(ServiceWishes::rollBack);
            default -> Optional.empty();
        };
    }

    /// Whether a key was pressed that means what its letter says.
    public static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    }
}
