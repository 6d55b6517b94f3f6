package io.watchdeck.ui.kit.logs;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.LogPlace;
import io.watchdeck.watch.LogPlaces;
import io.watchdeck.watch.LogTail;
import io.watchdeck.watch.TailWish;
import io.watchdeck.watch.Tailed;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The log of the selected service, or that around a moment. While it follows, the lines are those that are known; while
/// it is held they stay as they are, and new ones are only counted, so that what a person reads does not move.
public final class LogTailViewModel {

    private final Words words;
    private final ObservableList<TailLine> lines = FXCollections.observableArrayList();
    private final ObservableList<TailLine> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ObservableList<LogPlace> places = FXCollections.observableArrayList();
    private final ObservableList<LogPlace> placesView = FXCollections.unmodifiableObservableList(places);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<TailWish> wish = new ReadOnlyObjectWrapper<>(TailWish.everything());
    private final ReadOnlyObjectWrapper<Optional<LogPlace>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TailFacts> facts;
    private Optional<Inspection> of = Optional.empty();
    private Optional<Tailed> tailed = Optional.empty();
    private Optional<LogTail> read = Optional.empty();
    private List<TailLine> newest = List.of();
    /// The lines that are shown, without the rows below those that are unfolded.
    private List<TailLine> heads = List.of();
    private final Set<TailLine> unfolded = new HashSet<>();
    private Instant now = Instant.EPOCH;
    /// For how many days log groups of the stack keep a line; those that keep it for ever are not among them.
    private Map<String, Integer> kept = Map.of();
    private Optional<StackId> keptOf = Optional.empty();
    private BiConsumer<StackId, Consumer<Map<String, Reading<LogGroup>>>> groups = (_, _) -> {};

    public LogTailViewModel(Words words) {
        this.words = words;
        facts = new ReadOnlyObjectWrapper<>(TailFacts.of(wish.get(), tailed, true, kept, now, words));
    }

    /// @param source tells what the log groups of a stack are like. It is asked when there are no lines of then, once for a
    ///               stack.
    public void groups(BiConsumer<StackId, Consumer<Map<String, Reading<LogGroup>>>> source) {
        groups = source;
    }

    private void askHowLong() {
        boolean empty = isAroundMoment()
                && tailed.flatMap(one -> one.lines().state().latest()).filter(tail -> tail.lines().isEmpty())
                        .isPresent();
        Optional<StackId> stack = of.map(Inspection::stack);
        if (empty && !stack.equals(keptOf)) {
            keptOf = stack;
            kept = Map.of();
            stack.ifPresent(id -> groups.accept(id, answer -> {
                if (keptOf.filter(id::equals).isPresent()) {
                    kept = answer.values().stream().<LogGroup>mapMulti((one, groupsOf) -> {
                        if (one instanceof Reading.Known<LogGroup>(var group, var _)) {
                            groupsOf.accept(group);
                        }
                    }).filter(group -> group.retentionDays().isPresent()).collect(Collectors.toMap(LogGroup::name,
                            group -> group.retentionDays().getAsInt()));
                    showFacts();
                }
            }));
        }
    }

    /// The log of another service is shown whole: what was looked for in the one before is not what is looked for here.
    ///
    /// @param service   that is selected
    /// @param inspected what is known of whatever service is looked at closely
    public void show(Optional<Inspection> service, Optional<Inspected> inspected, Instant at) {
        now = at;
        if (!service.equals(of)) {
            String pattern = of.isPresent() ? "" : wish.get().pattern();
            of = service;
            wish(new TailWish(Optional.empty(), pattern, wish.get().around()));
        }
        tailed = inspected.filter(one -> of.filter(one.of()::equals).isPresent()).flatMap(Inspected::tail)
                .filter(one -> one.wish().equals(wish.get()));
        tailed.flatMap(Tailed::places).ifPresent(this::showPlaces);
        Optional<LogTail> known = tailed.flatMap(one -> one.lines().state().latest());
        if (!known.equals(read)) {
            read = known;
            newest = known.map(tail -> tail.lines().stream().map(line -> TailLine.of(line, words)).toList())
                    .orElse(List.of());
        }
        showLines();
        askHowLong();
    }

    /// From now on the lines around a moment, or with none the newest. Where they were looked for in the log, and by which
    /// pattern, stays.
    public void around(Optional<Instant> moment) {
        if (!wish.get().around().equals(moment)) {
            wish(new TailWish(wish.get().place(), wish.get().pattern(), moment));
        }
    }

    /// Whether the lines are those around a moment, and not the newest.
    boolean isAroundMoment() {
        return wish.get().around().isPresent();
    }

    /// The line that is the first after the moment; empty for the newest lines, and where there is none.
    Optional<TailLine> firstAfter() {
        return wish.get().around().flatMap(at -> heads.stream().filter(line -> line.at().isAfter(at)).findFirst());
    }

    /// Whether anybody wants to see the log.
    public void open(boolean wanted) {
        open.set(wanted);
    }

    /// What is to be read; nothing while the log is folded away.
    public Optional<TailWish> wanted() {
        return Optional.of(wish.get()).filter(_ -> open.get());
    }

    /// From now on only the lines that match.
    void filter(String pattern) {
        if (!pattern.strip().equals(wish.get().pattern())) {
            wish(new TailWish(wish.get().place(), pattern.strip(), wish.get().around()));
        }
    }

    void choose(LogPlace wanted) {
        if (!place.get().filter(wanted::equals).isPresent()) {
            wish(new TailWish(Optional.of(wanted), wish.get().pattern(), wish.get().around()));
            place.set(Optional.of(wanted));
        }
    }

    /// The lines stay as they are.
    void hold() {
        following.set(false);
        showFacts();
    }

    /// The newest lines, and those that come.
    void follow() {
        following.set(true);
        showLines();
    }

    /// Shows all of a line below it. What a person reads closely does not move: new lines wait.
    void unfold(TailLine row) {
        head(row).filter(TailLine::folds).filter(unfolded::add).ifPresent(_ -> {
            following.set(false);
            showLines();
        });
    }

    /// Only the line again.
    void fold(TailLine row) {
        head(row).filter(unfolded::remove).ifPresent(_ -> showLines());
    }

    boolean isUnfolded(TailLine row) {
        return head(row).filter(unfolded::contains).isPresent();
    }

    /// The line of which a row is a part.
    Optional<TailLine> head(TailLine row) {
        return row.part() == 0 ? Optional.of(row) : heads.stream().filter(row::isOf).findFirst();
    }

    /// For the clipboard: each with its instant in UTC. The rows below a line that is copied whole are in it.
    static String text(List<TailLine> some) {
        return some.stream().filter(row -> row.part() == 0
                || some.stream().noneMatch(other -> other.part() == 0 && other.isOf(row)))
                .map(TailLine::copied).collect(Collectors.joining("\n"));
    }

    /// Other lines than before are wanted: those that are shown are not they.
    private void wish(TailWish wanted) {
        if (wanted.place().isEmpty()) {
            places.clear();
            place.set(Optional.empty());
        }
        tailed = Optional.empty();
        read = Optional.empty();
        newest = List.of();
        unfolded.clear();
        following.set(true);
        wish.set(wanted);
        showLines();
    }

    private void showPlaces(LogPlaces known) {
        if (!places.equals(known.places())) {
            places.setAll(known.places());
        }
        place.set(TailFacts.place(wish.get(), Optional.of(known)));
    }

    private void showLines() {
        if (tailed.filter(one -> one.lines().state() instanceof Loadable.Failed).isPresent()) {
            following.set(true);
        }
        if (following.get()) {
            heads = newest;
            unfolded.retainAll(Set.copyOf(heads));
            waiting.set(0);
        } else if (!newest.isEmpty()) {
            int last = heads.isEmpty() ? -1 : newest.lastIndexOf(heads.getLast());
            waiting.set(newest.size() - 1 - last);
        }
        become(unfolded.isEmpty() ? heads : heads.stream().<TailLine>mapMulti((line, rows) -> {
            rows.accept(line);
            if (unfolded.contains(line)) {
                line.parts(words).forEach(rows);
            }
        }).toList());
        showFacts();
    }

    private void showFacts() {
        TailFacts next = TailFacts.of(wish.get(), tailed, following.get(), kept, now, words);
        TailFacts seen = lines.isEmpty() ? next : next.withLines();
        if (!seen.equals(facts.get())) {
            facts.set(seen);
        }
    }

    /// Takes out and puts in only what differs: the selection and what is in sight stay.
    private void become(List<TailLine> wanted) {
        int dropped = wanted.isEmpty() ? -1 : lines.indexOf(wanted.getFirst());
        if (dropped < 0) {
            if (!lines.equals(wanted)) {
                lines.setAll(wanted);
            }
            return;
        }
        lines.remove(0, dropped);
        int same = 0;
        int least = Math.min(lines.size(), wanted.size());
        while (same < least && lines.get(same).equals(wanted.get(same))) {
            same++;
        }
        int after = 0;
        while (after < least - same
                && lines.get(lines.size() - 1 - after).equals(wanted.get(wanted.size() - 1 - after))) {
            after++;
        }
        if (same < lines.size() - after) {
            lines.remove(same, lines.size() - after);
        }
        if (same < wanted.size() - after) {
            lines.addAll(same, wanted.subList(same, wanted.size() - after));
        }
    }

    ObservableList<TailLine> lines() {
        return linesView;
    }

    /// Where the service may log; more than one is a choice.
    public ObservableList<LogPlace> places() {
        return placesView;
    }

    public ReadOnlyObjectProperty<Optional<LogPlace>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /// Lines that have come since it is held.
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TailWish> wishProperty() {
        return wish.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TailFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }
}
