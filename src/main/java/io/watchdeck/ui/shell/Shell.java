package io.watchdeck.ui.shell;

import atlantafx.base.controls.ModalPane;
import io.watchdeck.alarms.Change;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.settings.Looks;
import io.watchdeck.settings.Notices;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Fonts;
import io.watchdeck.watch.Watch;
import io.watchdeck.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The window's content: bars around one screen at a time. Build and use it on the FX thread; put [#scene] into a stage,
/// or take a picture of it.
public final class Shell implements AutoCloseable {

    private final Watch watch;
    private final Desktop desktop;
    private final Feed feed;
    private final Navigator navigator = new Navigator();
    private final String stacks;
    private final ReadOnlyObjectWrapper<Words> words;
    private final ReadOnlyObjectWrapper<Scope> scope = new ReadOnlyObjectWrapper<>(Scope.all());
    private final WindowClock clock;
    private final ModalPane modal = new ModalPane();
    private final HelpSheet help = new HelpSheet(modal);
    private final DialogLayer layer = new DialogLayer();
    private final Dialogs dialogs = new Dialogs(layer, this::uncover);
    private final Operating operating;
    private final SigningIn signing;
    private final Connecting connecting;
    private final Pages pages;
    private final Replaying replaying;
    private final Surface surface;
    private final Deeds deeds;
    private Subscription bars = Subscription.EMPTY;
    private @Nullable PastPane past;
    private final Recent recent = new Recent();
    private @Nullable Palette palette;
    private @Nullable ShellViewModel model;
    private @Nullable OperationsViewModel operations;
    private final Watch.Subscription alarms;
    private final Choices choices;
    private Notices wishes = Notices.none();
    private Consumer<AlarmNotice> onNotice = _ -> {};

    /// @param ui      runs work on the FX thread
    /// @param screens a factory for each screen that exists; the others are not shown
    public Shell(Watch watch, Clock clock, Executor ui, Desktop desktop, Words words, Look look,
            Map<Screen, PageFactory> screens) {
        Fonts.load();
        this.watch = watch;
        this.desktop = new TellingDesktop(desktop, this::copied, this::clockTime);
        feed = new Feed(watch, clock, ui);
        operating = new Operating(ui);
        signing = new SigningIn(ui);
        stacks = look.stacks();
        this.words = new ReadOnlyObjectWrapper<>(words);
        connecting = new Connecting(this.words::get, this.desktop, dialogs, signing, new SigningIn(ui), stacks);
        pages = new Pages(screens, this::context);
        replaying = new Replaying(watch, feed, pages);
        replaying.shownProperty().subscribe(shown -> operating.refuse(shown.map(_ -> this::refuse)));
        surface = new Surface(look);
        choices = new Choices(surface.enlargedProperty());
        modal.setId("modal");
        modal.setFocusTraversable(false);
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        deeds = new Deeds(this, this.desktop);
        new Keys(this, deeds).install(surface.scene());
        build();
        surface.follow();
        navigator.placeProperty().subscribe(this::follow);
        navigator.closes(this::seen);
        alarms = watch.alarms().told(changes -> ui.execute(() -> tell(changes)));
        this.clock = new WindowClock(feed, ui);
    }

    public Scene scene() {
        return surface.scene();
    }

    public Navigator navigator() {
        return navigator;
    }

    public void show(Screen screen) {
        navigator.go(Place.of(screen));
    }

    /// Whoever is there already is shown it again.
    public void show(Place place) {
        if (place.equals(navigator.place())) {
            follow(place);
        } else {
            navigator.go(place);
        }
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return surface.themeProperty();
    }

    public void use(Theme wanted) {
        surface.use(wanted);
    }

    public ReadOnlyObjectProperty<Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// How much room rows and controls take, and how many times the usual size everything is drawn.
    public void use(Looks looks) {
        surface.use(looks.dense());
        surface.enlarge(looks.enlarged());
    }

    /// Says everything in another language, in the same zone: at once, or when the dialog that asks something is closed. Bars and
    /// screens are made anew; place and scope stay, and each screen goes on where it was.
    public void use(Locale language) {
        use(language, words.get().zone());
    }

    /// The same in another zone too.
    public void use(Locale language, ZoneId zone) {
        dialogs.afterwards(() -> {
            if (!language.equals(words.get().locale()) || !zone.equals(words.get().zone())) {
                words.set(new Words(language, zone));
                pages.forget();
                build();
                follow(navigator.place());
            }
        });
    }

    /// What a person chooses in the settings.
    public Choices choices() {
        return choices;
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

    /// From now on a person can sign in from the window.
    ///
    /// @param opener makes what opens the dialogs
    public void signIn(SignInDesk desk, Function<SignInContext, Consumer<Door>> opener) {
        signing.begin(desk, door -> opener.apply(new SignInContext(words.get(), desktop, dialogs, signing))
                .accept(door));
    }

    /// How a person connects an account from the window.
    public Connecting connecting() {
        return connecting;
    }

    /// Opens the dialog of an operation.
    public void open(Operation wish) {
        operating.open(wish);
    }

    void toggleLock(StackId stack) {
        operating.toggleLock(stack);
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
        bars(shown -> shown.tell(changes, wishes, clockTime()).ifPresent(onNotice));
    }

    /// What came of a file that a person wanted.
    public void tellSaved(Saved file) {
        bars(shown -> shown.saved(file, clockTime()));
    }

    /// Ends the clock and the subscription.
    @Override
    public void close() {
        clock.close();
        dialogs.end();
        pages.hide();
        bars.unsubscribe();
        alarms.close();
        operating.close();
        connecting.close();
        signing.close();
        feed.close();
    }

    void refresh() {
        if (replaying.isPast()) {
            refuse();
        } else {
            watch.refresh();
        }
    }

    void togglePause() {
        bars(ShellViewModel::togglePause);
    }

    void togglePalette() {
        if (palette == null || asks()) {
            return;
        }
        if (palette.isOpen()) {
            palette.close();
            return;
        }
        uncover();
        palette.open(feed.liveProperty().get().stacks(), new PaletteSearch.Concern(
                operating.concerned().or(() -> navigator.place().stack()), pages.component()));
    }

    void focusFilter() {
        pages.focusFilter();
    }

    /// Whether something lies over the screen that takes the keys.
    boolean covered() {
        return modal.isDisplay() || dialogs.isOpen();
    }

    /// Whether Esc closes what lies over the screen, or was meant to.
    boolean takesEscape() {
        return modal.isDisplay() || dialogs.takesEscape();
    }

    /// Whether a dialog waits for an answer: characters are for it alone.
    boolean asks() {
        return dialogs.isOpen();
    }

    /// Whoever goes elsewhere does not want to read the keys any more.
    private boolean uncover() {
        boolean covered = modal.isDisplay();
        if (covered) {
            modal.hide(true);
        }
        return covered;
    }

    /// Nothing while a dialog asks, which stays.
    void toggleHelp() {
        if (covered()) {
            uncover();
        } else {
            help.open(words.get(), navigator.place().screen());
        }
    }

    /// The number of a screen in the rail, from 1.
    void showNumber(int number) {
        pages.numbered(number).ifPresent(this::show);
    }

    /// @return whether something was told of alarms, which is seen now
    private boolean seen() {
        return model != null && model.unseen().dismiss();
    }

    private void bars(Consumer<ShellViewModel> what) {
        Optional.ofNullable(model).ifPresent(what);
    }

    /// Closes the topmost thing that is open, else goes back.
    void escape() {
        if (!dialogs.escape() && !uncover() && !pages.escape() && !seen()
                && (navigator.place().screen() != Screen.OVERVIEW || replaying.isPast())) {
            navigator.back();
        }
    }

    private void copied(String text) {
        bars(shown -> shown.copied(text, clockTime()));
    }

    /// What is over cannot be changed, or read again.
    private void refuse() {
        bars(shown -> shown.tell(words.get().say("ui.past.refused"), clockTime()));
    }

    private Instant clockTime() {
        return feed.nowProperty().get();
    }

    private void build() {
        bars.unsubscribe();
        var shellModel = new ShellViewModel(watch, words.get(), clockTime(), stacks);
        shellModel.limitTo(scope.get());
        Optional.ofNullable(model).ifPresent(before -> shellModel.goOn(before));
        model = shellModel;
        var doing = new OperationsViewModel(operating, words.get(), clockTime());
        Optional.ofNullable(operations).ifPresent(doing::goOn);
        operations = doing;
        var rail = new NavigationRail(shellModel, words.get(), navigator, pages.screens());
        rail.addTools(words.get(), deeds::chooseTheme, deeds::chooseLanguage, this::toggleHelp);
        Optional.ofNullable(palette).ifPresent(Palette::end);
        var paletteModel = new PaletteViewModel(words.get(), pages.screens(), operating, recent, shellModel.banners());
        var finding = new Palette(modal, paletteModel, chosen -> new PalettePane(paletteModel, words.get(), chosen),
                deeds);
        palette = finding;
        Optional.ofNullable(past).ifPresent(PastPane::end);
        var around = new PastPane(pages.content(), replaying, navigator, words.get(), this::clockTime, feed::name);
        past = around;
        VBox.setVgrow(around, Priority.ALWAYS);
        var middle = new VBox(new TopBar(shellModel, words.get(), this::togglePalette),
                new BannerPane(shellModel, desktop, navigator, signing::open, connecting, words.get()), around);
        middle.setMinWidth(0);
        var frame = new BorderPane();
        frame.setLeft(rail); // Tab goes from one to the next in the order in which they are put here
        frame.setCenter(middle);
        frame.setBottom(new StatusBar(shellModel, doing, words.get(), this::show));
        frame.getStyleClass().add("frame");
        surface.root().getChildren().setAll(frame, new CardsPane(doing, shellModel.unseen(), words.get(), this::show)
                .over(around, navigator.placeProperty(), feed.nowProperty()), modal, layer);
        bars = Subscription.combine(
                feed.liveProperty().subscribe(snapshot -> {
                    shellModel.show(snapshot, clockTime());
                    doing.stacks(snapshot.stacks());
                    signing.wanted(Banners.expired(snapshot));
                    finding.refresh(snapshot.stacks());
                }),
                operating.stateProperty().subscribe(state -> {
                    doing.show(state);
                    finding.refresh(feed.liveProperty().get().stacks());
                }),
                choices.contentsProperty().subscribe(contents -> shellModel.tellSettings(contents.problems())),
                signing.stateProperty().subscribe(newest -> shellModel.tell(newest)),
                operating.told(() -> doing.show(operating.state())),
                feed.nowProperty().subscribe(at -> {
                    shellModel.tick(at);
                    doing.tick(at);
                    dialogs.tick(at);
                }),
                feed.liveAgesProperty().subscribe(shellModel::tellAges),
                shellModel.scopeProperty().subscribe(scope::set),
                navigator.placeProperty().subscribe(rail::markCurrent),
                navigator.placeProperty().subscribe(place -> shellModel.unseen().at(place.screen())),
                connecting.possibleProperty().subscribe(paletteModel::connects),
                surface.narrowProperty().subscribe(rail::setCompact));
    }

    private void follow(Place place) {
        if (pages.screens().contains(place.screen())) {
            uncover();
            replaying.show(place);
        }
    }

    private PageContext context() {
        return new PageContext(watch, feed, words.get(), desktop, navigator, scope.getReadOnlyProperty(),
                surface.narrowProperty(), dialogs, operating, choices, connecting);
    }
}
