package io.watchdeck.ui.timeline;

import io.watchdeck.timeline.Timeline;
import io.watchdeck.ui.kit.LaneChart;
import io.watchdeck.ui.kit.LetterKey;
import io.watchdeck.ui.kit.ListAndDetailPane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.NoStacksPane;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The timeline: lanes of a stack with a cursor over them, below what happened around it, and beside that how the stack was
/// then and is now, which lies over the lanes where the window is narrow.
public final class TimelineView implements Page {

    private static final Duration BEAT = Duration.ofMillis(100);
    private static final double DETAIL = 374;
    private static final double ROOM_FOR_ALL = 602;

    private final PageContext context;
    private final TimelineViewModel model;
    private final LaneChart lanes;
    private final TimelineToolsPane tools;
    private final EventsPane events;
    private final PinsPane pins;
    private final CursorLogViewModel logModel;
    private final CursorLogPane log;
    private final ListAndDetailPane both;
    private final VBox root = new VBox();
    private final Following following;
    /// Runs while the time is played, and only then: an animation keeps the toolkit awake.
    private final javafx.animation.Timeline beat;
    /// Where it was shown last, and where the same screen in another language was.
    private Optional<Place> last = Optional.empty();
    private Optional<Place> resumed = Optional.empty();

    /// @param timeline    what happened; empty where nothing of that is kept
    /// @param handingOver what it is handed over with
    public TimelineView(PageContext context, Optional<Timeline> timeline, HandingOver handingOver) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new TimelineViewModel(words, new KeptArchive(context, timeline), handingOver,
                work -> context.feed().onFx(Runnable::run).accept(work));
        lanes = new LaneChart(words);
        lanes.setId("timeline-lanes");
        lanes.onCursor(model::cursorAt);
        lanes.onEvent(model::event);
        lanes.widthProperty().subscribe(width -> model.width(width.doubleValue()));
        VBox.setVgrow(lanes, Priority.ALWAYS);
        both = new ListAndDetailPane(() -> model.stackProperty().get().isPresent());
        tools = new TimelineToolsPane(model, words, lanes::requestFocus, both::open);
        events = new EventsPane(model, words, context.desktop(), this::open, () -> leave(context.navigator()));
        var card = new VBox(lanes);
        card.getStyleClass().addAll("wd-card", "lanes-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        logModel = new CursorLogViewModel(words);
        log = new CursorLogPane(logModel, context);
        var left = new VBox(card, events, log);
        left.getStyleClass().add("timeline-left");
        left.heightProperty().subscribe(_ -> share(left));
        logModel.tail().openProperty().subscribe(_ -> share(left));
        pins = new PinsPane(model, words, lanes::requestFocus);
        var detail = new MomentPane(model.moment(), words, new MomentPane.Acts(() -> replay(Place.of(Screen.OVERVIEW)),
                () -> model.stackProperty().get().ifPresent(one -> replay(Place.of(one.file().id()))), both::close,
                context.narrow()), pins);
        both.fill(left, detail, lanes::requestFocus, context.narrow().get());
        detail.setMinWidth(DETAIL);
        detail.setPrefWidth(DETAIL);
        detail.setMaxWidth(DETAIL);
        var nothing = new NoStacksPane(words, context.connecting()).on(Screen.TIMELINE);
        model.emptyTextProperty().subscribe(said -> {
            Texts.shown(nothing, !said.isEmpty());
            Texts.shown(both, said.isEmpty());
            Texts.shown(tools, said.isEmpty());
        });
        var middle = new StackPane(both, nothing);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.setId("timeline");
        root.getStyleClass().add("timeline-page");
        root.getChildren().addAll(tools, new ReportPane(model.report(), words, context.desktop()), middle);
        LetterKey.install(root, KeyCode.SPACE, model::togglePlay);
        LetterKey.install(root, KeyCode.P, this::pin);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.E) {
                tools.showExport();
                event.consume();
            }
        });
        model.lanesProperty().subscribe(lanes::show);
        model.cursorProperty().subscribe(at -> lanes.cursorAt(at,
                model.stackProperty().get().isPresent() ? model.typed() : ""));
        lanes.onPlace(x -> both.keepClear(both.sceneToLocal(lanes.localToScene(x, 0)).getX()));
        model.stackProperty().subscribe(_ -> both.showDetail());
        model.stackProperty().subscribe(_ -> showLog(context.feed().snapshot(), context.feed().now()));
        model.cursorProperty().subscribe(_ -> moved());
        model.liveProperty().subscribe(_ -> moved());
        model.around().selectedProperty().subscribe(_ -> model.around().service().ifPresent(logModel::event));
        LetterKey.install(root, KeyCode.L, () -> {
            if (log.fold()) {
                lanes.requestFocus(); // what had it is gone
            } else {
                log.open();
            }
        });
        beat = new javafx.animation.Timeline(new KeyFrame(javafx.util.Duration.millis(BEAT.toMillis()),
                _ -> model.pass(BEAT)));
        beat.setCycleCount(Animation.INDEFINITE);
        model.playingProperty().subscribe(on -> {
            if (on) {
                beat.play();
            } else {
                beat.stop();
            }
        });
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof TimelineView view) {
            resumed = view.last;
            model.goOn(view.model);
            logModel.goOn(view.logModel);
            both.goOn(view.both);
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        following.allStacks().snapshots(this::show).ages(model::tick).narrow(this::narrow);
        if (resumed.filter(place::equals).isEmpty()) {
            model.open(place.stack(), place.moment());
        }
        resumed = Optional.empty();
        last = Optional.of(place);
        log.showing(true);
        root.applyCss();
        lanes.requestFocus();
    }

    private void show(WatchSnapshot newest, Instant at) {
        model.show(newest, at);
        showLog(newest, at);
    }

    private void showLog(WatchSnapshot newest, Instant at) {
        model.stackProperty().get().ifPresent(one -> logModel.show(one, newest.inspected(), at));
    }

    /// In a low window the log stands in the place of the events.
    private void share(VBox left) {
        Texts.shown(events, !logModel.tail().openProperty().get() || left.getHeight() >= ROOM_FOR_ALL);
    }

    private void moved() {
        log.cursorAt(model.liveProperty().get() ? Optional.empty() : Optional.of(model.cursorProperty().get()));
    }

    @Override
    public void hidden() {
        following.end();
        log.showing(false);
        if (model.playingProperty().get()) {
            model.togglePlay();
        }
    }

    private void narrow(boolean now) {
        tools.narrow(now);
        both.narrow(now);
    }

    /// Whoever comes back finds the cursor where it is.
    private void replay(Place place) {
        resumed = last;
        context.navigator().go(place.at(model.cursorProperty().get()));
    }

    /// Whoever comes back finds the cursor where it is.
    private void open(String event) {
        model.around().place(event).ifPresent(place -> {
            resumed = last;
            context.navigator().go(place);
        });
    }

    /// The note is written beside the state of the stack.
    private void pin() {
        if (model.stackProperty().get().isPresent()) {
            both.open();
            pins.pinHere();
        }
    }

    @Override
    public void focusFilter() {
        tools.focusMoment();
    }

    @Override
    public boolean escape() {
        if (log.escape() || both.uncover()) {
            return true;
        }
        if (model.playingProperty().get()) {
            model.togglePlay();
            return true;
        }
        return model.report().close();
    }
}
