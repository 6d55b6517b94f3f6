package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.ui.shell.Findable.Home;
import io.watchdeck.ui.shell.Findable.Offer;
import io.watchdeck.ui.shell.Findable.Sort;
import io.watchdeck.ui.shell.PaletteSearch.Answer;
import io.watchdeck.ui.shell.PaletteSearch.Concern;
import io.watchdeck.ui.shell.PaletteSearch.Found;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the palette shows: stacks, their components, screens, what the window can do, and what can be done with each; of
/// these what fits all that was typed. While nothing is typed, what was used last. What arrives while it is open changes
/// what rows say, never which rows there are or which is selected: only typing does.
final class PaletteViewModel {

    /// More than these nobody looks through; who does not find it types another letter.
    static final int MOST = 60;
    /// So many are seen at once.
    static final int SEEN = 12;
    private static final int RECENT = 6;
    private static final Concern NOTHING = new Concern(Optional.empty(), Optional.empty());

    private static final Optional<Deed> CONNECT = Optional.of(new Deed.Order(Command.CONNECT));

    private final Words words;
    private final Collection<Screen> screens;
    private final Operating operating;
    private final Recent recent;
    private final List<Banner> banners;
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PaletteRow> view = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private List<Findable> all = List.of();
    private List<Found> found = List.of();
    private Optional<Index> index = Optional.empty();
    private boolean connects;
    private Typed typed = Typed.of("");
    private Concern concern = NOTHING;

    PaletteViewModel(Words words, Set<Screen> screens, Operating operating, Recent recent) {
        this(words, screens, operating, recent, List.of());
    }

    /// @param banners whose details can be copied, as they are now
    PaletteViewModel(Words words, Set<Screen> screens, Operating operating, Recent recent, List<Banner> banners) {
        this.words = words;
        this.banners = banners;
        this.screens = screens;
        this.operating = operating;
        this.recent = recent;
    }

    /// What is found in every window, made when somebody looks for the first time: it takes the words of all languages.
    ///
    /// @param always screens and commands
    private record Index(PaletteSearch search, List<Findable> always) {}

    private Index index() {
        Index known = index.orElseGet(() -> new Index(new PaletteSearch(new Tongues(words), recent),
                Stream.concat(screens(), commands()).toList()));
        index = Optional.of(known);
        return known;
    }

    private Stream<Findable> screens() {
        var number = new java.util.concurrent.atomic.AtomicInteger();
        return screens.stream().map(screen -> new Findable("screen:" + screen, Sort.SCREEN,
                Folded.of(words.say(screen.key())), screenNames(screen), Optional.empty(), Severity.FINE,
                screen.glyph(),
                words.say("ui.palette.number", Keys.digitOf(number.incrementAndGet())),
                Optional.of(new Deed.Go(Place.of(screen))), List.of()));
    }

    /// The other names of a screen: in every language.
    private Folded screenNames(Screen screen) {
        return Folded.of(String.join(" ", new Tongues(words).of(screen.key()).stream().map(Folded::text).toList()));
    }

    private Stream<Findable> commands() {
        Folded nowhere = Folded.of("");
        return Stream.of(Command.values()).map(command -> new Findable("command:" + command, Sort.COMMAND,
                Folded.of(words.say(command.key())), nowhere, Optional.empty(), Severity.FINE, command.glyph(),
                command.shortcut().isEmpty() ? "" : words.say(command.shortcut()),
                Optional.of(new Deed.Order(command)), List.of()));
    }

    /// @param possible whether an account can be connected from this window
    void connects(boolean possible) {
        connects = possible;
    }

    /// Begins anew.
    void open(List<StackSnapshot> stacks, Concern lookedAt) {
        concern = lookedAt;
        list(stacks);
        type("");
    }

    /// What is known now. The rows stay where they are.
    void refresh(List<StackSnapshot> stacks) {
        list(stacks);
        Map<String, Findable> known =
                all.stream().collect(Collectors.toMap(Findable::id, Function.identity(), (a, _) -> a));
        found = found.stream().map(one -> newest(one, known)).toList();
        show();
    }

    /// What is not there any more stays until something is typed: nothing moves under the finger.
    private static Found newest(Found one, Map<String, Findable> known) {
        Findable what = known.getOrDefault(one.what().id(), one.what());
        Optional<Offer> offer = one.offer().flatMap(wanted -> what.offers().stream()
                .filter(there -> there.verb() == wanted.verb()).findFirst()).or(one::offer);
        return new Found(what, offer, one.cost());
    }

    private void list(List<StackSnapshot> stacks) {
        var things = new ArrayList<Findable>();
        stacks.forEach(stack -> things.addAll(Findables.of(stack, lock(stack))));
        index().always().stream().filter(one -> connects || !one.deed().equals(CONNECT)).forEach(things::add);
        things.addAll(new TroubleFindables(words).of(banners, stacks));
        all = List.copyOf(things);
    }

    private Optional<LockState> lock(StackSnapshot stack) {
        return operating.isPossible() ? Optional.of(operating.lock(stack.file().id())) : Optional.empty();
    }

    /// Shows what fits, and selects the best of it.
    void type(String text) {
        typed = Typed.of(text);
        if (typed.isEmpty()) {
            found = suggested();
            count.set("");
        } else {
            Answer answer = index().search().find(typed, all, concern, MOST);
            found = answer.best();
            count.set(answer.all() > found.size() ? words.say("ui.palette.first", found.size(), answer.all())
                    : words.say("ui.palette.found", answer.all()));
        }
        selected.set(-1);
        show();
        selected.set(rows.isEmpty() ? -1 : 0);
    }

    /// What was used last, what can be done with what one looks at, then stacks, screens and commands.
    private List<Found> suggested() {
        Map<String, Found> reachable = all.stream().flatMap(PaletteViewModel::ways)
                .collect(Collectors.toMap(Found::id, Function.identity(), (a, _) -> a));
        var wanted = new java.util.LinkedHashMap<String, Found>();
        recent.ids().stream().map(reachable::get).filter(java.util.Objects::nonNull).limit(RECENT)
                .forEach(one -> wanted.put(one.id(), one));
        Stream.of(all.stream().filter(concern::isAbout).flatMap(PaletteViewModel::ways)
                .filter(one -> one.offer().isPresent()),
                all.stream().filter(what -> what.sort() == Sort.STACK).map(PaletteViewModel::way),
                index().always().stream().map(PaletteViewModel::way)).flatMap(Function.identity())
                .forEach(one -> wanted.putIfAbsent(one.id(), one));
        return wanted.values().stream().limit(MOST).toList();
    }

    private static Found way(Findable what) {
        return new Found(what, Optional.empty(), 0);
    }

    private static Stream<Found> ways(Findable what) {
        return Stream.concat(what.deed().stream().map(_ -> way(what)),
                what.offers().stream().map(offer -> new Found(what, Optional.of(offer), 0)));
    }

    private void show() {
        List<PaletteRow> wanted = found.stream().map(this::row).toList();
        if (wanted.size() != rows.size()) {
            rows.setAll(wanted);
            return;
        }
        for (int at = 0; at < wanted.size(); at++) {
            if (!wanted.get(at).equals(rows.get(at))) {
                rows.set(at, wanted.get(at));
            }
        }
    }

    private PaletteRow row(Found one) {
        Findable what = one.what();
        String name = one.offer().map(offer -> said(offer, what)).orElseGet(() -> what.name().text());
        String where = where(what);
        String locked = locked(one.deed());
        String atOnce = one.deed() instanceof Deed.Change(var wish) && operating.isAtOnce(wish)
                ? words.say("ui.palette.atOnce") : "";
        boolean troubled = one.offer().isEmpty() && (what.severity() != Severity.FINE || what.sort() == Sort.STACK);
        Optional<Severity> severity = troubled ? Optional.of(what.severity()) : Optional.empty();
        String shortcut = one.offer().map(offer -> offer.verb().shortcut()).filter(key -> !key.isEmpty())
                .map(key -> words.say(key)).orElseGet(() -> one.offer().isPresent() ? "" : what.shortcut());
        String spoken = Stream.of(name, where, what.home().map(home -> environment(home)).orElse(""),
                severity.map(worst -> words.say("severity." + worst.word())).orElse(""), locked, atOnce, shortcut)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new PaletteRow(one.id(), one.deed(), one.offer().map(offer -> offer.verb().glyph()).orElse(what.glyph()),
                severity, PaletteRow.parts(Folded.of(name), typed), PaletteRow.parts(Folded.of(where), typed),
                what.home().map(Home::environment), locked, atOnce, shortcut, spoken);
    }

    private String said(Offer offer, Findable what) {
        String target = offer.deed() instanceof Deed.Change(var wish) ? wish.target() : what.name().text();
        return words.say(offer.verb().key(), target);
    }

    private String environment(Home home) {
        return words.say("ui.environment." + home.environment().word());
    }

    private String where(Findable what) {
        String sort = words.say(what.sort().key());
        return what.home().map(home -> switch (what.sort()) {
            case STACK -> words.say("ui.palette.where", sort, home.region());
            case TASK -> words.say("ui.palette.where", home.name(), what.name().text()
                    .substring(what.name().text().lastIndexOf(' ') + 1));
            default -> words.say("ui.palette.where", home.name(), sort);
        }).orElse(sort);
    }

    private String locked(Deed deed) {
        return deed.changes().map(operating::lock).map(lock -> switch (lock) {
            case LockState.Locked() -> words.say("ui.palette.locked");
            case LockState.ReadOnly _ -> words.say("ui.palette.readOnly");
            case LockState.Unlocked _, LockState.Free() -> "";
        }).orElse("");
    }

    /// The next row or the one before; after the last comes the first.
    void move(int by) {
        if (!rows.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, rows.size()));
        }
    }

    /// So many rows down or up, as far as there are any.
    void page(int by) {
        if (!rows.isEmpty()) {
            selected.set(Math.clamp(selected.get() + (long) by * (SEEN - 1), 0, rows.size() - 1));
        }
    }

    void select(int row) {
        if (row >= 0 && row < rows.size()) {
            selected.set(row);
        }
    }

    /// What the selected row does; remembered as used.
    Optional<Deed> choose() {
        int at = selected.get();
        if (at < 0 || at >= rows.size()) {
            return Optional.empty();
        }
        recent.use(rows.get(at).id());
        return Optional.of(rows.get(at).deed());
    }

    /// What a screen reader says: the selected row, and which of how many it is.
    String spoken() {
        int at = selected.get();
        return at < 0 || at >= rows.size() ? words.say("ui.palette.nothing")
                : words.say("ui.palette.spoken", rows.get(at).spoken(), at + 1, rows.size());
    }

    /// How often a word was held against a text.
    long compared() {
        return index().search().compared();
    }

    ObservableList<PaletteRow> rows() {
        return view;
    }

    /// -1 where there are none.
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// How many were found, in words; empty while nothing is typed.
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }
}
