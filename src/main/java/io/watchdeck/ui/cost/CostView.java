package io.watchdeck.ui.cost;

import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.StacksOrNonePane;
import io.watchdeck.words.Words;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The cost screen: four figures, stacks beside the plan of one of them, the days, and what the console itself costs.
/// Where the window is low it scrolls.
public final class CostView implements Page {

    private static final double TABLES = 0.486;
    /// Below it the names of the stacks would be cut off.
    private static final double BOTH_TABLES = 1180;
    private static final double DAYS = 0.71;
    private static final double DAYS_AND_OWN = 900;
    /// Of the height, for the tables.
    private static final double MOST = 0.43;

    private final PageContext context;
    private final CostViewModel model;
    private final AdviceViewModel advice;
    private final ScrollPane root;
    private final StacksPane stacks;
    private final CardsPane tables;
    private final CardsPane below;
    private final StacksOrNonePane whole;
    private final Following following;

    public CostView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new CostViewModel(words, context.feed().costs());
        advice = new AdviceViewModel(words, context.feed()::history, context.feed()::logGroups);
        stacks = new StacksPane(model, words, context.desktop(), stack -> context.navigator().go(Place.of(stack)));
        tables = new CardsPane(stacks, new PlanPane(model, words, context.desktop()), TABLES,
                BOTH_TABLES);
        below = new CardsPane(new DaysPane(model, words, context.desktop()), new OwnPane(model, words), DAYS,
                DAYS_AND_OWN);
        VBox.setVgrow(below, Priority.ALWAYS);
        var content = new VBox(new FiguresPane(model), tables, new ContradictionPane(model), below,
                new AdviceView(advice, words));
        content.getStyleClass().add("cost-page");
        root = new ScrollPane(content);
        whole = new StacksOrNonePane(context, Screen.COST, root);
        root.setId("cost");
        root.getStyleClass().addAll("edge-to-edge", "cost-scroll");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.heightProperty().subscribe(height -> tables.limit(Math.rint(height.doubleValue() * MOST)));
    }

    @Override
    public Parent node() {
        return whole;
    }

    @Override
    public void shown(Place place) {
        following.allStacks();
        context.feed().costs().look(true);
        place.stack().ifPresent(model::select);
        following.snapshots(model::show).snapshots(whole::show).snapshots(advice::show).scope(model::limitTo)
                .narrow(narrow -> {
                    tables.stack(narrow);
                    below.stack(narrow);
                });
        root.applyCss();
        stacks.focusTable();
    }

    @Override
    public void hidden() {
        context.feed().costs().look(false);
        following.end();
    }
}
