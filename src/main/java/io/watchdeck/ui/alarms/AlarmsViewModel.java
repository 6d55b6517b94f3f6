package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Checked;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.watch.AlarmDesk;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// The list of alarms: grouped, filtered, some of them marked. Lines stay the same objects from one snapshot to the next.
/// What is not listed is not marked: a word never reaches what the person does not see.
public final class AlarmsViewModel {

    private static final Duration EARLIER = Duration.ofDays(90);

    /// Lines that come or go at once beyond which they are put into place with one change.
    private static final int MANY = 60;

    private final Words words;
    private final AlarmDesk desk;
    private final AlarmText text;
    private final HeadText heads;
    private final EmptyText nothing;
    private final AlarmCollection collection = new AlarmCollection();
    private final Rows<AlarmLine.Key, AlarmLine> lines = new Rows<>(AlarmLine::key);
    private final ReadOnlyObjectWrapper<Optional<AlarmGroup>> only = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<AlarmFilter> filter = new ReadOnlyObjectWrapper<>(AlarmFilter.none());
    private final ReadOnlyObjectWrapper<Map<AlarmGroup, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final MarkedAlarms marks = new MarkedAlarms();
    private final ReadOnlyObjectWrapper<Optional<AlarmFacts>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final Set<AlarmGroup> folded = EnumSet.noneOf(AlarmGroup.class);
    private Predicate<Environment> scope = _ -> true;
    private boolean showEarlier;
    private List<Occurrence> earlier = List.of();
    private Optional<WatchSnapshot> snapshot = Optional.empty();
    private List<AlarmFacts> all = List.of();
    private Map<UUID, AlarmFacts> byId = Map.of();
    private List<AlarmFacts> listed = List.of();
    private Optional<AlarmFacts> wanted = Optional.empty();
    private Instant now = Instant.EPOCH;

    public AlarmsViewModel(Words words, AlarmDesk desk) {
        this.words = words;
        this.desk = desk;
        text = new AlarmText(words);
        heads = new HeadText(words);
        nothing = new EmptyText(words);
    }

    public void show(WatchSnapshot newest, Instant at) {
        now = at;
        boolean others = snapshot.filter(before -> before.resolved().equals(newest.resolved())).isEmpty();
        snapshot = Optional.of(newest);
        collect();
        if (showEarlier && others) {
            askEarlier();
        }
    }

    /// Ages grow between two snapshots.
    public void tick(Instant at) {
        if (!at.equals(now)) {
            now = at;
            collect();
        }
    }

    private void collect() {
        all = snapshot.map(newest -> collection.of(newest, showEarlier ? earlier : List.of(), now)).orElse(List.of());
        byId = all.stream().collect(Collectors.toMap(AlarmFacts::id, Function.identity()));
        update();
    }

    /// @param environments of which stacks alarms are listed
    public void limitTo(Predicate<Environment> environments) {
        scope = environments;
        update();
    }

    /// Shows one group, or all of them.
    public void only(Optional<AlarmGroup> group) {
        only.set(group);
        group.ifPresent(folded::remove);
        update();
    }

    void filter(AlarmFilter other) {
        filter.set(other);
        update();
    }

    public void filter(String typed) {
        filter(TextFilter.of(typed, text.columns()));
    }

    void filter(TextFilter typed) {
        filter(filter.get().with(typed));
    }

    /// Back to all groups and alarms, but for what is typed.
    ///
    /// @return whether something was filtered
    public boolean clearFilters() {
        AlarmFilter bare = AlarmFilter.none().with(filter.get().text());
        boolean any = only.get().isPresent() || filter.get().mine() || !filter.get().severities().isEmpty()
                || !filter.get().sources().isEmpty();
        only.set(Optional.empty());
        filter(bare);
        return any;
    }

    /// Hides the alarms of a group below its head, or shows them again.
    void fold(AlarmGroup group) {
        if (!folded.remove(group)) {
            folded.add(group);
        }
        update();
    }

    void unfold() {
        folded.clear();
        update();
    }

    /// Lists what was over in 90 days, or only in 24 hours.
    void showEarlier() {
        showEarlier = !showEarlier;
        if (showEarlier) {
            askEarlier();
        } else {
            earlier = List.of();
            collect();
        }
    }

    private void askEarlier() {
        desk.resolved(now.minus(EARLIER), kept -> {
            earlier = kept;
            collect();
        });
    }

    /// Goes on where the same list in another language was: groups, filter, folds, marks, how far back, what is selected.
    void goOn(AlarmsViewModel before) {
        only.set(before.only.get());
        folded.addAll(before.folded);
        marks.goOn(before.marks);
        showEarlier = before.showEarlier;
        earlier = before.earlier;
        scope = before.scope;
        wanted = before.wanted;
        snapshot = before.snapshot;
        now = before.now;
        filter.set(before.filter.get());
        collect();
        told.set("");
    }

    /// Marks an alarm for a word, or no longer. One that is over cannot be marked: a word would change nothing.
    void mark(UUID id) {
        told.set("");
        marks.toggle(id);
        update();
    }

    /// Marks everything that is listed and not over; nothing where all of it is.
    void markListed() {
        told.set("");
        marks.toggleAll(listed);
        update();
    }

    void unmarkAll() {
        marks.clear();
        update();
    }

    /// The alarm whose details are wanted. It stays while a filter hides it, and is followed to the next time that it
    /// comes; what is not known any more is not selected any more.
    void select(UUID id) {
        wanted = find(id);
        selected.set(wanted);
    }

    /// The same alarms as they are now, each followed to the next time that it came.
    List<AlarmFacts> newest(List<AlarmFacts> some) {
        var following = new FollowedAlarm(all, byId);
        return some.stream().map(one -> following.of(one).orElse(one)).distinct().toList();
    }

    /// An alarm by its id, else the first in the list's order of a component, or of a stack.
    ///
    /// @param component its name, or the id of an occurrence
    Optional<UUID> find(StackId stack, Optional<String> component) {
        Optional<UUID> named = component.flatMap(id -> all.stream().map(AlarmFacts::id)
                .filter(one -> one.toString().equals(id)).findFirst());
        return named.or(() -> all.stream().filter(one -> one.occurrence().key().stack().equals(stack)
                && component.filter(name -> !name.equals(one.occurrence().key().on().name())).isEmpty())
                .map(AlarmFacts::id).findFirst());
    }

    private Optional<AlarmFacts> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// On what a word would be given now: what is marked, else what is selected, if it is listed and not over.
    List<AlarmFacts> meant() {
        if (!markedProperty().get().isEmpty()) {
            return markedProperty().get();
        }
        return selected.get().filter(one -> one.live() && listed.stream().anyMatch(each -> each.id().equals(one.id())))
                .stream().toList();
    }

    /// Gives a word; what came of it is told in place. What is selected stays so.
    void say(Saying saying) {
        say(saying, Optional.empty());
    }

    /// Gives a word, and selects the next alarm where the word takes the selected one out of its group.
    void sayAndGoOn(Saying saying) {
        say(saying, NextAlarm.after(selected.get(), listed, List.copyOf(saying.on())));
    }

    private void say(Saying saying, Optional<NextAlarm> next) {
        desk.say(saying, said -> {
            marks.remove(saying.on());
            next.flatMap(one -> one.of(said, selected.get(), listed)).flatMap(this::find)
                    .ifPresent(one -> wanted = Optional.of(one));
            update();
            told.set(new SaidText(words).of(saying, said));
        });
    }

    /// What a person typed for a word and did not say is kept; that is told in place.
    void tellKept() {
        told.set(words.say("ui.alarms.told.kept"));
    }

    String person() {
        return desk.person();
    }

    Csv csv() {
        return new Csv("watchdeck-alarms", AlarmText.CSV_HEADER, listed.stream().map(text::csv).toList());
    }

    private void update() {
        List<AlarmFacts> inScope = all.stream().filter(one -> scope.test(one.stack().environment())).toList();
        AlarmFilter wants = filter.get();
        String person = wants.mine() ? person() : "";
        var grouped = GroupedAlarms.of(inScope, one -> wants.wants(one, person, text::columns));
        var checked = Checked.of(snapshot, scope);
        counts.set(grouped.counts(checked));
        Map<AlarmGroup, List<AlarmFacts>> groups = grouped.of(only.get());
        listed = groups.entrySet().stream().filter(group -> !folded.contains(group.getKey()))
                .flatMap(group -> group.getValue().stream()).toList();
        keepMarks();
        boolean some = groups.values().stream().anyMatch(group -> !group.isEmpty());
        emptyText
                .set(some ? "" : nothing.of(snapshot, checked, !filter.get().isNone() && !inScope.isEmpty(), only.get(),
                        showEarlier));
        replacing.set(true);
        show(lines(groups));
        Optional<AlarmFacts> followed = wanted.flatMap(new FollowedAlarm(all, byId)::of);
        wanted = followed.filter(one -> wanted.filter(one::isLaterThan).isPresent()).or(() -> wanted);
        selected.set(followed);
        replacing.set(false);
    }

    private void show(List<AlarmLine> newest) {
        if (Math.abs(newest.size() - lines.shown().size()) < MANY) {
            lines.show(newest);
        } else {
            lines.replace(newest);
        }
    }

    /// What is hidden or over is taken out of the selection, and that is told.
    private void keepMarks() {
        marks.keep(listed, id -> find(id).filter(AlarmFacts::live).isPresent())
                .ifPresent(lost -> told.set(lost.hidden() > 0 ? words.say("ui.alarms.told.hidden", lost.hidden())
                        : words.say("ui.alarms.told.over", lost.over())));
    }

    private List<AlarmLine> lines(Map<AlarmGroup, List<AlarmFacts>> groups) {
        var wantedLines = new ArrayList<AlarmLine>();
        groups.forEach((group, these) -> {
            boolean offers = group == AlarmGroup.RESOLVED && !snapshot.map(WatchSnapshot::stacks).orElse(List.of())
                    .isEmpty();
            if (these.isEmpty() && !offers) {
                return;
            }
            boolean closed = folded.contains(group);
            wantedLines.add(new AlarmLine.Head(group, words.say("ui.alarms.head." + group.word()
                    + (group == AlarmGroup.RESOLVED && showEarlier ? ".earlier" : "")),
                    Optional.ofNullable(counts.get().get(group)), closed,
                    heads.right(group, these, now),
                    group != AlarmGroup.RESOLVED ? "" : words.say(showEarlier ? "ui.alarms.less" : "ui.alarms.more")));
            if (!closed) {
                these.forEach(one -> wantedLines.add(new AlarmLine.Alarm(one, marks.contains(one), now)));
            }
        });
        return wantedLines;
    }

    AlarmText text() {
        return text;
    }

    ObservableList<Row<AlarmLine.Key, AlarmLine>> lines() {
        return lines.shown();
    }

    Optional<Row<AlarmLine.Key, AlarmLine>> line(AlarmLine.Key key) {
        return lines.find(key);
    }

    Optional<Row<AlarmLine.Key, AlarmLine>> line(UUID id) {
        return line(new AlarmLine.Key.OfAlarm(id));
    }

    /// The worst alarm that nobody has, else the worst of the first group that has any.
    Optional<UUID> worst() {
        return listed.stream().min(Comparator.comparing(AlarmFacts::group)
                .thenComparing(AlarmFacts::severity, Comparator.reverseOrder())).map(AlarmFacts::id);
    }

    /// Whether lines are being put into place: what a list selects meanwhile no person has selected.
    ReadOnlyBooleanProperty replacingProperty() {
        return replacing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<AlarmGroup>> onlyProperty() {
        return only.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AlarmFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// Of each group, as it is filtered; without those of which it is not known.
    public ReadOnlyObjectProperty<Map<AlarmGroup, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<AlarmFacts>> markedProperty() {
        return marks.markedProperty();
    }

    public ReadOnlyBooleanProperty allMarkedProperty() {
        return marks.allProperty();
    }

    ReadOnlyObjectProperty<Optional<AlarmFacts>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Why no alarm is listed; empty while one is.
    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /// What came of the last word, or what left the selection; may be empty.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }
}
