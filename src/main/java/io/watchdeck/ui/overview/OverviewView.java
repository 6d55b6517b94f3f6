package io.watchdeck.ui.overview;

import io.watchdeck.model.StackId;
import io.watchdeck.settings.Looks.DensityWord;
import io.watchdeck.ui.kit.FaultsSwitch;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.NoStacksPane;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.ServiceWishes;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The overview: verdict, tool row, table of stacks, what is open.
public final class OverviewView implements Page {

    private static final int OPEN_ROWS = 2;
    /// Wider, and the eye loses the row between its first and its last column.
    private static final double WIDEST = 2600;

    private final PageContext context;
    private final OverviewViewModel model;
    private final VBox root = new VBox();
    private final FilterField filter;
    private final StackTablePane table;
    private final OpenPane open;
    private final VerdictPane verdict;
    private final Region tools;
    private final NoStacksPane none;
    private final Following following;
    private Subscription density = Subscription.EMPTY;

    public OverviewView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new OverviewViewModel(words);
        filter = FilterField.ofScreen(words, "filter", words.say("ui.overview.filter"),
                words.say("ui.overview.filterHelp"), model.columns(), model::filter);
        table = new StackTablePane(model, context.words(), context.desktop(), new StackTablePane.Deeds(
                new OperationMenu(context.operating(), words, "overview-row"), this::services),
                stack -> context.navigator().go(Place.of(stack)));
        open = new OpenPane(model, context.words(), context.desktop(), context.feed()::now,
                facts -> context.navigator().go(Place.of(facts.key().stack())), context.navigator()::go,
                context.operating().pastProperty());
        filter.leadsTo(table::enter);
        root.setId("overview");
        root.getStyleClass().add("overview");
        root.setAlignment(Pos.TOP_CENTER);
        VBox.setVgrow(open, Priority.ALWAYS);
        table.setMinHeight(120);
        verdict = new VerdictPane(model, context.words(), context.narrow());
        tools = tools();
        none = new NoStacksPane(words, context.connecting()).on(Screen.OVERVIEW);
        none.getStyleClass().add("wd-card");
        VBox.setVgrow(none, Priority.ALWAYS);
        Stream.of(verdict, tools, table, open, none).forEach(part -> part.setMaxWidth(WIDEST));
        root.getChildren().addAll(verdict, tools, table, open, none);
        model.noneProperty().subscribe(nothing -> {
            Stream.of(tools, table, open).forEach(part -> Texts.shown(part, !nothing));
            Texts.shown(none, nothing);
        });
        model.rows().addListener((javafx.collections.ListChangeListener<Object>) _ -> fit());
        model.openListedProperty().subscribe(_ -> fit());
        model.listedProperty().subscribe(_ -> fit());
        root.heightProperty().subscribe(_ -> fit());
        FaultsSwitch.key(root, model.faults());
        verdict.heightProperty().subscribe(_ -> fit());
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof OverviewView view) {
            filter.setText(view.filter.getText()); // lists what is known yet, which is nothing that could stay marked
            model.goOn(view.model);
            table.goOn(view.table);
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        following.allStacks().snapshots(model::show).ages(model::tick).scope(model::limitTo);
        density = context.choices().contentsProperty().subscribe(_ -> fit());
        table.focusTable();
    }

    @Override
    public void hidden() {
        following.end();
        density.unsubscribe();
    }

    @Override
    public void focusFilter() {
        filter.focusAll();
    }

    @Override
    public boolean escape() {
        boolean inField = filter.isFocused();
        boolean unmarked = !inField && model.marks().clear();
        boolean typed = !unmarked && filter.clearTyped();
        boolean chosen = !unmarked && !typed && model.clearFilters();
        if (inField) {
            table.focusTable();
        }
        return unmarked || typed || inField || chosen;
    }

    /// The table takes what its rows need, and the strip below it the rest; with nothing open only its head stays, which
    /// says what was checked. What is filtered away keeps its place, so that nothing jumps while somebody types.
    private void fit() {
        int alarms = model.openListedProperty().get();
        double openNeed = OpenPane.heightOf(Math.min(alarms, OPEN_ROWS));
        double room = root.getHeight() - root.snappedTopInset() - root.snappedBottomInset() - verdict.getHeight()
                - tools.getHeight() - 3 * root.getSpacing();
        var fitting = RowShape.fitting(room, model.listedProperty().get(), model.compactProperty().get(), openNeed,
                OpenPane.heightOf(alarms));
        boolean dense = context.choices().contentsProperty().get().settings().looks().dense() == DensityWord.COMPACT;
        var shape = dense && fitting != RowShape.LINE ? RowShape.SHORT : fitting;
        table.fit(shape, Math.max(model.rows().size(), model.listedProperty().get()));
        open.setMinHeight(openNeed);
        open.setPrefHeight(openNeed);
        open.setMaxHeight(alarms == 0 ? openNeed : Double.MAX_VALUE);
    }

    private List<ServiceWishes> services(StackId id) {
        return context.feed().snapshot().stacks().stream().filter(one -> one.file().id().equals(id)).findFirst()
                .map(ServiceWishes::all).orElse(List.of());
    }

    private Region tools() {
        Words words = context.words();
        Label shown = Texts.label("", "wd-12", "wd-muted");
        shown.setId("overview-shown");
        shown.textProperty().bind(model.shownProperty());
        var faults = new FaultsSwitch(words, "only-faults", model.faults());
        var tools = new HBox(Texts.label(words.say("ui.overview.stacks"), "wd-14", "wd-strong"), shown,
                table.marked().button("overview-marks"), Texts.spacer(), faults, filter);
        tools.getStyleClass().add("tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }
}
