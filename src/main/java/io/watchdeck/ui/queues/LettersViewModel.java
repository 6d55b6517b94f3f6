package io.watchdeck.ui.queues;

import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.LetterGroup;
import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// The dead letters of the selected queue: nothing of them is received before a person asks for it. What was looked at
/// stays as long as the screen does, for each queue; bodies are never kept beyond the program.
public final class LettersViewModel {

    static final int PAGE = 100;
    /// Redrives of so long ago are looked for in the journal.
    private static final Duration JOURNAL = Duration.ofDays(14);
    private static final int ENTRIES = 500;

    private final Words words;
    private final Supplier<Optional<OperationDesk>> desk;
    private final Work work;
    private final BiConsumer<QueuePair.Key, Optional<Instant>> oldest;
    private final Rows<String, GroupLine> groups = new Rows<>(GroupLine::key);
    private final ReadOnlyObjectWrapper<LooksHead> head;
    private final ReadOnlyObjectWrapper<Optional<SampleFacts>> sample = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<QueuePair.Key, Look> looks = new HashMap<>();
    private final Set<QueuePair.Key> looking = new HashSet<>();
    /// A group keeps its letter, by its key, as long as the screen is there: whoever looks again finds it by that.
    private final Map<QueuePair.Key, Map<String, Integer>> marks = new HashMap<>();
    private Optional<QueuePair> pair = Optional.empty();
    private Optional<String> refused = Optional.empty();
    private QueueChanges changes = QueueChanges.NONE;
    private Optional<BodyText.Look> wanted = Optional.empty();
    private boolean personal;
    private int number;
    private Instant now = Instant.EPOCH;
    private boolean updating;

    /// Does something away from the thread of the view model, and answers on it.
    public interface Work {
        <T> void run(Supplier<T> task, Consumer<T> answer);
    }

    /// @param desk   answers on the thread of the view model; empty where nothing can be changed
    /// @param oldest told when the oldest letter of a queue was sent, once all were looked at
    LettersViewModel(Words words, Supplier<Optional<OperationDesk>> desk, Work work,
            BiConsumer<QueuePair.Key, Optional<Instant>> oldest) {
        this.words = words;
        this.desk = desk;
        this.work = work;
        this.oldest = oldest;
        head = new ReadOnlyObjectWrapper<>(text().head(Optional.empty(), false, Optional.empty(), Optional.empty(),
                QueueChanges.NONE));
    }

    /// @param why     nobody may look now; empty where one may
    /// @param changed when its messages were last begun to be moved or destroyed
    void show(Optional<QueuePair> newest, Optional<String> why, QueueChanges changed, Instant at) {
        boolean another = !newest.map(QueuePair::key).equals(pair.map(QueuePair::key));
        pair = newest;
        refused = why;
        changes = changed;
        now = at;
        if (another) {
            selected.set(Optional.empty());
            wanted = Optional.empty();
            personal = false;
            number = 0;
        }
        update();
    }

    void tick(Instant at) {
        if (!at.equals(now)) {
            now = at;
            update();
        }
    }

    /// Looks at a page of messages that nobody has looked at yet.
    void lookAtPage() {
        look(PAGE);
    }

    /// Looks at all the others.
    void lookAtAll() {
        look(LooksText.all(Math.max(0, pair.flatMap(QueuePair::depth).orElse(0L)
                - look().map(Look::looked).orElse(0))));
    }

    /// Forgets what was looked at, and looks at as many anew.
    void lookAgain() {
        pair.filter(_ -> mayLook()).ifPresent(one -> {
            int before = look(one).map(Look::looked).orElse(0);
            desk.get().ifPresent(there -> there.forget(one.key().stack(), dead(one)));
            looks.remove(one.key());
            oldest.accept(one.key(), Optional.empty());
            number = 0;
            look(Math.max(PAGE, before));
        });
    }

    private boolean mayLook() {
        return refused.isEmpty() && desk.get().isPresent()
                && pair.filter(one -> one.deadLetterQueue().isPresent() && !looking.contains(one.key())).isPresent();
    }

    private static String dead(QueuePair pair) {
        return pair.deadLetterQueue().orElse("");
    }

    private void look(int most) {
        if (!mayLook()) {
            return;
        }
        QueuePair one = pair.orElseThrow();
        OperationDesk there = desk.get().orElseThrow();
        looking.add(one.key());
        update();
        there.look(one.key().stack(), dead(one), most, letters -> there.journal(Set.of(one.key().stack()),
                TimeRange.last(JOURNAL, now.plusSeconds(60)), ENTRIES, journal -> group(one, letters,
                        journal instanceof Reading.Known<List<JournalEntry>>(var all, var _) ? all : List.of())));
    }

    private void group(QueuePair one, Letters letters, List<JournalEntry> journal) {
        work.run(() -> Look.of(letters, dead(one), journal), look -> {
            looking.remove(one.key());
            looks.put(one.key(), look);
            oldest.accept(one.key(), look.oldest());
            update();
        });
    }

    private Optional<Look> look(QueuePair one) {
        return Optional.ofNullable(looks.get(one.key()));
    }

    private Optional<Look> look() {
        return pair.flatMap(this::look);
    }

    private LooksText text() {
        return new LooksText(words, now);
    }

    private void update() {
        updating = true;
        Optional<Look> look = pair.flatMap(this::look);
        groups.show(look.map(this::lines).orElse(List.of()));
        QueueChanges since = look.map(one -> changes.since(one.letters().asOf())).orElse(QueueChanges.NONE);
        look.ifPresent(one -> oldest.accept(pair.orElseThrow().key(),
                since.moved().isPresent() ? Optional.empty() : one.oldest()));
        head.set(text().head(pair, pair.filter(one -> looking.contains(one.key())).isPresent(), refused, look,
                since));
        if (!groups.shown().isEmpty() && selected.get().flatMap(groups::find).isEmpty()) {
            selected.set(groups.shown().stream().findFirst().map(Row::key));
            number = 0;
        }
        updating = false;
        tellSample();
    }

    private List<GroupLine> lines(Look look) {
        var text = new GroupText(words, now);
        boolean many = look.groups().stream().flatMap(one -> one.signature().stream())
                .map(one -> one.source()).distinct().count() > 1;
        return look.groups().stream().map(group -> text.line(group, mark(GroupText.key(group)), look,
                Optional.ofNullable(look.fates().get(GroupText.key(group))), many)).toList();
    }

    /// Of a group of the queue that is shown: the next one where it has none yet.
    private int mark(String group) {
        Map<String, Integer> given = marks.computeIfAbsent(pair.orElseThrow().key(), _ -> new HashMap<>());
        int next = given.size();
        return given.computeIfAbsent(group, _ -> next);
    }

    void select(String group) {
        if (!updating && !selected.get().equals(Optional.of(group))) {
            selected.set(Optional.of(group));
            number = 0;
            wanted = Optional.empty();
            tellSample();
        }
    }

    /// Goes to another letter of the group; from the last to the first and back.
    ///
    /// @param by 1 or -1
    void step(int by) {
        group().ifPresent(one -> {
            number = Math.floorMod(number + by, one.count());
            wanted = Optional.empty();
            tellSample();
        });
    }

    void showAs(BodyText.Look look) {
        wanted = Optional.of(look);
        tellSample();
    }

    /// Shows what may tell of a person, or hides it again.
    void showPersonal(boolean shown) {
        personal = shown;
        tellSample();
    }

    private Optional<LetterGroup> group() {
        return look().stream().flatMap(one -> one.groups().stream())
                .filter(one -> selected.get().filter(GroupText.key(one)::equals).isPresent()).findFirst();
    }

    /// The letter that is shown.
    private Optional<DeadLetter> letter() {
        return group().map(one -> one.letters().get(Math.min(number, one.count() - 1)));
    }

    private void tellSample() {
        sample.set(letter().map(one -> new SampleText(words, now, pair.flatMap(QueuePair::deadLetters)).of(one,
                words.say("ui.queues.sample.position", mark(), Math.min(number, group().orElseThrow().count() - 1) + 1,
                        group().orElseThrow().count()),
                wanted, personal)));
    }

    private String mark() {
        return selected.get().flatMap(groups::find).map(row -> row.facts().mark()).orElse("");
    }

    /// The whole body that is shown, as it was sent.
    Optional<String> body() {
        return letter().map(DeadLetter::body);
    }

    /// Everything that was looked at and is held, one message a line; empty where that is nothing.
    Optional<Export> export() {
        return look().filter(one -> one.known() > 0).map(one -> new Export(
                "watchdeck-" + dead(pair.orElseThrow()) + ".jsonl", one.letters()));
    }

    /// @param name of the file
    record Export(String name, Letters letters) {
        byte[] content() {
            return LetterLines.of(letters);
        }
    }

    public ObservableList<Row<String, GroupLine>> groups() {
        return groups.shown();
    }

    Optional<Row<String, GroupLine>> row(String key) {
        return groups.find(key);
    }

    ReadOnlyObjectProperty<Optional<String>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LooksHead> headProperty() {
        return head.getReadOnlyProperty();
    }

    /// Empty where nothing was looked at.
    ReadOnlyObjectProperty<Optional<SampleFacts>> sampleProperty() {
        return sample.getReadOnlyProperty();
    }
}
