package io.watchdeck.ui.activity;

import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.words.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The journal of operations: the list, and beside it the details of the selected one, which lie over it where the window
/// is narrow.
public final class ActivityView implements Page {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final PageContext context;
    private final ActivityViewModel model;
    private final ActivityToolsPane tools;
    private final ActivityListPane list;
    private final EntryDetailPane detail;
    private final VBox root = new VBox();
    private final HBox beside = new HBox();
    private final StackPane over = new StackPane();
    private final Following following;
    private Subscription states = Subscription.EMPTY;
    private boolean closed;

    public ActivityView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new ActivityViewModel(words, context.operating()::desk);
        tools = new ActivityToolsPane(model, words, context.desktop());
        list = new ActivityListPane(model, words, context.desktop(),
                new ActivityListPane.Acts(this::open, this::go, this::leave));
        detail = new EntryDetailPane(model, words,
                new EntryDetailPane.Acts(context.desktop()::copy, this::go, this::close));
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        beside.getStyleClass().add("activity-beside");
        VBox.setVgrow(over, Priority.ALWAYS);
        over.setMinWidth(0);
        over.getChildren().setAll(beside);
        StackPane.setAlignment(detail, Pos.CENTER_RIGHT);
        root.setId("activity");
        root.getStyleClass().add("activity-page");
        root.getChildren().addAll(tools, over);
        closed = context.narrow().get();
        arrange();
        model.detailProperty().subscribe(_ -> showDetail());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        model.begin(context.feed().now());
        following.allStacks().snapshots(model::show).ages(model::tick).scope(model::limitTo).narrow(this::narrow);
        states.unsubscribe();
        states = context.operating().stateProperty().subscribe(state -> model.follow(state));
        root.applyCss();
        list.focusList();
    }

    @Override
    public void hidden() {
        following.end();
        states.unsubscribe();
    }

    private void narrow(boolean now) {
        tools.narrow(now);
        closed = now;
        arrange();
    }

    private void arrange() {
        boolean lies = context.narrow().get();
        beside.getChildren().remove(detail);
        over.getChildren().remove(detail);
        (lies ? over.getChildren() : beside.getChildren()).add(detail);
        if (lies) {
            beside.getChildren().setAll(list);
        } else {
            beside.getChildren().setAll(list, detail);
        }
        detail.pseudoClassStateChanged(OVER, lies);
        showDetail();
    }

    private void showDetail() {
        Texts.shown(detail, !closed && model.detailProperty().get().isPresent());
    }

    private void open() {
        closed = false;
        showDetail();
    }

    private void close() {
        closed = true;
        showDetail();
        list.focusList();
    }

    /// Nothing where the stack is watched no longer.
    private void go() {
        if (model.stack().isPresent()) {
            model.entry().map(one -> one.operation() instanceof Operation.OfService service
                    ? Place.of(service.stack(), service.target()) : Place.of(one.operation().stack()))
                    .ifPresent(context.navigator()::go);
        }
    }

    @Override
    public void focusFilter() {
        tools.filter().focusAll();
    }

    private void leave() {
        if (!escape()) {
            context.navigator().back();
        }
    }

    @Override
    public boolean escape() {
        if (tools.filter().leave(list::focusList)) {
            return true;
        }
        if (context.narrow().get() && detail.isVisible()) {
            close();
            return true;
        }
        return tools.filter().clearTyped() || model.clearFilters();
    }
}
