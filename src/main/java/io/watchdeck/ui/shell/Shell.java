package io.watchdeck.ui.shell;

import atlantafx.base.controls.ModalPane;
import io.watchdeck.alarms.Change;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.refresh.Poller;
import io.watchdeck.settings.Notices;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Fonts;
import io.watchdeck.watch.Watch;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The window's content: bars around one screen at a time. Build and use it on the FX thread; put [#scene] into a stage,
/// or take a picture of it.
public final class Shell implements AutoCloseable {

    static final double NARROW_BELOW = 1280;

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Watch watch;
    private final Desktop desktop;
    private final Map<Screen, PageFactory> factories;
    private final Feed feed;
    private final Navigator navigator = new Navigator();
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final String stacks;
    private final ReadOnlyObjectWrapper<Words> words;
    private final ReadOnlyObjectWrapper<Scope> scope = new ReadOnlyObjectWrapper<>(Scope.all());
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    private final Poller clock;
    private final StackPane root = new StackPane();
    private final ZoomPane zoom = new ZoomPane(root);
    private final ModalPane modal = new ModalPane();
    private final Dialogs dialogs = new Dialogs(modal);
    private final Operating operating;
    private final StackPane content = new StackPane();
    private final Map<Screen, Page> pages = new EnumMap<>(Screen.class);
    /// In the language before, until the same screens are made anew.
    private final Map<Screen, Page> former = new EnumMap<>(Screen.class);
    private final Scene scene;
    private Subscription bars = Subscription.EMPTY;
    private @Nullable Page current;
    private @Nullable GoTo goTo;
    private @Nullable ShellViewModel model;
    private @Nullable OperationsViewModel operations;
    private final Watch.Subscription alarms;
    private List<FileProblem> settings = List.of();
    private Notices wishes = Notices.none();
    private Consumer<AlarmNotice> onNotice = _ -> {};
    private BiConsumer<String, String> onChoice = (_, _) -> {};

    /// @param ui      runs work on the FX thread
    /// @param screens a factory for each screen that exists; the others are not shown
    public Shell(Watch watch, Clock clock, Executor ui, Desktop desktop, Words words, Look look,
            Map<Screen, PageFactory> screens) {
        Fonts.load();
        this.watch = watch;
        this.desktop = new TellingDesktop(desktop, this::copied);
        factories = new EnumMap<>(screens);
        feed = new Feed(watch, clock, ui);
        operating = new Operating(ui);
        stacks = look.stacks();
        theme = new ReadOnlyObjectWrapper<>(look.theme());
        this.words = new ReadOnlyObjectWrapper<>(words);
        scene = new Scene(zoom, look.width(), look.height());
        content.getStyleClass().add("content");
        modal.setId("modal");
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        new Keys(this).install(scene);
        applyTheme();
        build();
        scene.widthProperty().subscribe(_ -> measure());
        scene.heightProperty().subscribe(_ -> measure());
        zoom.heightProperty().subscribe(_ -> measure());
        navigator.placeProperty().subscribe(this::follow);
        alarms = watch.alarms().told(changes -> ui.execute(() -> tell(changes)));
        // Not an animation: one that plays, however slowly, makes the toolkit run sixty pulses a second all day.
        this.clock = new Poller("window clock", () -> ui.execute(feed::tick), () -> TICK, Shell::report).start();
    }

    public Scene scene() {
        return scene;
    }

    public Navigator navigator() {
        return navigator;
    }

    public void show(Screen screen) {
        navigator.go(Place.of(screen));
    }

    public void show(Place place) {
        navigator.go(place);
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public void use(Theme wanted) {
        if (wanted == theme.get()) {
            return;
        }
        theme.set(wanted);
        applyTheme();
    }

    public ReadOnlyObjectProperty<Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Says everything in another language, in the same zone: at once, or when the dialog that asks something is closed.
    /// Bars and screens are made anew; place and scope stay, and each screen goes on where it was.
    public void use(Locale language) {
        dialogs.afterwards(() -> say(language));
    }

    private void say(Locale language) {
        if (language.equals(words.get().locale())) {
            return;
        }
        words.set(new Words(language, words.get().zone()));
        if (current != null) {
            current.hidden();
            current = null;
        }
        former.putAll(pages);
        pages.clear();
        build();
        follow(navigator.place());
    }

    /// What is wrong with the settings file.
    public void tellSettings(List<FileProblem> wrong) {
        settings = List.copyOf(wrong);
        if (model != null) {
            model.tellSettings(settings);
        }
    }

    /// From now on the cloud can be changed from the window.
    ///
    /// @param opener makes what opens the dialogs
    public void operate(OperationDesk desk, Function<OperationContext, Consumer<Operation>> opener) {
        operating.begin(desk);
        operating.dialogs(wish -> opener.apply(new OperationContext(feed, words.get(), desktop, dialogs, operating))
                .accept(wish));
        if (operations != null) {
            operations.show(operating.state());
        }
    }

    /// Opens the dialog of an operation.
    public void open(Operation wish) {
        operating.open(wish);
    }

    /// Unlocks or locks the stack that the window is about.
    void toggleLock() {
        operating.concerned().ifPresent(operating::toggleLock);
    }

    /// How a person wants to be told of alarms.
    public void wish(Notices wanted) {
        wishes = wanted;
    }

    /// @param told of what is to be told of alarms, beside the window
    public void onNotice(Consumer<AlarmNotice> told) {
        onNotice = told;
    }

    private void tell(List<Change> changes) {
        if (model != null) {
            model.tell(changes, wishes, feed.now()).ifPresent(onNotice);
        }
    }

    /// What came of a file that a person wanted.
    public void tellSaved(Saved file) {
        if (model != null) {
            model.saved(file, feed.now());
        }
    }

    /// @param told of what a person chooses in the window: the key and the word of the settings file
    public void onChoice(BiConsumer<String, String> told) {
        onChoice = told;
    }

    /// Ends the clock and the subscription.
    @Override
    public void close() {
        clock.close();
        dialogs.afterwards(() -> {});
        if (current != null) {
            current.hidden();
        }
        bars.unsubscribe();
        alarms.close();
        operating.close();
        feed.close();
    }

    private static void report(Throwable mistake) {
        System.getLogger(Shell.class.getName()).log(System.Logger.Level.ERROR, "The window's clock", mistake);
    }

    void refresh() {
        watch.refresh();
    }

    void togglePause() {
        if (model != null) {
            model.togglePause();
        }
    }

    void focusGoTo() {
        uncover();
        if (goTo != null) {
            goTo.focus();
        }
    }

    void focusFilter() {
        if (current != null) {
            current.focusFilter();
        }
    }

    /// Whether something lies over the screen that takes the keys.
    boolean covered() {
        return modal.isDisplay();
    }

    /// Whether a dialog waits for an answer: characters are for it alone.
    boolean asks() {
        return dialogs.isOpen();
    }

    /// Whoever goes elsewhere does not want to read the keys any more.
    private void uncover() {
        if (covered() && !asks()) {
            modal.hide(true);
        }
    }

    void toggleHelp() {
        if (asks()) {
            return;
        }
        if (covered()) {
            uncover();
        } else {
            modal.show(Help.pane(words.get()));
        }
    }

    /// The number of a screen in the rail, from 1.
    void showNumber(int number) {
        List<Screen> available = List.copyOf(factories.keySet());
        if (number <= available.size()) {
            show(available.get(number - 1));
        }
    }

    /// Closes the topmost thing that is open, else goes back.
    void escape() {
        if (dialogs.isOpen()) {
            dialogs.cancel();
        } else if (modal.isDisplay()) {
            modal.hide(true);
        } else if (goTo != null && goTo.close() || current != null && current.escape()) {
            return;
        } else if (navigator.place().screen() != Screen.OVERVIEW) {
            navigator.back();
        }
    }

    private void copied(String text) {
        if (model != null) {
            model.copied(text, feed.now());
        }
    }

    /// Large windows are drawn larger; what is narrow is measured in the units of the content.
    private void measure() {
        double before = zoom.zoom();
        // A picture may be higher than its window, as high as the root.
        zoom.setZoom(ZoomPane.zoomOf(scene.getWidth(), Math.max(scene.getHeight(), zoom.getHeight())));
        if (zoom.zoom() != before) {
            applyTheme();
        }
        narrow.set(scene.getWidth() / zoom.zoom() < NARROW_BELOW);
    }

    private void build() {
        bars.unsubscribe();
        var shellModel = new ShellViewModel(watch, words.get(), feed.now(), stacks);
        shellModel.limitTo(scope.get());
        shellModel.tellSettings(settings);
        Optional.ofNullable(model).ifPresent(before -> shellModel.goOn(before));
        model = shellModel;
        var doing = new OperationsViewModel(operating, words.get(), feed.now());
        Optional.ofNullable(operations).ifPresent(doing::goOn);
        operations = doing;
        var rail = new NavigationRail(shellModel, words.get(), navigator, factories.keySet());
        rail.addTools(words.get(), () -> choose(theme.get().other()),
                () -> choose(words.get().locale().getLanguage().equals("ko") ? Locale.ENGLISH : Locale.KOREAN),
                this::toggleHelp);
        var search = new GoTo(new GoToViewModel(words.get(), factories.keySet()), words.get(), navigator,
                shellModel::known);
        goTo = search;
        VBox.setVgrow(content, Priority.ALWAYS);
        var middle = new VBox(new TopBar(shellModel, words.get(), search.field()),
                new BannerPane(shellModel, desktop, navigator),
                content);
        middle.setMinWidth(0);
        var frame = new BorderPane(middle);
        frame.setLeft(rail);
        frame.setBottom(new StatusBar(shellModel, doing, words.get()));
        frame.getStyleClass().add("frame");
        StackPane.setAlignment(search.list(), Pos.TOP_LEFT);
        var cards = new CardsPane(doing, words.get());
        StackPane.setAlignment(cards, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(cards, new Insets(0, 16, 40, 0));
        root.getChildren().setAll(frame, search.list(), cards, modal);
        bars = Subscription.combine(
                feed.snapshotProperty().subscribe(snapshot -> {
                    shellModel.show(snapshot, feed.now());
                    doing.stacks(snapshot.stacks());
                }),
                operating.stateProperty().subscribe(doing::show),
                feed.nowProperty().subscribe(at -> {
                    shellModel.tick(at);
                    doing.tick(at);
                }),
                feed.agesProperty().subscribe(shellModel::tellAges),
                shellModel.scopeProperty().subscribe(scope::set),
                navigator.placeProperty().subscribe(rail::markCurrent),
                narrow.subscribe(small -> {
                    rail.setCompact(small);
                    double left = small ? NavigationRail.NARROW : NavigationRail.WIDE;
                    StackPane.setMargin(search.list(), new Insets(44, 0, 0, left + 16));
                }));
    }

    private void choose(Theme wanted) {
        use(wanted);
        onChoice.accept("theme", wanted.name().toLowerCase(Locale.ROOT));
    }

    private void choose(Locale language) {
        use(language);
        onChoice.accept("language", language.getLanguage());
    }

    private void follow(Place place) {
        PageFactory factory = factories.get(place.screen());
        if (factory == null) {
            return;
        }
        uncover();
        Page page = pages.computeIfAbsent(place.screen(), screen -> make(screen, factory));
        if (current != null && current != page) {
            current.hidden();
        }
        current = page;
        content.getChildren().setAll(page.node());
        page.shown(place);
    }

    private Page make(Screen screen, PageFactory factory) {
        Page page = factory.create(context());
        Optional.ofNullable(former.remove(screen)).ifPresent(page::goOn);
        return page;
    }

    private PageContext context() {
        return new PageContext(watch, feed, words.get(), desktop, navigator, scope.getReadOnlyProperty(),
                narrow.getReadOnlyProperty(), dialogs, operating, (key, word) -> onChoice.accept(key, word));
    }

    private void applyTheme() {
        Sheets.apply(scene, theme.get(), factories.keySet(), zoom.zoom() > 1);
    }
}
