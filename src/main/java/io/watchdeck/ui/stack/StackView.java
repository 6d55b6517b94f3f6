package io.watchdeck.ui.stack;

import io.watchdeck.model.ComponentId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.ui.kit.FaultsSwitch;
import io.watchdeck.ui.kit.FlowGridPane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Exploring;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.NoStacksPane;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One stack. The drawer stands beside the content, or over it where the window is narrow.
public final class StackView implements Page {

    private static final double GAP = 12;
    /// Wider, and the eye loses the row between its first and its last column.
    private static final double WIDEST = 2200;
    /// The chart has this part of the height, so that what stands above and below it is seen too.
    private static final double CHART_SHARE = 0.34;
    private static final double CHART_LEAST = 210;
    private static final double CHART_MOST = 420;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    private final PageContext context;
    private final StackViewModel model;
    private final VBox root = new VBox();
    private final Region stripe = new Region();
    private final HeaderPane header;
    private final ActionsPane actions;
    private final FlowGridPane cards = new FlowGridPane(GAP);
    private final FlowGridPane notes = new FlowGridPane(GAP);
    private final Map<String, CardPane> cardPanes = new HashMap<>();
    private final OperationMenu operations;
    private final ServicesPane services;
    private final DrawerPane drawer;
    private final HistoryPane history;
    private final VBox content = new VBox();
    private final HBox beside = new HBox();
    private final StackPane over = new StackPane();
    private final NoStacksPane nothing;
    private final ScrollPane scroll = new ScrollPane();
    private final ConditionsPane conditions;
    private boolean drawerClosed;
    private boolean showing;
    /// Where it was shown last, and where the same screen in another language was.
    private Optional<Place> last = Optional.empty();
    private Optional<Place> resumed = Optional.empty();
    private Optional<Inspection> inspected = Optional.empty();
    private final Following following;
    /// Brings what was read of then, while a moment that is over is shown.
    private Watch.Subscription asking = () -> {};

    public StackView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        model = new StackViewModel(words, context.feed()::history);
        actions = new ActionsPane(context.operating(), model::wishes, words);
        header = new HeaderPane(words, context.desktop(), actions);
        conditions = new ConditionsPane(model, words, context.desktop());
        operations = new OperationMenu(context.operating(), words);
        services = new ServicesPane(model, words, context.desktop(), operations, this::openDrawer);
        drawer = new DrawerPane(model.tail(), words, context.desktop(),
                new DrawerPane.Deeds(operations, model::wishes), this::closeDrawer);
        drawer.show(new ServiceHistoryPane(model.history(), words, () -> explore(model.history().ofService())));
        history = new HistoryPane(model.history(), words, context.desktop(),
                () -> explore(model.history().chart()));
        nothing = new NoStacksPane(words, context.connecting()).on(Screen.STACKS);
        build();
        model.headerProperty().subscribe(this::showHeader);
        model.detailProperty().subscribe(drawer::show);
        model.detailProperty().subscribe(_ -> inspect());
        model.serviceProperty().subscribe(_ -> actions.show());
        context.operating().stateProperty().when(Texts.inWindow(root)).subscribe(_ -> actions.show());
        model.tail().openProperty().subscribe(_ -> inspect());
        model.tail().wishProperty().subscribe(_ -> inspect());
        model.tail().groups(context.feed()::logGroupsOf);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        FaultsSwitch.key(root, model.faults());
        model.cards().addListener((ListChangeListener<Row<String, CardFacts>>) _ -> showCards());
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof StackView view) {
            resumed = view.last;
            services.filter().setText(view.services.filter().getText());
            model.goOn(view.model);
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        following.end();
        showing = true;
        boolean resumes = resumed.filter(place::equals).isPresent();
        boolean another = !resumes && place.stack().isPresent() && !place.stack().equals(model.shown());
        if (!resumes && place.component().isPresent() || another) {
            services.filter().clear();
        }
        if (another) {
            scroll.setVvalue(0);
            conditions.toTop();
        }
        model.replay(context.feed().replayed());
        model.open(place.stack());
        following.snapshots(model::show).ages(model::tick).narrow(this::narrow);
        context.watch().focus(model.shown());
        context.operating().looksAt(model.shown());
        actions.show();
        asking.close();
        asking = context.feed().replayed().isEmpty() ? () -> {}
                : context.watch().subscribe(context.feed().onFx(this::asked));
        inspect();
        place.component().filter(_ -> !resumes).ifPresent(name -> {
            model.select(name);
            model.reveal(name);
            openDrawer();
        });
        resumed = Optional.empty();
        last = Optional.of(place);
        root.applyCss(); // what a scroll pane holds is in the scene, and can have the focus, once it has its skin
        services.focusTable();
    }

    @Override
    public Optional<String> component() {
        return model.serviceProperty().get();
    }

    @Override
    public void hidden() {
        following.end();
        asking.close();
        asking = () -> {};
        context.operating().looksAt(Optional.empty());
        showing = false;
        inspect();
    }

    @Override
    public void focusFilter() {
        services.filter().focusAll();
    }

    @Override
    public boolean escape() {
        if (drawer.logs().escape()) {
            return true;
        }
        if (services.filter().leave(services::focusTable)) {
            return true;
        }
        if (context.narrow().get() && !drawerClosed) {
            closeDrawer();
            return true;
        }
        return model.marks().clear() || services.filter().clearTyped();
    }

    private void build() {
        var body = new VBox(cards, services, history,
                conditions, notes);
        body.getStyleClass().add("stack-body");
        body.setMaxWidth(WIDEST);
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "stack-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.heightProperty().subscribe(height -> history.chartHeight(
                Math.clamp(Math.rint(height.doubleValue() * CHART_SHARE), CHART_LEAST, CHART_MOST)));
        content.getChildren().addAll(header, scroll);
        content.setMinWidth(0);
        beside.getChildren().add(content);
        HBox.setHgrow(content, Priority.ALWAYS);
        StackPane.setAlignment(drawer, Pos.CENTER_RIGHT);
        VBox.setVgrow(over, Priority.ALWAYS);
        stripe.getStyleClass().add("environment-stripe");
        root.setId("stack");
        root.getStyleClass().add("stack-page");
        root.getChildren().addAll(stripe, over);
    }

    private void explore(ChartViewModel chart) {
        context.navigator().go(Place.of(new Exploring(chart.series(), chart.rangeProperty().get(), chart.part())));
    }

    private void showHeader(Optional<HeaderFacts> facts) {
        facts.ifPresent(header::show);
        stripe.pseudoClassStateChanged(PRODUCTION,
                facts.map(HeaderFacts::environment).filter(Environment.PRODUCTION::equals).isPresent());
        placeDrawer();
    }

    private void showCards() {
        cardPanes.keySet().retainAll(model.cards().stream().map(Row::key).toList());
        cards.getChildren().setAll(panes(false));
        notes.getChildren().setAll(panes(true));
    }

    private List<CardPane> panes(boolean aboutTheWhole) {
        return model.cards().stream().filter(row -> row.facts().aboutTheWhole() == aboutTheWhole)
                .map(row -> cardPanes.computeIfAbsent(row.key(),
                        _ -> new CardPane(row, context.words(), context.desktop(), context.feed()::now,
                                () -> deeds(row.facts()))))
                .toList();
    }

    private List<MenuItem> deeds(CardFacts card) {
        return model.stack().map(stack -> operations.of(stack, new ComponentId(card.kind(), card.name()),
                context.feed().now())).orElse(List.of());
    }

    /// Asks for what only the drawer tells, while it is open.
    private void inspect() {
        Optional<Inspection> wanted =
                showing && !drawerClosed ? model.inspection().filter(this::isAsked) : Optional.empty();
        if (!wanted.equals(inspected)) {
            inspected = wanted;
            context.watch().inspect(wanted);
        }
    }

    /// Of a moment that is over only the lines of the log.
    private boolean isAsked(Inspection one) {
        return context.feed().replayed().isEmpty() || one.tail().isPresent();
    }

    /// What comes after the moment has been left is of no use.
    private void asked(WatchSnapshot live) {
        if (context.feed().replayed().isPresent()) {
            model.asked(live, context.feed().nowProperty().get());
        }
    }

    private void narrow(boolean narrow) {
        drawerClosed = narrow;
        placeDrawer();
    }

    private void openDrawer() {
        drawerClosed = false;
        placeDrawer();
    }

    /// Single letters act only outside text fields.
    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (!plain || event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (actions.key(event.getCode())) {
            event.consume();
        } else if (event.getCode() == KeyCode.L) {
            model.tail().open(true);
            openDrawer();
            root.applyCss();
            drawer.logs().focus();
            event.consume();
        }
    }

    private void closeDrawer() {
        drawerClosed = true;
        placeDrawer();
        services.focusTable();
    }

    private void placeDrawer() {
        inspect();
        if (model.headerProperty().get().isEmpty()) {
            over.getChildren().setAll(nothing);
            return;
        }
        services.showOpener(drawerClosed);
        boolean narrow = context.narrow().get();
        drawer.pseudoClassStateChanged(OVER, narrow);
        boolean onTop = narrow && !drawerClosed;
        boolean atSide = !narrow && !drawerClosed;
        over.getChildren().removeIf(child -> child == nothing || child == drawer && !onTop);
        beside.getChildren().removeIf(child -> child == drawer && !atSide);
        add(over, beside);
        if (!drawerClosed) {
            add(narrow ? over : beside, drawer);
        }
    }

    /// What is there already stays untouched: taking it out, even for a moment, would take the focus from it.
    private static void add(Pane parent, Node child) {
        if (!parent.getChildren().contains(child)) {
            parent.getChildren().add(child);
        }
    }
}
