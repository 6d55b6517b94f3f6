package io.watchdeck.ui.overview;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Checked;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.FilterColumns;
import io.watchdeck.ui.kit.Marks;
import io.watchdeck.ui.kit.OnlyFaults;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.watch.Completeness;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.UnreadStack;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// All stacks as rows, filtered and sorted, with the verdict above and what is open below. Rows stay the same objects
/// from one snapshot to the next.
public final class OverviewViewModel {

    private static final int ROOMY = 6;
    private static final Duration AGES_GROW = Duration.ofSeconds(10);
    private static final Comparator<StackFacts> WORST_FIRST = Comparator
            .comparing((StackFacts facts) -> facts.state().severity()).reversed();

    /// The strip may have room for two: they are the worst, and of those the newest. What came at the same moment stays in
    /// one order.
    private static final Comparator<OpenFacts> WORST_OPEN_FIRST = Comparator.comparing(OpenFacts::severity)
            .thenComparing(OpenFacts::since).reversed()
            .thenComparing(OpenFacts::stackName).thenComparing(OpenFacts::environment)
            .thenComparing(OpenFacts::component).thenComparing(OpenFacts::sentence);

    private final Words words;
    private final Rows<StackId, StackFacts> rows = new Rows<>(StackFacts::id);
    private final Rows<AlarmKey, OpenFacts> open = new Rows<>(OpenFacts::key);
    private final ReadOnlyObjectWrapper<Severity> severity = new ReadOnlyObjectWrapper<>(Severity.UNKNOWN);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper second = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper completeness = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Map<Severity, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Severity>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper costHeader = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper listed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper openListed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper compact = new ReadOnlyBooleanWrapper();
    private final Marks<StackId> marks = new Marks<>();
    private final OnlyFaults faults = new OnlyFaults(this::update);
    private final ReadOnlyStringWrapper openSummary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Owned> owned = new ReadOnlyObjectWrapper<>(new Owned(false, 0, 0, 0));
    private Predicate<Environment> scope = _ -> true;
    private TextFilter filter = TextFilter.none();
    private Comparator<StackFacts> order = WORST_FIRST;
    private List<StackSnapshot> stacks = List.of();
    private List<Occurrence> resolved = List.of();
    private List<FileProblem> problems = List.of();
    private List<UnreadStack> unread = List.of();
    /// What is known of each stack in words, in their order; filters and orders need no new words.
    private List<Told> told = List.of();
    /// What is said before how complete it is.
    private Optional<Phrase> above = Optional.empty();
    private Instant now = Instant.EPOCH;

    public OverviewViewModel(Words words) {
        this.words = words;
    }

    public void show(WatchSnapshot snapshot, Instant at) {
        Map<StackSnapshot, Told> before = new IdentityHashMap<>();
        for (int index = 0; index < stacks.size(); index++) {
            before.put(stacks.get(index), told.get(index));
        }
        stacks = snapshot.stacks();
        resolved = snapshot.resolved();
        problems = snapshot.problems();
        unread = snapshot.unread();
        now = at;
        told = stacks.stream().map(stack -> Optional.ofNullable(before.get(stack)).filter(one -> one.holds(at))
                .orElseGet(() -> tell(stack))).toList();
        severity.set(snapshot.severity());
        headline.set(words.say(snapshot.headline()));
        above = snapshot.second();
        second.set(above.map(words::say).orElse(""));
        completeness.set(words.say(Completeness.below(above, stacks, problems, snapshot.asOf())));
        var all = new EnumMap<Severity, Integer>(Severity.class);
        for (Severity one : Severity.values()) {
            all.put(one, snapshot.counts().getOrDefault(one, 0));
        }
        counts.set(all);
        update();
    }

    private Told tell(StackSnapshot stack) {
        return new Told(StackFacts.of(stack, now, words), now);
    }

    /// What was said of a stack, and when. Of a snapshot that is the same it holds for some seconds; then its ages have
    /// grown.
    private record Told(StackFacts facts, Instant at) {

        boolean holds(Instant now) {
            return Duration.between(at, now).compareTo(AGES_GROW) < 0;
        }
    }

    /// Goes on where the same table in another language was: what is filtered, and what is known.
    void goOn(OverviewViewModel before) {
        faults.goOn(before.faults);
        marks.goOn(before.marks);
        chosen.set(before.chosen.get());
        scope = before.scope;
    }

    /// Ages grow between two snapshots.
    public void tick(Instant at) {
        if (!at.equals(now)) {
            now = at;
            told = stacks.stream().map(this::tell).toList();
            completeness.set(words.say(Completeness.below(above, stacks, problems, now)));
            update();
        }
    }

    /// @param environments which are listed
    public void limitTo(Predicate<Environment> environments) {
        scope = environments;
        update();
    }

    public void filter(String typed) {
        filter(TextFilter.of(typed, columns()));
    }

    void filter(TextFilter wanted) {
        filter = wanted;
        update();
    }

    FilterColumns columns() {
        return FilterColumns.of(words, StackFacts.COLUMNS);
    }

    /// Whether only stacks that are not fine are listed.
    OnlyFaults faults() {
        return faults;
    }

    /// Shows only the stacks of a severity, or all again.
    public void toggle(Severity only) {
        chosen.set(chosen.get().filter(only::equals).isPresent() ? Optional.empty() : Optional.of(only));
        update();
    }

    /// Back to the stacks of every severity; only a person turns off that those which are fine are hidden.
    ///
    /// @return whether something was filtered
    public boolean clearFilters() {
        boolean any = chosen.get().isPresent();
        chosen.set(Optional.empty());
        update();
        return any;
    }

    /// Sorts by a column; empty is worst first again.
    void sort(Optional<Comparator<StackFacts>> by) {
        order = by.map(wanted -> wanted.thenComparing(WORST_FIRST)).orElse(WORST_FIRST);
        update();
    }

    public Csv csv() {
        return csv(rows.facts());
    }

    private Csv csv(List<StackFacts> some) {
        Map<StackId, StackSnapshot> known = stacks.stream()
                .collect(Collectors.toMap(stack -> stack.file().id(), Function.identity()));
        return new Csv("watchdeck-overview", StackCsv.HEADER, some.stream()
                .map(facts -> StackCsv.line(known.get(facts.id()), facts, now)).toList());
    }

    /// The stacks that are marked.
    Marks<StackId> marks() {
        return marks;
    }

    Csv markedCsv() {
        return csv(marked());
    }

    List<AwsReference> markedReferences() {
        return marked().stream().map(StackFacts::reference).toList();
    }

    /// In the order of the table, those that a filter hides too.
    private List<StackFacts> marked() {
        return marks.of(told.stream().map(Told::facts).sorted(order).toList(), StackFacts::id);
    }

    public Csv openCsv() {
        return new Csv("watchdeck-open", OpenFacts.CSV_HEADER, open.facts().stream().map(OpenFacts::csv).toList());
    }

    private void update() {
        List<StackFacts> inScope =
                told.stream().map(Told::facts).filter(facts -> scope.test(facts.environment())).toList();
        List<StackFacts> wanted = faults.of(inScope.stream().filter(this::isWanted).sorted(order).toList(),
                facts -> facts.state().severity());
        compact.set(inScope.size() > ROOMY);
        listed.set(inScope.size());
        shown.set(unread.isEmpty() ? words.say("ui.overview.shown", wanted.size(), told.size())
                : words.say("ui.overview.shownUnread", wanted.size(), told.size() + unread.size(), unread.size()));
        costHeader.set(costHeader(inScope));
        none.set(stacks.isEmpty());
        String fine = faults.emptyText(words, wanted.size());
        boolean onlyUnread = !unread.isEmpty() && chosen.get().filter(Severity.UNKNOWN::equals).isPresent();
        emptyText.set(onlyUnread
                ? unread.stream().map(stack -> words.say(stack.says())).collect(Collectors.joining("\n"))
                : !fine.isEmpty() ? fine
                : words.say(stacks.isEmpty() ? "ui.overview.none" : "ui.overview.noMatch"));
        rows.show(wanted);
        marks.show(wanted.stream().map(StackFacts::id).toList(), told.stream().map(one -> one.facts().id()).toList());
        Set<StackId> shownStacks = wanted.stream().map(StackFacts::id).collect(Collectors.toSet());
        openListed.set((int) stacks.stream().filter(stack -> scope.test(stack.file().environment()))
                .mapToLong(stack -> stack.open().size()).sum());
        updateOpen(stacks.stream().filter(stack -> shownStacks.contains(stack.file().id())).toList(),
                wanted.size() < inScope.size());
    }

    private boolean isWanted(StackFacts facts) {
        return chosen.get().map(facts.state().severity()::equals).orElse(true) && filter.matches(facts.columns());
    }

    /// @param some of the stacks are filtered away, and with them what is open on them
    private void updateOpen(List<StackSnapshot> wanted, boolean some) {
        List<OpenFacts> all = wanted.stream()
                .flatMap(stack -> stack.open().stream().map(alarm -> OpenFacts.of(stack, alarm, now, words)))
                .sorted(WORST_OPEN_FIRST).toList();
        open.show(all);
        owned.set(owned(wanted));
        var checked = Checked.of(wanted);
        String key = all.isEmpty() ? "ui.open.none" : "ui.open.worst";
        openSummary.set(checked.sayNothing(words).filter(_ -> all.isEmpty())
                .orElseGet(() -> some && wanted.isEmpty() ? words.say("ui.open.noneListed")
                        : words.say(key + (some ? "Shown" : ""), checked.known(), checked.stacks(), checked.left())
                                .strip()));
    }

    /// How many alarms somebody has, or had.
    ///
    /// @param all whether all of the worst is held
    record Owned(boolean all, long acknowledged, long snoozed, long resolved) {}

    private Owned owned(List<StackSnapshot> wanted) {
        List<Status> known = wanted.stream().flatMap(stack -> stack.occurrences().stream()).map(Occurrence::status)
                .toList();
        Set<StackId> ids = wanted.stream().map(stack -> stack.file().id()).collect(Collectors.toSet());
        boolean all = stacks.stream().filter(stack -> stack.verdict().severity() == severity.get())
                .allMatch(stack -> stack.verdict().held().isPresent());
        return new Owned(all && !stacks.isEmpty(), known.stream().filter(Status.Acknowledged.class::isInstance).count(),
                known.stream().filter(Status.Snoozed.class::isInstance).count(),
                resolved.stream().filter(one -> ids.contains(one.key().stack())).count());
    }

    private String costHeader(List<StackFacts> facts) {
        List<LocalDate> days = facts.stream().flatMap(one -> one.cost().asOf().stream()).distinct().toList();
        return days.size() == 1 ? words.say("ui.column.costAsOf", days.getFirst()) : words.say("ui.column.cost");
    }

    ObservableList<Row<StackId, StackFacts>> rows() {
        return rows.shown();
    }

    ObservableList<Row<AlarmKey, OpenFacts>> open() {
        return open.shown();
    }

    ReadOnlyObjectProperty<Owned> ownedProperty() {
        return owned.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Severity> severityProperty() {
        return severity.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty secondProperty() {
        return second.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty completenessProperty() {
        return completeness.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<Severity, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Severity>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// How many are shown of how many.
    public ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty costHeaderProperty() {
        return costHeader.getReadOnlyProperty();
    }

    /// There are no stacks at all, whatever is filtered away.
    public ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /// How many stacks there are to list, before any filter.
    ReadOnlyIntegerProperty listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /// How many conditions are open on these stacks, before any filter.
    ReadOnlyIntegerProperty openListedProperty() {
        return openListed.getReadOnlyProperty();
    }

    /// So many stacks that a row is one line.
    public ReadOnlyBooleanProperty compactProperty() {
        return compact.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty openSummaryProperty() {
        return openSummary.getReadOnlyProperty();
    }
}
