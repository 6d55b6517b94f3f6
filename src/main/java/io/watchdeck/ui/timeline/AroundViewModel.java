package io.watchdeck.ui.timeline;

import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.timeline.EventPage;
import io.watchdeck.timeline.EventQuery;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Target;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// What happened around the cursor, in order of time. Selecting an event leaves the cursor to it; the event at which the
/// cursor stands is the selected one.
public final class AroundViewModel {

    /// More nobody reads; that there are more is told.
    private static final int MOST = 300;

    private final Words words;
    private final Archive archive;
    private final Newest<EventQuery, EventPage> asking;
    private final boolean kept;
    private final Rows<String, EventLine> rows = new Rows<>(EventLine::id);
    private final ReadOnlyObjectWrapper<Near> near = new ReadOnlyObjectWrapper<>(Near.TEN_MINUTES);
    private final ReadOnlyStringWrapper head = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<StackSnapshot> stack = Optional.empty();
    private Instant cursor = Instant.EPOCH;
    private Instant now = Instant.EPOCH;
    private Optional<EventQuery> asked = Optional.empty();
    private Optional<EventQuery> answeredQuery = Optional.empty();
    private List<TimelineEvent> events = List.of();
    private boolean more;
    /// Rows come and go: what a list selects meanwhile no person has selected.
    private boolean writing;
    private List<Unwatched> unwatched = List.of();
    /// What Spot took, by task.
    private Map<String, Interruption> taken = Map.of();

    AroundViewModel(Words words, Archive archive) {
        this.words = words;
        this.archive = archive;
        kept = archive.keepsEvents();
        asking = new Newest<>(archive::events, this::answered);
    }

    void show(StackSnapshot newest, Instant at, Instant newestNow) {
        boolean other = stack.filter(one -> one.file().id().equals(newest.file().id())).isEmpty();
        stack = Optional.of(newest);
        now = newestNow;
        if (other) {
            events = List.of();
            answeredQuery = Optional.empty();
        }
        unread.set(Unread.of(newest, archive.unread(newest.file().id()), words));
        move(at);
    }

    void move(Instant at) {
        cursor = at;
        ask(false);
        write();
    }

    /// @param ledger what Spot took, with the notice of each, which the event of its stop does not tell
    /// @param times  in which nobody looked, so that nothing could be seen
    void know(Optional<LedgerAnswer> ledger, List<Unwatched> times) {
        Map<String, Interruption> told = ledger.stream().flatMap(all -> all.lines().stream())
                .map(LedgerAnswer.Line::entry).filter(Interruption.class::isInstance).map(Interruption.class::cast)
                .collect(Collectors.toMap(Interruption::task, Function.identity(), (one, _) -> one));
        if (!unwatched.equals(times) || !taken.equals(told)) {
            unwatched = List.copyOf(times);
            taken = told;
            write();
        }
    }

    /// What is new may be among them.
    void again() {
        ask(true);
    }

    void choose(Near wanted) {
        near.set(wanted);
        ask(false);
        write();
    }

    private void ask(boolean again) {
        stack.ifPresent(one -> {
            var query = new EventQuery(range(), Set.of(one.file().id()), Set.of(), "", MOST, Optional.empty());
            if (again || asked.filter(query::equals).isEmpty()) {
                asked = Optional.of(query);
                asking.ask(query);
            }
        });
    }

    /// Both ends belong to it.
    private TimeRange range() {
        Duration each = near.get().each();
        return new TimeRange(cursor.minus(each), cursor.plus(each).plusMillis(1));
    }

    private void answered(EventQuery query, EventPage page) {
        if (stack.filter(one -> query.stacks().contains(one.file().id())).isPresent()) {
            answeredQuery = Optional.of(query);
            events = page.events().reversed();
            more = page.next().isPresent();
            write();
        }
    }

    private void write() {
        TimeRange shown = range();
        List<TimelineEvent> within = events.stream().filter(one -> shown.contains(one.at())).toList();
        writing = true;
        rows.show(within.stream().map(this::line).toList());
        writing = false;
        selected.set(within.stream().filter(one -> at(one).equals(cursor)).map(TimelineEvent::id)
                .sorted((one, other) -> Boolean.compare(selected.get().filter(other::equals).isPresent(),
                        selected.get().filter(one::equals).isPresent()))
                .findFirst());
        boolean waits = !asked.equals(answeredQuery);
        head.set(words.say(more ? "ui.timeline.around.more" : "ui.timeline.around.count",
                words.clock(cursor.minus(near.get().each())), words.clock(cursor.plus(near.get().each())),
                within.size()));
        empty.set(!within.isEmpty() ? "" : !kept ? words.say("ui.timeline.around.notKept")
                : waits && !isUnwatched() ? words.say("ui.timeline.around.asking")
                : nothing(shown));
    }

    private boolean isUnwatched() {
        return unwatched.stream().anyMatch(gap -> gap.range().contains(cursor));
    }

    private String nothing(TimeRange shown) {
        return unwatched.stream().filter(gap -> gap.range().contains(cursor)).findFirst()
                .map(gap -> gap.first()
                        ? words.say("ui.timeline.around.unwatched.before", words.when(gap.range().to(), now))
                        : words.say("ui.timeline.around.unwatched", words.when(gap.range().from(), now),
                                words.when(gap.range().to(), now)))
                .orElseGet(() -> words.say("ui.timeline.around.nothing", words.when(shown.from(), now),
                        words.when(shown.to(), now)));
    }

    /// The cursor stands at whole seconds.
    private static Instant at(TimelineEvent event) {
        return event.at().truncatedTo(ChronoUnit.SECONDS);
    }

    private EventLine line(TimelineEvent one) {
        String said = said(one);
        String offset = new Offset(words).of(Duration.between(cursor, at(one)));
        String details = details(one).map(ShortNames::in).collect(Collectors.joining("\n"));
        String time = words.clockSeconds(one.at());
        return new EventLine(one.id(), at(one), time, offset, one.kind(), tone(one), said,
                one.source().label(), details, leads(one), String.join(", ", time, offset, said, one.source().label()));
    }

    /// With CloudWatch's name of an alarm, where its sentence does not say it.
    private Stream<String> details(TimelineEvent one) {
        return Stream.concat(one.alarm().filter(name -> !one.says().arguments().contains(name))
                .map(name -> words.say("ui.open.cloud", name)).stream(), one.details().stream());
    }

    /// Of an interruption with its notice and its stop: this is the stop, and others tell of the notice.
    private String said(TimelineEvent one) {
        String said = ShortNames.in(words.say(one.says()));
        if (one.kind() != TimelineEvent.Kind.INTERRUPTION) {
            return said;
        }
        Optional<Interruption> known = one.target().filter(Target.Task.class::isInstance)
                .map(target -> taken.get(((Target.Task) target).arn()));
        return words.say("ui.timeline.around.times", said, known
                .map(each -> new InterruptionText(words).when(each, cursor))
                .orElseGet(() -> words.say("ui.timeline.around.stopped")));
    }

    /// Green is what says that something is well again.
    private static Tone tone(TimelineEvent event) {
        boolean well = switch (event.kind()) {
            case ROLLOUT, ALARM, CLOUD_ALARM, VERDICT, PIPELINE -> true;
            case DEPLOYMENT, TASK_STOP, INTERRUPTION, PLACEMENT, SERVICE, SCALING, DATABASE, WORD, OPERATION -> false;
        };
        return event.severity() == Severity.FINE && !well ? Tone.MUTED : Tone.of(event.severity());
    }

    /// An alarm and an operation have a screen on which more of them is to be seen.
    private String leads(TimelineEvent one) {
        return one.target().map(target -> switch (target) {
            case Target.Alarm _ -> words.say("ui.timeline.leads.alarm");
            case Target.Operation _ -> words.say("ui.timeline.leads.operation");
            case Target.Task _, Target.Deployment _ -> "";
        }).orElse("");
    }

    /// A person has chosen a row.
    Optional<Instant> instant(String id) {
        if (writing) {
            return Optional.empty();
        }
        selected.set(Optional.of(id));
        return rows.find(id).map(row -> row.facts().at());
    }

    private Optional<TimelineEvent> chosen() {
        return selected.get().flatMap(this::find);
    }

    private Optional<TimelineEvent> find(String id) {
        return events.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Where more of the selected event is to be seen.
    public Optional<Place> place() {
        return selected.get().flatMap(this::place);
    }

    /// Where more of an event is to be seen: of an alarm and of an operation among the others, of all else on the stack.
    Optional<Place> place(String event) {
        return find(event).map(one -> one.target().map(target -> switch (target) {
            case Target.Alarm(var occurrence) -> Place.of(one.stack(), occurrence);
            case Target.Operation(var entry) -> new Place(Screen.ACTIVITY, Optional.of(one.stack()),
                    Optional.of(entry.toString()), Optional.empty());
            case Target.Task _, Target.Deployment _ -> of(one);
        }).orElseGet(() -> of(one)));
    }

    private static Place of(TimelineEvent event) {
        return event.component().map(ComponentId::name).map(name -> Place.of(event.stack(), name))
                .orElseGet(() -> Place.of(event.stack()));
    }

    /// Of what the selected event is about.
    public Optional<AwsReference> reference() {
        return chosen().flatMap(one -> stack.map(its -> reference(one, its)));
    }

    private static AwsReference reference(TimelineEvent event, StackSnapshot stack) {
        var links = new ConsoleLinks(stack.file(), stack.identity().state().latest().map(one -> one.account()));
        if (event.target().orElse(null) instanceof Target.Task(String arn)) {
            return links.task(arn.substring(arn.lastIndexOf('/') + 1), arn);
        }
        return event.kind() == TimelineEvent.Kind.CLOUD_ALARM
                ? links.alarm(String.valueOf(event.says().arguments().getFirst()), Optional.empty())
                : event.component().map(links::of).orElseGet(links::cluster);
    }

    /// What the selected event says, with its time and details.
    public Optional<String> text() {
        return chosen().map(one -> Stream.concat(Stream.of(one.at() + " " + words.say(one.says())),
                details(one)).collect(Collectors.joining("\n")));
    }

    /// As `export events` names what it writes.
    public Csv csv() {
        return new Csv("events", Stream.of("time", "stack", "component", "event", "source", "detail")
                .map(column -> words.say("ui.csv." + column)).toList(),
                rows.facts().stream().flatMap(line -> find(line.id()).stream())
                        .map(one -> List.of(one.at().toString(), one.stack().value(),
                                one.component().map(ComponentId::name).orElse(""), words.say(one.says()),
                                one.source().label(), details(one).collect(Collectors.joining("; "))))
                        .toList());
    }

    /// The sentence of the event at which the cursor stands; empty where it stands at none.
    String said() {
        return selected.get().flatMap(rows::find).map(row -> row.facts().sentence()).orElse("");
    }

    /// The service that the event at the cursor is about.
    Optional<String> service() {
        return chosen().flatMap(TimelineEvent::component)
                .filter(one -> one.kind() == ComponentKind.SERVICE).map(ComponentId::name);
    }

    Optional<StackId> stack() {
        return stack.map(one -> one.file().id());
    }

    public ObservableList<Row<String, EventLine>> rows() {
        return rows.shown();
    }

    Optional<Row<String, EventLine>> row(String id) {
        return rows.find(id);
    }

    public ReadOnlyObjectProperty<Near> nearProperty() {
        return near.getReadOnlyProperty();
    }

    /// From when to when, and how many.
    public ReadOnlyStringProperty headProperty() {
        return head.getReadOnlyProperty();
    }

    /// Why none is listed; empty while some are.
    public ReadOnlyStringProperty emptyTextProperty() {
        return empty.getReadOnlyProperty();
    }

    /// What tells of events and is refused; empty where nothing is.
    public ReadOnlyStringProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// The event at which the cursor stands; empty where it stands at none.
    public ReadOnlyObjectProperty<Optional<String>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
