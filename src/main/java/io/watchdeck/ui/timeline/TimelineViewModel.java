package io.watchdeck.ui.timeline;

import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.ReportFormat;
import io.watchdeck.timeline.EventPage;
import io.watchdeck.timeline.EventQuery;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.ui.kit.LaneData;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which stack and which time is looked at, and where in it the cursor stands: at a moment that is over, or at now, with
/// which it then goes on. Shows at once what is there and asks for the rest.
public final class TimelineViewModel {

    /// More icons would not be told apart; that there are more is told.
    private static final int MOST = 2_000;
    private static final double USUAL_WIDTH = 800;
    /// What lanes show. Stops of tasks and sentences of services are listed around the cursor.
    private static final Set<Kind> SHOWN = Set.of(Kind.DEPLOYMENT, Kind.ROLLOUT, Kind.INTERRUPTION, Kind.PLACEMENT,
            Kind.ALARM, Kind.WORD, Kind.CLOUD_ALARM, Kind.PIPELINE, Kind.OPERATION, Kind.VERDICT);

    private final Words words;
    private final AroundViewModel around;
    private final MomentViewModel moment;
    private final PinsViewModel pins;
    private final ReportViewModel report;
    private final Newest<HistoryQuery, Past> history;
    private final Newest<EventQuery, EventPage> events;
    private final Newest<LedgerQuestion, LedgerAnswer> ledger;
    private final ReadOnlyObjectWrapper<Optional<StackSnapshot>> stack = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<StackId, StackSnapshot>> stacks = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.DAY);
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(Speed.MINUTE);
    private final ReadOnlyObjectWrapper<Instant> cursor = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final ReadOnlyObjectWrapper<LaneData> lanes = new ReadOnlyObjectWrapper<>(
            LaneData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))));
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
    private Optional<StackId> wanted = Optional.empty();
    private Optional<Instant> end = Optional.empty();
    private Known known = Known.nothing();
    private Optional<Asked> asked = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private Instant now = Instant.EPOCH;
    private double width = USUAL_WIDTH;

    /// What makes one question another.
    private record Asked(StackId stack, Span span, Optional<Instant> end, Tier tier) {}

    /// @param ui runs work on the FX thread
    TimelineViewModel(Words words, Archive archive, HandingOver handingOver, Executor ui) {
        this.words = words;
        around = new AroundViewModel(words, archive);
        moment = new MomentViewModel(words, archive);
        report = new ReportViewModel(words, handingOver, ui);
        pins = new PinsViewModel(words, handingOver.pins(),
                answer -> handingOver.pins().read(kept -> ui.execute(() -> answer.accept(kept))),
                () -> stack.get().ifPresent(this::draw));
        history = new Newest<>(archive::history, this::answered);
        events = new Newest<>(archive::events, this::answered);
        ledger = new Newest<>(archive::ledger, this::answered);
    }

    /// @param about the stack to look at; empty for the one that is
    /// @param at    the moment to look at; empty for the one that is
    void open(Optional<StackId> about, Optional<Instant> at) {
        about.ifPresent(id -> wanted = Optional.of(id));
        moment.arrive(at, this::cursorAt);
        at.ifPresent(this::reach);
        choose();
    }

    void show(WatchSnapshot snapshot, Instant at) {
        now = at;
        var all = new LinkedHashMap<StackId, StackSnapshot>();
        snapshot.stacks().forEach(one -> all.put(one.file().id(), one));
        stacks.set(all);
        choose();
    }

    void tick(Instant at) {
        now = at;
        report.tick(at);
        update();
    }

    void choose(StackId id) {
        wanted = Optional.of(id);
        choose();
    }

    void choose(Span length) {
        span.set(length);
        end = Optional.empty();
        if (!live.get()) {
            reach(cursor.get());
        }
        update();
    }

    void choose(Speed wish) {
        speed.set(wish);
    }

    /// @param pixels that the lanes are wide
    void width(double pixels) {
        if (pixels > 0 && pixels != width) {
            width = pixels;
            update();
        }
    }

    private void choose() {
        Map<StackId, StackSnapshot> all = stacks.get();
        Optional<StackSnapshot> one = wanted.map(all::get).or(() -> stack.get().map(it -> all.get(it.file().id())))
                .or(() -> all.values().stream().findFirst());
        empty.set(one.isPresent() ? "" : words.say("ui.overview.none"));
        stack.set(one);
        wanted = one.map(it -> it.file().id()).or(() -> wanted);
        update();
    }

    /// Puts the cursor at a moment, wherever in time that is.
    private void reach(Instant at) {
        Instant past = at.isAfter(latest()) ? latest() : at;
        Duration ago = Duration.between(past, latest());
        if (end.isEmpty() && now.equals(Instant.EPOCH)) {
            cursorAt(at); // before the first snapshot nobody knows how long ago that is
            return;
        }
        span.set(Span.holding(ago, span.get()));
        end = ago.compareTo(span.get().length()) > 0 ? Optional.of(past.plus(span.get().length().dividedBy(2)))
                : Optional.empty();
        cursorAt(past);
    }

    private Instant latest() {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }

    TimeRange range() {
        return TimeRange.last(span.get().length(), end.orElse(now));
    }

    /// A person wants to see that moment; what has not come yet is now.
    void cursorAt(Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.SECONDS);
        live.set(!whole.isBefore(latest()) && !now.equals(Instant.EPOCH));
        cursor.set(live.get() ? latest() : whole);
        if (live.get()) {
            playing.set(false);
        }
        follow();
    }

    /// Back to now.
    void goLive() {
        end = Optional.empty();
        cursorAt(now);
        update();
    }

    /// @param direction 1 for the next event, −1 for the one before
    void event(int direction) {
        Stream<Instant> all = known.events().stream().map(one -> one.at().truncatedTo(ChronoUnit.SECONDS))
                .filter(range()::contains);
        Optional<Instant> next = direction > 0 ? all.filter(cursor.get()::isBefore).min(Instant::compareTo)
                : all.filter(cursor.get()::isAfter).max(Instant::compareTo);
        next.ifPresent(this::cursorAt);
    }

    /// The event of a row.
    void select(String id) {
        around.instant(id).filter(at -> !at.equals(cursor.get())).ifPresent(this::cursorAt);
    }

    /// @return whether it was a moment
    boolean type(String text) {
        Optional<Instant> typed = new TypedMoment(words, now).read(text, cursor.get());
        typed.ifPresentOrElse(at -> {
            end = Optional.empty();
            reach(at);
            update();
        }, () -> report.refuse(text));
        return typed.isPresent();
    }

    /// The cursor as it can be typed.
    String typed() {
        return new TypedMoment(words, now).text(cursor.get());
    }

    /// Lets the time pass before the cursor, or stops it. From now there is nothing to play.
    void togglePlay() {
        playing.set(!playing.get() && !live.get());
        follow();
    }

    /// So much time has passed while it plays.
    void pass(Duration real) {
        if (playing.get()) {
            cursorAt(cursor.get().plus(real.multipliedBy(speed.get().times())));
            if (!range().contains(cursor.get()) && !live.get()) {
                reach(cursor.get());
                update();
            }
        }
    }

    private void update() {
        if (live.get()) {
            cursor.set(latest());
        } else if (!range().contains(cursor.get()) && !now.equals(Instant.EPOCH)) {
            reach(cursor.get());
        }
        stack.get().ifPresent(one -> {
            ask(one);
            pins.show(one.file().id(), range());
            draw(one);
        });
        follow();
    }

    /// Marks the moment at the cursor for the report, with what the event there says.
    void pin() {
        pins.pin(cursor.get(), around.said());
    }

    /// A report of the time and the stack that are shown.
    void export(ReportFormat format) {
        stack.get().ifPresent(one -> report.export(format, one.file(), range(), now));
    }

    private void follow() {
        stack.get().ifPresent(one -> {
            around.show(one, cursor.get(), now);
            around.know(known.ledger(), known.ledger().filter(LedgerAnswer::kept)
                    .map(new HappenedLanes(words, range(), now)::unwatched).orElse(List.of()));
            moment.show(new MomentViewModel.Looked(one, cursor.get(), moves(), now, range()), known);
        });
    }

    private MomentViewModel.Moves moves() {
        return live.get() ? MomentViewModel.Moves.WITH_NOW
                : playing.get() ? MomentViewModel.Moves.PLAYS : MomentViewModel.Moves.NOT;
    }

    private void ask(StackSnapshot one) {
        TimeRange shown = range();
        Tier tier = known.resolution(shown, now, width);
        var question = new Asked(one.file().id(), span.get(), end, tier);
        boolean same = asked.filter(question::equals).isPresent();
        if (same && Duration.between(askedAt, now).compareTo(known.pause()) < 0) {
            return;
        }
        if (!same) {
            known = known.emptied();
        }
        asked = Optional.of(question);
        askedAt = now;
        Set<StackId> about = Set.of(one.file().id());
        history.ask(new HistoryQuery(new FigureLanes(one, words).series(), new TimeRange(shown.from()
                .minus(tier.period()), shown.to().plus(tier.period())), tier));
        events.ask(new EventQuery(shown, about, SHOWN, "", MOST, Optional.empty()));
        ledger.ask(new LedgerQuestion(about, shown, Optional.empty(), MOST));
        if (same) {
            around.again();
        }
    }

    private boolean isAbout(Set<StackId> answered) {
        return stack.get().filter(one -> answered.contains(one.file().id())).isPresent();
    }

    private void answered(HistoryQuery query, Past kept) {
        if (query.series().isEmpty() || isAbout(Set.of(query.series().getFirst().stack()))) {
            learnt(known.with(kept));
        }
    }

    private void answered(EventQuery query, EventPage page) {
        if (isAbout(query.stacks())) {
            learnt(known.with(page.events(), page.next().isPresent()));
        }
    }

    private void answered(LedgerQuestion question, LedgerAnswer answer) {
        if (isAbout(question.stacks())) {
            learnt(known.with(answer));
        }
    }

    private void learnt(Known more) {
        known = more;
        stack.get().ifPresent(this::draw);
        follow();
    }

    private void draw(StackSnapshot one) {
        String said = end.isEmpty() ? words.say("ui.timeline.span." + span.get().word() + ".last")
                : words.say("ui.timeline.span." + span.get().word());
        lanes.set(new LaneWriter(words, now).of(one, range(), said, known, pins.marks()));
    }

    /// Goes on where the same screen in another language was.
    void goOn(TimelineViewModel before) {
        wanted = before.wanted;
        span.set(before.span.get());
        speed.set(before.speed.get());
        around.choose(before.around.nearProperty().get());
        now = before.now;
        end = before.end;
        live.set(before.live.get());
        cursor.set(before.cursor.get());
    }

    public AroundViewModel around() {
        return around;
    }

    public MomentViewModel moment() {
        return moment;
    }

    public PinsViewModel pins() {
        return pins;
    }

    public ReportViewModel report() {
        return report;
    }

    public List<StackSnapshot> stacks() {
        return List.copyOf(stacks.get().values());
    }

    public ReadOnlyObjectProperty<Map<StackId, StackSnapshot>> stacksProperty() {
        return stacks.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<StackSnapshot>> stackProperty() {
        return stack.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Speed> speedProperty() {
        return speed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Instant> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LaneData> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    /// Whether the cursor is at now and goes on with it.
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Why there is no stack to look at; empty where there is.
    public ReadOnlyStringProperty emptyTextProperty() {
        return empty.getReadOnlyProperty();
    }
}
