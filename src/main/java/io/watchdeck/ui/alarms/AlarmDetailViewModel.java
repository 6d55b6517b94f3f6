package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.watch.AlarmDesk;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// Everything about one alarm, and the word that a person is about to give on it. What was chosen and typed for an alarm
/// stays while others are looked at, and goes with the alarm to the next time that it comes.
public final class AlarmDetailViewModel {

    /// The episodes that are told.
    private static final Duration HISTORY = Duration.ofDays(90);

    /// @param on the occurrence that it was begun on
    private record Draft(UUID on, WordFormViewModel.Typed typed) {}

    private final Words words;
    private final AlarmDesk desk;
    private final DetailText text;
    private final ChartViewModel chart;
    private final WordFormViewModel form;
    private final Drafts<AlarmKey, Draft> drafts = new Drafts<>();
    private final Rows<UUID, EpisodeLine> episodes = new Rows<>(EpisodeLine::id);
    private final ReadOnlyObjectWrapper<Optional<DetailFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ChangeLine>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<WordFacts> word = new ReadOnlyObjectWrapper<>(WordFacts.none());
    private final ReadOnlyStringWrapper counted = new ReadOnlyStringWrapper("");
    private Optional<AlarmFacts> shown = Optional.empty();
    /// The occurrence that what is typed was begun on.
    private Optional<UUID> begun = Optional.empty();
    /// Where the looking began: it stays while the alarm that is looked at goes and comes again.
    private Optional<UUID> reading = Optional.empty();
    private Optional<Occurrence> asked = Optional.empty();
    private Optional<TimeRange> closer = Optional.empty();
    private List<Occurrence> kept = List.of();
    private List<Change> happened = List.of();
    private Duration every = Duration.ofSeconds(60);
    private Instant now = Instant.EPOCH;

    public AlarmDetailViewModel(Words words, AlarmDesk desk, ChartViewModel.Asking asking) {
        this.words = words;
        this.desk = desk;
        text = new DetailText(words);
        chart = new ChartViewModel(words, asking);
        form = new WordFormViewModel(words, WordFormViewModel.Kind.ACKNOWLEDGE);
    }

    /// @param rhythm how often the console reads
    void rhythm(Duration rhythm) {
        every = rhythm;
    }

    void show(Optional<AlarmFacts> one, Instant at) {
        now = at;
        boolean another = !shown.map(AlarmFacts::id).equals(one.map(AlarmFacts::id));
        boolean followed = another && shown.isPresent() && one.filter(AlarmFacts::live).filter(
                later -> later.isLaterThan(shown.get())).isPresent();
        if (another && !followed) {
            keepDraft();
        }
        shown = one;
        if (another) {
            happened = List.of();
        }
        if (another && !followed) {
            reading = one.map(AlarmFacts::id);
            closer = Optional.empty();
            kept = List.of();
            takeUpDraft();
        }
        form.about(one.filter(AlarmFacts::live).stream().toList(), at);
        facts.set(one.map(alarm -> text.of(alarm, every, now)));
        tellWord();
        ask(another);
        tellHistory();
        draw();
    }

    /// Ages grow between two snapshots, and the name of the person may change.
    void tick(Instant at) {
        if (!at.equals(now)) {
            show(shown, at);
        }
    }

    /// What persons began to write in another language is kept.
    void goOn(AlarmDetailViewModel before) {
        before.keepDraft();
        drafts.goOn(before.drafts);
    }

    private void keepDraft() {
        if (shown.isPresent() && form.isBegun()) {
            drafts.keep(shown.get().key(), new Draft(begun.orElse(shown.get().id()), form.typed()));
        } else {
            shown.filter(AlarmFacts::live).ifPresent(old -> drafts.drop(old.key()));
        }
    }

    /// An alarm that is over takes no word.
    private void takeUpDraft() {
        Optional<Draft> draft = shown.filter(AlarmFacts::live).flatMap(alarm -> drafts.of(alarm.key()));
        form.reset();
        begun = draft.map(Draft::on);
        draft.map(Draft::typed).ifPresent(form::takeUp);
    }

    /// A word was given: its note is no draft any more.
    void said() {
        shown.ifPresent(one -> drafts.drop(one.key()));
        form.reset();
        tellWord();
    }

    private void tellWord() {
        if (!form.isBegun()) {
            begun = shown.map(AlarmFacts::id);
        }
        boolean live = shown.filter(AlarmFacts::live).isPresent();
        boolean elsewhere = !begun.equals(shown.map(AlarmFacts::id));
        String moved = shown.isEmpty() || !form.isBegun() ? ""
                : !live ? words.say("ui.alarms.form.waits")
                : elsewhere ? words.say("ui.alarms.form.moved", words.when(shown.get().occurrence().raised(), now))
                : "";
        word.set(new WordFacts(live || !moved.isEmpty(), !live, words.say("ui.alarms.acknowledgeAs", desk.person()),
                facts.get().map(DetailFacts::held).orElse(""), moved));
    }

    /// What is kept of it changes when the occurrence does; a new value alone is no news.
    private void ask(boolean another) {
        Optional<Occurrence> it = shown.map(AlarmFacts::occurrence);
        boolean news = another || !it.map(Occurrence::status).equals(asked.map(Occurrence::status))
                || !it.map(Occurrence::worst).equals(asked.map(Occurrence::worst));
        asked = it;
        if (!news || it.isEmpty()) {
            return;
        }
        Occurrence one = it.get();
        desk.episodes(one.key(), now.minus(HISTORY), all -> {
            if (isShown(one)) {
                kept = all;
                tellHistory();
            }
        });
        desk.changes(one, all -> {
            if (isShown(one)) {
                happened = all;
                tellHistory();
            }
        });
    }

    private boolean isShown(Occurrence one) {
        return shown.filter(alarm -> alarm.id().equals(one.id())).isPresent();
    }

    /// The newest snapshot knows more of the alarm itself than what was asked for.
    private void tellHistory() {
        if (shown.isEmpty()) {
            episodes.show(List.of());
            changes.set(List.of());
            counted.set("");
            return;
        }
        AlarmFacts one = shown.get();
        List<Occurrence> all = kept.stream().anyMatch(each -> each.id().equals(one.id()))
                ? kept.stream().map(each -> each.id().equals(one.id()) ? one.occurrence() : each).toList()
                : Stream.concat(Stream.of(one.occurrence()), kept.stream()).toList();
        episodes.show(all.stream().map(each -> EpisodeLine.of(each, one, words, now)).toList());
        counted.set(words.say("ui.alarms.episodes.count", all.size(), HISTORY));
        changes.set(ChangeLine.of(happened, words, now));
    }

    private void draw() {
        Optional<AlarmPlot> plot = shown.flatMap(one -> AlarmPlot.of(one, words));
        if (plot.isEmpty()) {
            return;
        }
        AlarmPlot one = plot.get();
        chart.show(new ChartViewModel.Subject(words.say("metric." + one.metric().id()), "watchdeck-alarm",
                List.of(one.line().id()),
                (range, span, answer) -> one.draw(range, span, answer, now)),
                closer.orElseGet(() -> one.range(now)), now);
    }

    /// @param part of the chart's time that is shown larger; empty for all of it again
    void look(Optional<TimeRange> part) {
        closer = part;
        draw();
    }

    /// The episodes as they are listed.
    Csv csv() {
        return new Csv("watchdeck-alarm-history", EpisodeLine.CSV_HEADER,
                episodes.facts().stream().map(EpisodeLine::csv).toList());
    }

    WordFormViewModel form() {
        return form;
    }

    ChartViewModel chart() {
        return chart;
    }

    ReadOnlyObjectProperty<ChartData> chartProperty() {
        return chart.chartProperty();
    }

    /// Another one when another alarm is looked at; the same while that goes and comes again.
    Optional<UUID> reading() {
        return reading;
    }

    Optional<AlarmFacts> shown() {
        return shown;
    }

    ReadOnlyObjectProperty<Optional<DetailFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ObservableList<Row<UUID, EpisodeLine>> episodes() {
        return episodes.shown();
    }

    /// What stands around the form for a word.
    ReadOnlyObjectProperty<WordFacts> wordProperty() {
        return word.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ChangeLine>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// How many episodes there are, of which time.
    public ReadOnlyStringProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }
}
