package io.watchdeck.ui.activity;

import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.journal.JournalTable;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// The journal as it is listed, newest first, and everything about the selected operation. Lines stay the same objects
/// while what they say changes. The entry that is selected stays so while a filter hides it.
public final class ActivityViewModel {

    /// So many entries are read at most.
    static final int MOST = 2_000;

    /// Lines that come or go at once beyond which they are put into place with one change.
    private static final int MANY = 60;

    private final Words words;
    private final Supplier<Optional<OperationDesk>> desk;
    private final EntryText text;
    private final EntryDetails details;
    private final NothingText nothing;
    private final KnownEntries known = new KnownEntries();
    private final Rows<UUID, ActivityLine> lines = new Rows<>(ActivityLine::id);
    private final ReadOnlyObjectWrapper<ActivityFilter> filter = new ReadOnlyObjectWrapper<>(ActivityFilter.none());
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(Outcome.ALL);
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.MONTH);
    private final ReadOnlyObjectWrapper<Map<Outcome, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<StackId, String>> stacks = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<EntryDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private Predicate<Environment> scope = _ -> true;
    private Map<StackId, StackFile> watched = Map.of();
    private List<JournalEntry> listed = List.of();
    private Optional<UUID> selected = Optional.empty();
    private Optional<Instant> readAt = Optional.empty();
    /// Why the journal could not be read; empty where it could, and before.
    private String unread = "";
    private boolean cutOff;
    private Instant now = Instant.EPOCH;

    /// @param desk whose journal it is; empty where nothing can be changed
    public ActivityViewModel(Words words, Supplier<Optional<OperationDesk>> desk) {
        this.words = words;
        this.desk = desk;
        text = new EntryText(words);
        details = new EntryDetails(words);
        nothing = new NothingText(words);
    }

    /// Reads the journal, each time that the screen comes into sight.
    public void begin(Instant at) {
        now = at;
        read();
    }

    /// Goes on where the same list in another language was: filters, time, what was read of it and what is selected.
    void goOn(ActivityViewModel before) {
        filter.set(before.filter.get());
        outcome.set(before.outcome.get());
        span.set(before.span.get());
        known.goOn(before.known);
        readAt = before.readAt;
        cutOff = before.cutOff;
        selected = before.selected;
        scope = before.scope;
        watched = before.watched;
        now = before.now;
        update();
    }

    public void show(WatchSnapshot newest, Instant at) {
        now = at;
        var files = new LinkedHashMap<StackId, StackFile>();
        newest.stacks().stream().map(StackSnapshot::file).forEach(file -> files.put(file.id(), file));
        watched = files;
        update();
    }

    /// What runs and what ended is told by the desk, without the journal being read again.
    public void follow(OperationDesk.State state) {
        known.told(state);
        update();
    }

    public void tick(Instant at) {
        if (!at.equals(now)) {
            now = at;
            update();
        }
    }

    /// @param environments of which stacks operations are listed
    public void limitTo(Predicate<Environment> environments) {
        scope = environments;
        update();
    }

    /// Reads what is kept of the time that is listed.
    private void read() {
        readAt = Optional.empty();
        Span asked = span.get();
        desk.get().ifPresent(there -> there.journal(Set.of(), asked.until(now), MOST, answer -> {
            if (asked != span.get()) {
                return; // another time is wanted by now
            }
            switch (answer) {
                case Reading.Known<List<JournalEntry>>(var kept, var _) -> {
                    known.read(kept);
                    cutOff = kept.size() >= MOST;
                    readAt = Optional.of(now);
                    unread = "";
                }
                case Reading.Unknown<List<JournalEntry>>(var failure, var _) -> unread = words.say(failure.sentence());
            }
            update();
        }));
    }

    void span(Span wanted) {
        if (wanted != span.get()) {
            span.set(wanted);
            read();
            update();
        }
    }

    /// Lists what ended otherwise than it was to, or all again.
    void toggleFaults() {
        only(outcome.get() == Outcome.LOOK ? Outcome.ALL : Outcome.LOOK);
    }

    void only(Outcome wanted) {
        outcome.set(wanted);
        update();
    }

    void filter(ActivityFilter wanted) {
        filter.set(wanted);
        update();
    }

    void filter(String typed) {
        filter(TextFilter.of(typed, text.columns()));
    }

    void filter(TextFilter typed) {
        filter(filter.get().with(typed));
    }

    /// Back to all stacks, kinds and verdicts, but for what is typed; only a person ends that what worked is hidden.
    ///
    /// @return whether something was filtered
    public boolean clearFilters() {
        Outcome left = outcome.get() == Outcome.LOOK ? Outcome.LOOK : Outcome.ALL;
        boolean any = outcome.get() != left || !filter.get().stacks().isEmpty() || !filter.get().kinds().isEmpty();
        outcome.set(left);
        filter(ActivityFilter.none().with(filter.get().text()));
        return any;
    }

    void select(UUID id) {
        selected = Optional.of(id);
        showDetail();
    }

    /// Selects an entry, and lists whatever hid it.
    void open(UUID id) {
        selected = Optional.of(id);
        outcome.set(Outcome.ALL);
        filter(ActivityFilter.none());
    }

    private void update() {
        TimeRange range = span.get().until(now);
        List<JournalEntry> inTime = known.newestFirst().stream().filter(one -> range.contains(one.begun())).toList();
        List<JournalEntry> wanted = inTime.stream().filter(one -> scope.test(one.place().environment()))
                .filter(one -> filter.get().wants(one, each -> text.columns(each, name(each)))).toList();
        var counted = new EnumMap<Outcome, Integer>(Outcome.class);
        for (Outcome one : Outcome.values()) {
            counted.put(one, (int) wanted.stream().filter(one::contains).count());
        }
        counts.set(Map.copyOf(counted));
        listed = wanted.stream().filter(outcome.get()::contains).toList();
        stacks.set(names());
        emptyText.set(!unread.isEmpty() ? unread : listed.isEmpty() && !wanted.isEmpty()
                && outcome.get() == Outcome.LOOK ? words.say("ui.activity.none.look", wanted.size()) : listed.isEmpty()
                        ? nothing.of(new NothingText.Looked(desk.get().isPresent(), readAt, span.get(), inTime.size(),
                                watched.size()), now)
                : "");
        told.set(!unread.isEmpty() ? unread : cutOff ? words.say("ui.activity.cutOff", MOST) : "");
        replacing.set(true);
        show(listed.stream().map(this::line).toList());
        showDetail();
        replacing.set(false);
    }

    private void show(List<ActivityLine> newest) {
        if (Math.abs(newest.size() - lines.shown().size()) < MANY) {
            lines.show(newest);
        } else {
            lines.replace(newest);
        }
    }

    private ActivityLine line(JournalEntry entry) {
        return text.line(entry, known.newest(entry), name(entry), now);
    }

    private void showDetail() {
        detail.set(selected.flatMap(known::find).map(entry -> details.of(entry, line(entry),
                watched.containsKey(entry.operation().stack()), now)));
    }

    /// A stack that is watched no longer goes by its id.
    private String name(JournalEntry entry) {
        StackId id = entry.operation().stack();
        return Optional.ofNullable(watched.get(id)).map(StackFile::name).orElseGet(id::value);
    }

    /// Those that are watched and those of which the journal tells, with what tells stacks of one name apart.
    private Map<StackId, String> names() {
        var names = new LinkedHashMap<StackId, String>();
        watched.forEach((id, file) -> names.put(id, words.say("ui.activity.stack", file.name(),
                words.say("ui.environment." + file.environment().word()))));
        known.newestFirst().stream().map(one -> one.operation().stack())
                .forEach(id -> names.putIfAbsent(id, id.value()));
        return names;
    }

    /// The selected entry's commands with where, a line each; empty where nothing was sent.
    Optional<String> commands() {
        return entry().map(JournalEntry::commands).filter(all -> !all.isEmpty()).map(all -> String.join("\n", all));
    }

    /// What is told of the selected entry in a ticket.
    Optional<String> details() {
        return detailProperty().get().flatMap(shown -> entry().map(entry -> new EntryTicket(words).of(entry, shown)));
    }

    /// The selected entry.
    Optional<JournalEntry> entry() {
        return selected.flatMap(known::find);
    }

    /// The screen of what the selected entry changed: a service on its stack's page, a queue, or what feeds a Batch queue,
    /// on that of the queues. Empty where the stack is watched no longer.
    Optional<Place> place() {
        return stack().flatMap(_ -> entry()).map(JournalEntry::operation).map(EntryLinks::place);
    }

    /// The timeline of the stack when the selected operation began. Empty where the stack is watched no longer.
    Optional<Place> moment() {
        return stack().flatMap(file -> entry().map(one -> Place.of(file.id(), one.begun())));
    }

    /// The stack of the selected entry as it is watched now.
    Optional<StackFile> stack() {
        return entry().map(one -> one.operation().stack()).map(watched::get);
    }

    /// What the selected entry changed, as AWS knows it.
    Optional<AwsReference> reference() {
        return entry().flatMap(one -> stack().map(file -> EntryLinks.of(one, file)));
    }

    Csv csv() {
        return new Csv("watchdeck-journal", JournalTable.HEADER,
                listed.stream().map(one -> JournalTable.line(one, words)).toList());
    }

    /// The kinds in the order in which they are offered.
    static List<Operation.Kind> kinds() {
        return List.of(Operation.Kind.values());
    }

    EntryText text() {
        return text;
    }

    ObservableList<Row<UUID, ActivityLine>> lines() {
        return lines.shown();
    }

    Optional<Row<UUID, ActivityLine>> line(UUID id) {
        return lines.find(id);
    }

    Optional<UUID> selected() {
        return selected;
    }

    /// Whether lines are being put into place: what a list selects meanwhile no person has selected.
    ReadOnlyBooleanProperty replacingProperty() {
        return replacing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ActivityFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    /// Of each outcome, as it is filtered.
    ReadOnlyObjectProperty<Map<Outcome, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// The stacks that can be chosen, in the order in which they are watched.
    ReadOnlyObjectProperty<Map<StackId, String>> stacksProperty() {
        return stacks.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EntryDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Why nothing is listed; empty while something is.
    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /// That older entries were not read; else empty.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }
}
