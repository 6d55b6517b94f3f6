package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.LetterKey;
import io.watchdeck.ui.kit.ListAndDetailPane;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.words.Words;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The journal of operations: the list, and beside it the details of the selected one, which lie over it where the window
/// is narrow.
public final class ActivityView implements Page {

    private final PageContext context;
    private final ActivityViewModel model;
    private final ActivityToolsPane tools;
    private final ActivityListPane list;
    private final ListAndDetailPane both;
    private final VBox root = new VBox();
    private final Following following;
    private Subscription states = Subscription.EMPTY;

    public ActivityView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new ActivityViewModel(words, context.operating()::desk);
        both = new ListAndDetailPane(() -> model.detailProperty().get().isPresent());
        tools = new ActivityToolsPane(model, words, context.desktop());
        list = new ActivityListPane(model, words, context.desktop(),
                new ActivityListPane.Acts(both::open, this::go, () -> leave(context.navigator())));
        var detail = new EntryDetailPane(model, words,
                new EntryDetailPane.Acts(context.desktop()::copy, context.desktop()::copyDetails, this::go,
                        this::timeline, both::close));
        both.fill(list.card(), detail, list.card()::focusList, context.narrow().get());
        tools.filter().leadsTo(list.card()::enter);
        root.setId("activity");
        root.getStyleClass().add("activity-page");
        root.getChildren().addAll(tools, both);
        LetterKey.install(root, KeyCode.T, this::timeline);
        LetterKey.install(root, KeyCode.F, model::toggleFaults);
        model.detailProperty().subscribe(_ -> both.showDetail());
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof ActivityView view) {
            model.goOn(view.model);
            tools.filter().setText(view.tools.filter().getText());
            both.goOn(view.both);
            list.card().goOn(view.list.card());
        }
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
        place.component().map(UUID::fromString).ifPresent(this::open);
        list.card().focusList();
    }

    /// Selects an entry, whatever was filtered, and shows its details.
    private void open(UUID entry) {
        tools.filter().setText("");
        model.open(entry);
        model.line(entry).ifPresent(list.card()::select);
        both.open();
    }

    @Override
    public void hidden() {
        following.end();
        states.unsubscribe();
    }

    private void narrow(boolean now) {
        tools.narrow(now);
        both.narrow(now);
    }

    /// The moment at which the selected operation began, with what happened around it.
    private void timeline() {
        model.moment().ifPresent(context.navigator()::go);
    }

    private void go() {
        model.place().ifPresent(context.navigator()::go);
    }

    @Override
    public void focusFilter() {
        tools.filter().focusAll();
    }

    @Override
    public boolean escape() {
        return both.escape(tools.filter(), model::clearFilters);
    }
}
