package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Saying;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A word that a person is about to give on some alarms: how long it holds, with which note. What is chosen and typed
/// stays as it is while time passes.
public final class WordFormViewModel {

    /// Which word it is.
    public enum Kind {
        ACKNOWLEDGE("acknowledge", WordChoice.FOUR_HOURS), SNOOZE("snooze", WordChoice.HOUR);

        private final String word;
        private final WordChoice usual;

        Kind(String word, WordChoice usual) {
            this.word = word;
            this.usual = usual;
        }

        String word() {
            return word;
        }
    }

    private final Words words;
    private final Kind kind;
    private final ReadOnlyObjectWrapper<WordChoice> choice;
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper ends = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Set<WordChoice>> tooLong = new ReadOnlyObjectWrapper<>(Set.of());
    private List<AlarmFacts> alarms = List.of();
    private Instant now = Instant.EPOCH;

    public WordFormViewModel(Words words, Kind kind) {
        this.words = words;
        this.kind = kind;
        choice = new ReadOnlyObjectWrapper<>(kind.usual);
    }

    Kind kind() {
        return kind;
    }

    List<WordChoice> choices() {
        return kind == Kind.SNOOZE ? WordChoice.SNOOZE : WordChoice.ACKNOWLEDGE;
    }

    /// @param these on which the word is to be given
    void about(List<AlarmFacts> these, Instant at) {
        alarms = List.copyOf(these);
        now = at;
        tell();
    }

    void tick(Instant at) {
        now = at;
        tell();
    }

    public void choose(WordChoice wanted) {
        choice.set(wanted);
        tell();
    }

    /// Back to what is usual, with nothing noted.
    void reset() {
        choice.set(kind.usual);
        note.set("");
        tell();
    }

    /// What is chosen and noted until now.
    record Typed(WordChoice choice, String note) {}

    Typed typed() {
        return new Typed(choice.get(), note.get());
    }

    /// Goes on with what was chosen and noted before.
    void takeUp(Typed before) {
        choose(before.choice());
        note.set(before.note());
    }

    /// Whether anything was noted or chosen.
    boolean isBegun() {
        return choice.get() != kind.usual || !note.get().isBlank();
    }

    private void tell() {
        Optional<Instant> until = until(choice.get());
        ends.set(kind == Kind.SNOOZE ? words.say("ui.alarms.form.snoozed", when(until))
                : until.isEmpty() ? words.say("ui.alarms.form.untilOk")
                : words.say("ui.alarms.form.until", when(until)));
        tooLong.set(choices().stream().filter(this::outlasts).collect(Collectors.toUnmodifiableSet()));
        warning.set(deadline().filter(_ -> !tooLong.get().isEmpty())
                .map(end -> words.say("ui.alarms.form.tooLong", words.either(choices().stream()
                        .filter(tooLong.get()::contains).map(one -> words.say(one.key())).toList()),
                        words.when(end, now)))
                .orElse(""));
        action.set(words.say("ui.alarms.form." + kind.word + (choice.get() == WordChoice.UNTIL_OK ? "Ok"
                : choice.get() == WordChoice.TOMORROW ? "Until" : "For"), span()));
    }

    private String when(Optional<Instant> until) {
        return until.map(end -> words.when(end, now)).orElse("");
    }

    private String span() {
        Optional<Instant> until = until(choice.get());
        return choice.get() == WordChoice.TOMORROW ? when(until)
                : until.map(end -> words.span(Duration.between(now, end))).orElse("");
    }

    private Optional<Instant> until(WordChoice one) {
        return one.until(now, words.zone());
    }

    /// The first moment after which one of them cannot be mended any more.
    private Optional<Instant> deadline() {
        return alarms.stream().flatMap(one -> one.stack().deadline(one.occurrence().key()).stream())
                .min(Comparator.naturalOrder());
    }

    private boolean outlasts(WordChoice one) {
        return one != WordChoice.UNTIL_OK
                && deadline().filter(end -> until(one).filter(end::isBefore).isPresent()).isPresent();
    }

    /// What the person says, on exactly the alarms that it is about.
    ///
    /// @param at the moment from which its time counts
    Saying saying(Instant at) {
        now = at;
        Set<UUID> on = alarms.stream().map(AlarmFacts::id).collect(Collectors.toUnmodifiableSet());
        String noted = note.get().strip();
        return switch (kind) {
            case ACKNOWLEDGE -> new Saying.Acknowledge(on, until(choice.get()), noted);
            case SNOOZE -> new Saying.Snooze(on, until(choice.get()).orElseThrow(), noted);
        };
    }

    List<AlarmFacts> alarms() {
        return alarms;
    }

    /// May be bound both ways.
    public StringProperty noteProperty() {
        return note;
    }

    public ReadOnlyObjectProperty<WordChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// When the word ends, and what happens then.
    public ReadOnlyStringProperty endsProperty() {
        return ends.getReadOnlyProperty();
    }

    /// Which choices would end after something is lost; may be empty.
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /// The choices that [#warningProperty] tells of.
    public ReadOnlyObjectProperty<Set<WordChoice>> tooLongProperty() {
        return tooLong.getReadOnlyProperty();
    }

    /// What the button that says it is called.
    public ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }
}
