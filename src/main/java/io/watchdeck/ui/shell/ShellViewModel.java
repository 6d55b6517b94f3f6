package io.watchdeck.ui.shell;

import io.watchdeck.alarms.Change;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Money;
import io.watchdeck.model.Severity;
import io.watchdeck.settings.Notices;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.MeterReading;
import io.watchdeck.watch.OpenAlarm;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the bars around the screens say. Fed with snapshots and the time; knows no scene.
public final class ShellViewModel {

    private static final double NEAR_CAP = 0.8;
    private static final Duration TOLD = Duration.ofSeconds(5);
    private static final Duration TOLD_UNSAVED = Duration.ofMinutes(1);

    private final Watch watch;
    private final Words words;
    private final Banners banners;
    private final AlarmNotices notices;
    private final ObservableList<RailEntry> stacks = FXCollections.observableArrayList();
    private final ObservableList<RailEntry> stacksView = FXCollections.unmodifiableObservableList(stacks);
    private final ObservableList<Banner> shownBanners = FXCollections.observableArrayList();
    private final ObservableList<Banner> bannersView = FXCollections.unmodifiableObservableList(shownBanners);
    private final ReadOnlyObjectWrapper<Scope> scope = new ReadOnlyObjectWrapper<>(Scope.all());
    private final ReadOnlyObjectWrapper<Environments> environments = new ReadOnlyObjectWrapper<>(Environments.none());
    private final ReadOnlyObjectWrapper<Age> updated;
    private final ReadOnlyStringWrapper every = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nextBrief = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper person = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper personDetail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spend = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spendDetail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spendElsewhere = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper spendShare = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Tone> spendTone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);
    private final ReadOnlyBooleanWrapper refreshing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper openAlarms = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Tone> alarmTone = new ReadOnlyObjectWrapper<>(Tone.WARNING);
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private Instant toldUntil = Instant.EPOCH;
    private Optional<Saved> saved = Optional.empty();
    private Instant savedUntil = Instant.EPOCH;
    private final UnseenAlarms unseen;
    private Instant ages;
    private WatchSnapshot snapshot;
    private List<FileProblem> settings = List.of();
    private SignInState signIn = SignInState.nothing();

    /// @param stacks the folder of a person's own stack files
    public ShellViewModel(Watch watch, Words words, Instant now, String stacks) {
        this.watch = watch;
        this.words = words;
        banners = new Banners(words, stacks);
        notices = new AlarmNotices(words);
        unseen = new UnseenAlarms(notices);
        snapshot = watch.current();
        ages = now;
        updated = new ReadOnlyObjectWrapper<>(new Age(Freshness.ASKING, "", ""));
        show(snapshot, now);
    }

    public void show(WatchSnapshot newest, Instant now) {
        snapshot = newest;
        Environments there = Environments.of(newest, words);
        if (scope.get().environment().filter(one -> !there.counts().containsKey(one)).isPresent()) {
            scope.set(Scope.all());
        }
        environments.set(there);
        refreshing.set(newest.refreshing());
        unseen.follow(newest);
        listBanners();
        listStacks();
        countAlarms();
        var people = new PersonText(words, newest.stacks(), watch.alarms().person());
        person.set(people.who());
        personDetail.set(people.where());
        showMeter(newest.meter());
        tick(now);
        tellAges(now);
    }

    /// What is wrong with the settings file. That it did not take a choice is over with the last mistake.
    public void tellSettings(List<FileProblem> wrong) {
        if (wrong.isEmpty() && !settings.isEmpty()) {
            saved = saved.filter(file -> !file.isChoice());
        }
        settings = List.copyOf(wrong);
        listBanners();
    }

    /// Which profiles there are, and who is signed in.
    void tell(SignInState newest) {
        signIn = newest;
        listBanners();
    }

    /// The clock and what counts down, between two snapshots.
    public void tick(Instant now) {
        clock.set(words.moment(now));
        if (paused.get() != watch.paused()) {
            paused.set(watch.paused());
            tellAges(ages);
        }
        tellNext(now);
        unseen.tick(now);
        if (!now.isBefore(toldUntil)) {
            told.set("");
        }
        if (saved.isPresent() && !now.isBefore(savedUntil)) {
            saved = Optional.empty();
            listBanners();
        }
    }

    /// How old the last reading is. Paused, it says so first, and no rhythm.
    ///
    /// @param now by the clock that all ages of the window share
    public void tellAges(Instant now) {
        ages = now;
        updated.set(new UpdatedAge(words).of(snapshot, paused.get(), now));
        every.set(paused.get() ? "" : words.say("ui.top.every", snapshot.every()));
    }

    /// Says for a few seconds what is on the clipboard now.
    public void copied(String text, Instant now) {
        long lines = text.strip().lines().count();
        tell(lines > 1 ? words.say("ui.status.copiedLines", lines) : words.say("ui.status.copied", text.strip()), now);
    }

    /// Says for a few seconds that a file is written, or for a minute, if none is written before, that it is not.
    public void saved(Saved file, Instant now) {
        saved = Optional.of(file);
        savedUntil = now.plus(TOLD_UNSAVED);
        listBanners();
        if (file.problem().isEmpty()) {
            tell(words.say("ui.status.saved", String.valueOf(file.file().getFileName())), now);
        }
    }

    private void listBanners() {
        replace(shownBanners, banners.of(snapshot, settings, saved, signIn));
        unseen.say(snapshot, needing(), ages);
    }

    /// Tells of alarms over the screen.
    ///
    /// @return what was told, for those who tell it beside the window; empty where nothing of it is open any more
    Optional<AlarmNotice> tell(List<Change> changes, Notices wishes, Instant now) {
        unseen.add(changes, now);
        listBanners();
        return notices.of(changes, snapshot, needing(), wishes, now);
    }

    /// Tells what another, in another language, has told and nobody has seen.
    void goOn(ShellViewModel before) {
        unseen.goOn(before.unseen);
        listBanners();
    }

    /// What a person was told of alarms and has not seen.
    UnseenAlarms unseen() {
        return unseen;
    }

    /// Tells something for a while.
    void tell(String said, Instant now) {
        told.set(said);
        toldUntil = now.plus(TOLD);
    }

    public void refresh() {
        watch.refresh();
    }

    public void togglePause() {
        watch.pause(!watch.paused());
        paused.set(watch.paused());
        tellNext(snapshot.asOf());
        tellAges(ages);
    }

    public void limitTo(Scope wanted) {
        scope.set(wanted);
        listStacks();
        countAlarms();
        listBanners();
    }

    private void tellNext(Instant now) {
        next.set(nextText("ui.status.next", now));
        nextBrief.set(nextText("ui.status.next.brief", now));
    }

    private String nextText(String key, Instant now) {
        if (paused.get()) {
            return words.say("ui.status.paused");
        }
        if (snapshot.refreshing()) {
            return words.say("ui.status.refreshing");
        }
        return snapshot.nextRead().map(at -> words.say(key, Duration.between(now, at))).orElse("");
    }

    private void listStacks() {
        replace(stacks, listed()
                .map(stack -> new RailEntry(stack.file().id(), stack.file().name(), stack.file().environment(),
                        stack.verdict().severity(), stack.verdict().held().isPresent(),
                        words.say(stack.verdict().headline())))
                .toList());
    }

    private Stream<StackSnapshot> listed() {
        return snapshot.stacks().stream().filter(stack -> scope.get().contains(stack.file().environment()));
    }

    /// What needs someone and nobody has, of the stacks that are listed: the rail and the banner count it.
    private List<OpenAlarm> needing() {
        return listed().flatMap(stack -> stack.open().stream()).toList();
    }

    private void countAlarms() {
        List<OpenAlarm> open = needing();
        alarmTone.set(open.stream().anyMatch(one -> one.severity() == Severity.CRITICAL) ? Tone.CRITICAL
                : Tone.WARNING);
        openAlarms.set(open.size());
    }

    private void showMeter(MeterReading meter) {
        spend.set(words.say("ui.status.spend", meter.today(), meter.month(), words.money(meter.cap())));
        spendShare.set(share(meter.month(), meter.cap()));
        spendTone.set(spendShare.get() >= NEAR_CAP ? Tone.WARNING : Tone.PLAIN);
        spendElsewhere.set(meter.elsewhere().orElse(""));
        spendDetail.set(Stream.concat(
                meter.elsewhere().map(host -> words.say("ui.status.elsewhere.detail", host)).stream(),
                meter.calls().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(call -> words.say("ui.status.calls", call.getKey(), call.getValue())))
                .collect(Collectors.joining("\n")));
    }

    private static double share(Money part, Money whole) {
        double cap = whole.amount().doubleValue();
        return cap > 0 ? part.amount().doubleValue() / cap : 0;
    }

    private static <T> void replace(ObservableList<T> list, List<T> wanted) {
        if (!list.equals(wanted)) {
            list.setAll(wanted);
        }
    }

    /// How many stacks of each severity, for the accessible text of the rail.
    String summary() {
        return Arrays.stream(Severity.values()).filter(severity -> snapshot.counts().getOrDefault(severity, 0) > 0)
                .map(severity -> words.say("severity." + severity.word()) + " " + snapshot.counts().get(severity))
                .collect(Collectors.joining(", "));
    }

    public ObservableList<RailEntry> stacks() {
        return stacksView;
    }

    public ObservableList<Banner> banners() {
        return bannersView;
    }

    /// How many alarms nobody has.
    public ReadOnlyIntegerProperty openAlarmsProperty() {
        return openAlarms.getReadOnlyProperty();
    }

    /// Of the worst of them.
    public ReadOnlyObjectProperty<Tone> alarmToneProperty() {
        return alarmTone.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Scope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Environments> environmentsProperty() {
        return environments.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Age> updatedProperty() {
        return updated.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty everyProperty() {
        return every.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }

    /// The same where there is little room.
    ReadOnlyStringProperty nextBriefProperty() {
        return nextBrief.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty personProperty() {
        return person.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty personDetailProperty() {
        return personDetail.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty spendProperty() {
        return spend.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty spendDetailProperty() {
        return spendDetail.getReadOnlyProperty();
    }

    /// The host that is called in place of AWS, where what is spent is only as if; empty where it is AWS.
    public ReadOnlyStringProperty spendElsewhereProperty() {
        return spendElsewhere.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty spendShareProperty() {
        return spendShare.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> spendToneProperty() {
        return spendTone.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty refreshingProperty() {
        return refreshing.getReadOnlyProperty();
    }

    /// What has just been done, such as copied; empty most of the time.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }
}
