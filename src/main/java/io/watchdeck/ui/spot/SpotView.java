package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.LetterKey;
import io.watchdeck.ui.kit.ListAndDetailPane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.StacksOrNonePane;
import io.watchdeck.words.Words;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// The Spot screen: a verdict, four figures, the services beside a picture of the time, and below them the ledger with the
/// details of what is selected, which lie over it where the window is narrow.
public final class SpotView implements Page {

    /// Of the width, in per cent.
    private static final double SERVICES = 52;
    private static final double NARROW_SERVICES = 59;
    /// Of the height that services and ledger have together: both are lists of rows as high.
    private static final double MIDDLE = 0.45;
    private static final double NARROW_MIDDLE = 0.5;
    private static final double LEAST = 190;
    private static final double MOST = 420;

    private final PageContext context;
    private final SpotViewModel model;
    private final ServicesPane services;
    private final LedgerPane ledger;
    private final ListAndDetailPane both;
    private final GridPane middle;
    private final PicturePane picture;
    private final VBox root = new VBox();
    private final StacksOrNonePane whole;
    private final Following following;

    public SpotView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new SpotViewModel(words, context.feed().ledger(), context.feed()::history);
        both = new ListAndDetailPane(() -> model.detailProperty().get().isPresent());
        services = new ServicesPane(model, words, context.desktop(), both::open, () -> leave(context.navigator()));
        ledger = new LedgerPane(model, words, context.desktop(),
                new LedgerPane.Acts(both::open, () -> leave(context.navigator())));
        var detail = new SpotDetailPane(model, words, context.desktop(), this::timeline, both::close);
        both.fill(ledger, detail, ledger.card()::focusList, context.narrow().get());
        ledger.filter().leadsTo(ledger.card()::enter);
        picture = new PicturePane(model, words);
        middle = middle();
        root.setId("spot");
        root.getStyleClass().add("spot-page");
        root.getChildren().addAll(new HeadPane(model, words), new SpotCardsPane(model), middle, both);
        whole = new StacksOrNonePane(context, Screen.SPOT, root);
        LetterKey.install(root, KeyCode.T, this::timeline);
        Stream.of(root, both, middle).forEach(part -> part.heightProperty().subscribe(_ -> share()));
        model.detailProperty().subscribe(_ -> both.showDetail());
        model.pageProperty().subscribe(page -> {
            Texts.shown(middle, page.headline().isPresent());
            Texts.shown(both, page.headline().isPresent());
        });
    }

    private void timeline() {
        model.detailProperty().get().flatMap(SpotDetail::moment).ifPresent(context.navigator()::go);
    }

    private GridPane middle() {
        var grid = new GridPane();
        grid.getStyleClass().add("spot-middle");
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints());
        var row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setFillHeight(true);
        grid.getRowConstraints().add(row);
        services.card().setMinSize(0, 0);
        picture.setMinSize(0, 0);
        grid.add(services.card(), 0, 0);
        grid.add(picture, 1, 0);
        return grid;
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof SpotView view) {
            model.goOn(view.model);
            ledger.filter().setText(view.ledger.filter().getText());
            both.goOn(view.both);
            ledger.card().goOn(view.ledger.card());
        }
    }

    @Override
    public Parent node() {
        return whole;
    }

    @Override
    public void shown(Place place) {
        model.begin(context.feed().now());
        following.allStacks().snapshots(model::show).snapshots(whole::show).ages(model::tick).scope(model::limitTo)
                .narrow(this::narrow);
        place.stack().flatMap(model::stack).ifPresent(stack -> model.look(stack, place.component()));
        root.applyCss();
        ledger.card().focusList();
    }

    @Override
    public void hidden() {
        following.end();
    }

    private void narrow(boolean now) {
        share();
        services.narrow(now);
        double share = now ? NARROW_SERVICES : SERVICES;
        middle.getColumnConstraints().getFirst().setPercentWidth(share);
        middle.getColumnConstraints().getLast().setPercentWidth(100 - share);
        picture.narrow(now);
        both.narrow(now);
    }

    private void share() {
        double height = Math.clamp(Math.rint((middle.getHeight() + both.getHeight())
                * (context.narrow().get() ? NARROW_MIDDLE : MIDDLE)), LEAST, MOST);
        if (height != middle.getPrefHeight()) {
            middle.setMinHeight(height);
            middle.setPrefHeight(height);
            middle.setMaxHeight(height);
        }
    }

    @Override
    public void focusFilter() {
        ledger.filter().focusAll();
    }

    @Override
    public boolean escape() {
        return both.escape(ledger.filter(), model::clearFilters);
    }
}
