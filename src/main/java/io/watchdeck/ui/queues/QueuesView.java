package io.watchdeck.ui.queues;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.FaultsSwitch;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.StacksOrNonePane;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The queues screen: all queues with their dead-letter queues, and below the dead letters of the selected one, a sample of
/// them, and what moves them back.
public final class QueuesView implements Page {

    private final PageContext context;
    private final Words words;
    private final QueuesViewModel model;
    private final LettersViewModel letters;
    private final RedriveViewModel redrive;
    private final OperationMenu operations;
    private final QueueTablePane table;
    private final GroupsPane groups;
    private final SamplePane sample;
    private final RedriveStatePane state;
    private final VBox root = new VBox();
    private final StacksOrNonePane whole;
    private final Following following;
    private Subscription running = Subscription.EMPTY;
    private boolean shown;
    /// Where it was shown last, and where the same screen in another language was.
    private Optional<Place> last = Optional.empty();
    private Optional<Place> resumed = Optional.empty();

    public QueuesView(PageContext context) {
        this.context = context;
        words = context.words();
        following = new Following(context);
        model = new QueuesViewModel(words, context.feed()::history);
        redrive = new RedriveViewModel(words, context.operating()::desk);
        letters = new LettersViewModel(words, context.operating()::desk, context.feed()::work, model::oldest);
        operations = new OperationMenu(context.operating(), words, "queues-row");
        table = new QueueTablePane(model, words, context.desktop(), operations, new QueueTablePane.Deeds(this::enter,
                this::leave, () -> open(redrive.redrive()), this::entries));
        groups = new GroupsPane(letters, words, this::leave);
        sample = new SamplePane(letters, words, context.desktop());
        state = new RedriveStatePane(redrive, words, () -> open(redrive.redrive()), () -> open(redrive.purge()),
                () -> open(redrive.cancel()));
        var below = new HBox(groups, sample, state);
        below.getStyleClass().add("queues-below");
        below.setMinHeight(0);
        below.getChildren().stream().map(Region.class::cast).forEach(pane -> {
            HBox.setHgrow(pane, Priority.ALWAYS);
            pane.setMinWidth(0);
            pane.setPrefWidth(100);
        });
        VBox.setVgrow(below, Priority.ALWAYS);
        root.setId("queues");
        root.getStyleClass().add("queues-page");
        root.getChildren().addAll(table, below);
        whole = new StacksOrNonePane(context, Screen.QUEUES, root);
        FaultsSwitch.key(root, model.faults());
        model.selectedProperty().subscribe(_ -> tell(context.feed().now()));
        redrive.factsProperty().subscribe(_ -> {
            tellLetters(context.feed().now());
            tellCancel();
        });
        redrive.lockProperty().subscribe(_ -> {
            tellLetters(context.feed().now());
            tellCancel();
        });
    }

    private void tellCancel() {
        String text = words.say("ui.queues.deed.cancel");
        state.cancelText(redrive.cancel().map(wish -> context.operating().label(text, wish)).orElse(text));
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof QueuesView view) {
            resumed = view.last;
            table.filter().setText(view.table.filter().getText()); // before the marks, while nothing is known yet
            model.goOn(view.model);
        }
    }

    @Override
    public Parent node() {
        return whole;
    }

    @Override
    public void shown(Place place) {
        shown = true;
        following.allStacks().snapshots(model::show).snapshots(whole::show).ages(this::tick).scope(model::limitTo)
                .narrow(table::low);
        running = context.operating().stateProperty()
                .subscribe(now -> redrive.state(now, context.feed().now()))
                .and(context.feed().nowProperty().subscribe(redrive::tick));
        root.applyCss();
        if (resumed.filter(place::equals).isEmpty()) {
            place.stack().ifPresent(stack -> select(stack, place.component()));
        }
        resumed = Optional.empty();
        last = Optional.of(place);
        table.focusTable();
    }

    private void select(StackId stack, Optional<String> component) {
        model.select(stack, component);
    }

    @Override
    public Optional<String> component() {
        return model.selectedProperty().get().flatMap(QueuePair::deadLetterQueue);
    }

    @Override
    public void hidden() {
        following.end();
        running.unsubscribe();
        running = Subscription.EMPTY;
        shown = false;
        context.operating().looksAt(Optional.empty());
    }

    private void tick(Instant at) {
        model.tick(at);
        tell(at);
    }

    private void tell(Instant at) {
        Optional<QueuePair> pair = model.selectedProperty().get();
        if (shown) {
            context.operating().looksAt(pair.map(one -> one.key().stack()));
        }
        redrive.show(pair, at);
        tellLetters(at);
        state.source(pair.flatMap(QueuePair::state).map(queue -> words.number(queue.visible())).orElse(""),
                pair.map(one -> model.past(one, "queue.visible")).orElseGet(io.watchdeck.metrics.Series::empty),
                at.minus(QueueText.SHOWN));
    }

    private void tellLetters(Instant at) {
        letters.show(model.selectedProperty().get(), redrive.lookRefused(), redrive.changes(), at);
    }

    private void open(Optional<Operation> wish) {
        wish.ifPresent(context.operating()::open);
    }

    /// What can be done to the selected pair, and to the jobs that failed behind it.
    private List<MenuItem> entries() {
        var entries = new ArrayList<MenuItem>();
        model.selectedProperty().get().ifPresent(pair -> {
            StackId stack = pair.key().stack();
            pair.deadLetterQueue().ifPresent(letters -> entries.addAll(operations.letters(stack, letters)));
            redrive.cancel().ifPresent(wish -> entries.add(operations.entry("cancel-redrive", stack,
                    "ui.queues.deed.cancel", "", () -> wish)));
            pair.failedJobs(context.feed().now())
                    .ifPresent(failed -> entries.add(operations.jobs(stack, failed.queue(), failed.jobs())));
            operations.lock(stack).ifPresent(entries::add);
        });
        return entries;
    }

    private void enter() {
        groups.focusFirst();
    }

    private void leave() {
        if (!escape()) {
            context.navigator().back();
        }
    }

    @Override
    public void focusFilter() {
        table.filter().focusAll();
    }

    @Override
    public boolean escape() {
        if (table.filter().leave(table::focusTable)) {
            return true;
        }
        if (groups.hasFocus()) {
            table.focusTable();
            return true;
        }
        return model.marks().clear() || table.filter().clearTyped();
    }
}
